import type { DemoLine } from './demo-script.ts'

export interface DemoGroup {
  name: string
  owner: string
  admins: readonly string[]
  members: readonly string[]
  announcement: string
  /** Who has asked to join, by the link that there is, and with what words. */
  asking?: readonly [handle: string, text: string]
  startMinutesAgo: number
  lines: readonly DemoLine[]
  /** How many of the last messages the others have not read yet. */
  unread: number
}

const day = 24 * 60

export const demoGroups: readonly DemoGroup[] = [
  {
    name: '周末跳蚤市场',
    owner: 'mei',
    admins: ['lihua'],
    members: ['liu.yang', 'oldtown-bikes', 'sofia', 'tom', 'phone-lab'],
    announcement: '本周六上午 9 点，老城根公园东门。摊位自带桌子，雨天顺延到周日。',
    asking: ['zhang.wei', '我是张伟，想卖几本旧书，可以进群吗？'],
    startMinutesAgo: day + 120,
    lines: [
      ['mei', '大家好，周六的跳蚤市场还有 3 个摊位，谁要来？'],
      3,
      ['lihua', '我要一个，带两把椅子和一张书桌。'],
      6,
      [
        'sofia',
        'Count me in! I bring winter clothes. 🧣',
        {
          reactions: [
            ['mei', '🎉'],
            ['tom', '🎉'],
          ],
        },
      ],
      2,
      ['oldtown-bikes', '我可以帮大家现场修自行车，收个成本价。'],
      1,
      ['liu.yang', '太好了，我的链条正好松了。', { reply: -1 }],
      day - 200,
      ['tom', 'Is there parking near the east gate?'],
      5,
      ['lihua', '东门有停车场，周末 5 元一小时。', { reply: -1 }],
      30,
      [
        'phone-lab',
        '手机贴膜我那天免费 🙂',
        {
          reactions: [
            ['liu.yang', '👍'],
            ['sofia', '❤️'],
            ['mei', '👍'],
          ],
        },
      ],
      12,
      ['liu.yang', '那我多带几个朋友来。'],
    ],
    unread: 3,
  },
  {
    name: 'Pudong flat hunters',
    owner: 'grace',
    admins: [],
    members: ['mei', 'rent-pudong', 'kenji', 'nadia'],
    announcement: '',
    startMinutesAgo: 7 * 60,
    lines: [
      ['grace', 'Everybody who looks for a flat near line 2: share what you see here.'],
      14,
      ['kenji', 'Two rooms at Zhangjiang, 5,200, quiet side. Too far for me, maybe for you?'],
      4,
      ['nadia', 'Thank you! I go and look tomorrow.', { reply: -1, reactions: [['kenji', '👍']] }],
      20,
      ['rent-pudong', '张江那套两居室还在，周末可以看房。'],
    ],
    unread: 1,
  },
]
