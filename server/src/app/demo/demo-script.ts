export interface DemoPerson {
  handle: string
  displayName: string
  locale: string
}

export const demoPeople: readonly DemoPerson[] = [
  { handle: 'mei', displayName: '陈美', locale: 'zh-CN' },
  { handle: 'oldtown-bikes', displayName: 'Old Town Bikes', locale: 'en' },
  { handle: 'zhang.wei', displayName: '张伟', locale: 'zh-CN' },
  { handle: 'lihua', displayName: '李华 · 二手家具', locale: 'zh-CN' },
  { handle: 'sofia', displayName: 'Sofia Marin', locale: 'en' },
  { handle: 'tom', displayName: 'Tom Becker', locale: 'en' },
  { handle: 'rent-pudong', displayName: '浦东租房小王', locale: 'zh-CN' },
  { handle: 'grace', displayName: 'Grace Okafor', locale: 'en' },
  { handle: 'phone-lab', displayName: '手机维修工坊', locale: 'zh-CN' },
  { handle: 'liu.yang', displayName: '刘洋', locale: 'zh-CN' },
  { handle: 'nadia', displayName: 'Nadia K.', locale: 'en' },
  { handle: 'kenji', displayName: 'Kenji Mori', locale: 'en' },
]

/** What a line answers, by its place in the talk (the latest is -1), and what others say to it with an emoji. */
export interface DemoMore {
  reply?: number
  reactions?: readonly (readonly [handle: string, emoji: string])[]
}

/** Who says what, or a number of minutes that pass. */
export type DemoLine = readonly [handle: string, text: string, more?: DemoMore] | number

export interface DemoTalk {
  between: readonly [string, string]
  /** Minutes before now at which it starts. */
  startMinutesAgo: number
  lines: readonly DemoLine[]
  /** How many of the last entries the other side has not read yet. */
  unread?: number
}

const day = 24 * 60

export const demoTalks: readonly DemoTalk[] = [
  {
    between: ['mei', 'oldtown-bikes'],
    startMinutesAgo: 2 * day + 90,
    lines: [
      ['mei', '你好，永久牌那辆山地车还在吗？'],
      4,
      ['oldtown-bikes', '在的，26 寸，去年刚换的链条和刹车。'],
      ['oldtown-bikes', 'Happy to send more photos if you like.'],
      2,
      ['mei', '好的，车架有划痕吗？'],
      11,
      ['oldtown-bikes', '后叉有一点掉漆，其他都好。一口价 480。'],
      day,
      ['mei', '450 可以的话我今天下午过去看。'],
      6,
      ['oldtown-bikes', '来吧，450。地址：老城根路 12 号，六点前都在。'],
      1,
      ['mei', '好的，谢谢 🚲', { reactions: [['oldtown-bikes', '👍']] }],
      day - 400,
      ['oldtown-bikes', '骑得怎么样？有问题随时来调。'],
    ],
    unread: 1,
  },
  {
    between: ['sofia', 'lihua'],
    startMinutesAgo: day + 300,
    lines: [
      ['sofia', 'Hi! Is the oak desk still available? https://example.com/listing/8812'],
      9,
      ['lihua', 'Yes it is. 140 × 70 cm, very solid. 800 for quick sale.'],
      3,
      ['sofia', 'Could you do 700 if I pick it up tomorrow?'],
      15,
      ['lihua', '720, and I help you carry it down (no lift here 😅)'],
      2,
      ['sofia', 'Deal. Around 10?'],
      1,
      ['lihua', '10 is fine.'],
    ],
  },
  {
    between: ['zhang.wei', 'rent-pudong'],
    startMinutesAgo: 5 * 60,
    lines: [
      ['zhang.wei', '请问张江那套一居室可以短租三个月吗？'],
      22,
      ['rent-pudong', '可以，短租每月 4600，押一付一。'],
      ['rent-pudong', '水电按表，宽带已包。'],
      5,
      ['zhang.wei', '周末能看房吗？'],
      1,
      ['rent-pudong', '周六上午 10 点或下午 3 点，您看哪个方便？'],
      ['rent-pudong', '到了小区东门给我打字就行，我下来接。'],
    ],
    unread: 2,
  },
  {
    between: ['mei', 'phone-lab'],
    startMinutesAgo: 4 * 60,
    lines: [
      ['mei', '屏幕碎了，iPhone 13，换外屏多少钱？'],
      3,
      ['phone-lab', '外屏 260，总成 520，都保修半年。'],
      2,
      ['mei', '大概要多久？'],
      1,
      ['phone-lab', '一个小时左右，可以等。'],
    ],
    unread: 1,
  },
  {
    between: ['tom', 'grace'],
    startMinutesAgo: 3 * 60,
    lines: [
      ['tom', 'Is the stroller foldable? We live on the 5th floor.'],
      12,
      ['grace', 'It is, one hand, about 7 kg.'],
      ['grace', 'The rain cover is included, it was only used twice.'],
      4,
      ['tom', 'Perfect. Can you ship, or pick-up only?'],
    ],
    unread: 1,
  },
  {
    between: ['liu.yang', 'mei'],
    startMinutesAgo: 100,
    lines: [
      ['liu.yang', '你好，周末还约球吗？'],
      8,
      ['mei', '约！周日下午三点，老地方。'],
      1,
      ['liu.yang', '好，我带球。'],
    ],
  },
  {
    between: ['kenji', 'mei'],
    startMinutesAgo: 45,
    lines: [
      ['kenji', 'Hello Mei, does the tea set come with the tray?'],
      2,
      ['kenji', 'I could come by on Friday evening.'],
    ],
    unread: 2,
  },
  {
    between: ['nadia', 'sofia'],
    startMinutesAgo: 6 * day,
    lines: [
      ['nadia', 'Do you still have the blue winter jacket in M?'],
      35,
      ['sofia', 'Sold yesterday, sorry! I have a green one in M.'],
      10,
      ['nadia', 'Green is great too. Photo?', { reply: -1 }],
    ],
  },
]

/** A long talk, to scroll in. */
export function longTalk(): DemoTalk {
  const lines: DemoLine[] = []
  for (let index = 1; index <= 160; index += 1) {
    lines.push(['tom', `Item ${index}: is it still available?`], 2)
    lines.push(
      ['mei', index % 3 === 0 ? `第 ${index} 件已经卖了。` : `第 ${index} 件还在，可以看。`],
      7,
    )
  }
  return { between: ['tom', 'mei'], startMinutesAgo: 9 * day, lines }
}
