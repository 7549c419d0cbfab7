import type { Profile } from '@parley/client/browser'

export interface SampleConversation {
  id: number
  peer: Profile
  /** Oldest first. `me`: said by oneself. */
  entries: { me: boolean; text: string; timeMs: number }[]
  unread: number
  peerDelivered: number
  peerRead: number
  draft: string
  online: boolean
  lastSeenMs: number
}

export interface SampleWorld {
  me: Profile
  conversations: SampleConversation[]
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const person = (account: number, handle: string, displayName: string): Profile => {
  return { account, handle, displayName, avatar: '', kind: 1 }
}

type Line = readonly [me: 0 | 1, minutesAgo: number, text: string]

/** Buyers and sellers, in the languages they write. */
export function sampleWorld(nowMs: number, empty = false): SampleWorld {
  const me = person(1, 'chen.yu', '陈宇')
  if (empty) return { me, conversations: [] }
  let nextId = 100
  const talk = (
    peer: Profile,
    lines: readonly Line[],
    more: Partial<Omit<SampleConversation, 'entries' | 'peer' | 'id'>> = {},
  ): SampleConversation => {
    const entries = lines.map(([by, minutesAgo, text]) => ({
      me: by === 1,
      text,
      timeMs: nowMs - minutesAgo * minuteMs,
    }))
    return {
      id: nextId++,
      peer,
      entries,
      unread: 0,
      peerDelivered: entries.length,
      peerRead: entries.length,
      draft: '',
      online: false,
      lastSeenMs: nowMs - 3 * hourMs,
      ...more,
    }
  }
  const day = dayMs / minuteMs
  return {
    me,
    conversations: [
      talk(
        person(11, 'lin.mei', '林小梅'),
        [
          ...history(day * 3),
          [0, day + 190, '你好，那台富士 X-T4 还在吗？'],
          [1, day + 184, '在的，机身 9 成新，快门 8200 次左右，电池两块原装。'],
          [1, day + 183, '盒子、说明书、发票都在，2023 年 5 月京东买的。'],
          [0, day + 120, '价格还能商量吗？我在望京，可以当面看。'],
          [
            1,
            day + 96,
            '6800 最低了，前几天有人出 6700 我没卖。当面看没问题，望京 SOHO 附近都可以。',
          ],
          [0, 74, '那周六下午两点，望京 SOHO 塔 3 楼下的咖啡店可以吗？'],
          [1, 71, '可以，我带上镜头给你试机。'],
          [
            0,
            68,
            '太好了！镜头是 18-55 吗？这里有个链接你看看是不是这支：https://www.fujifilm-x.com/zh-cn/products/lenses/xf18-55mmf28-4-r-lm-ois/ 我怕买错。',
          ],
          [1, 66, '对，就是这支。'],
          [0, 9, '好的，那我先把定金付到平台？'],
          [
            0,
            8,
            '另外想问一下，传感器有没有坏点，取景器有没有划痕？麻烦有空的时候拍两张照片给我看一下，谢谢！',
          ],
          [0, 6, '不着急，你慢慢拍'],
        ],
        { unread: 3, online: true },
      ),
      talk(
        person(12, 'oak.and.ash', 'Oak & Ash Furniture'),
        [
          [1, day + 300, 'Hi! Is the walnut desk (160 × 70) still available?'],
          [
            0,
            day + 290,
            'Hello Chen, yes — one left in the showroom. It has a small scratch on the back edge, hence the price.',
          ],
          [1, day + 280, 'Could you send a photo of the scratch?'],
          [
            0,
            day + 200,
            'Of course. It is on the listing now, last picture: https://market.example/listings/48213',
          ],
          [1, 131, 'Thanks. That is fine for me. Do you deliver to Chaoyang?'],
          [0, 128, 'We do. 120 yuan, two people, up to the 6th floor without a lift.'],
          [0, 127, 'Thursday between 10 and 14 would work.'],
          [1, 36, 'Thursday is perfect. I will pay through the marketplace tonight.'],
          [1, 35, 'One more thing: can the legs be taken off? The stairwell is narrow.'],
        ],
        { peerRead: 8, peerDelivered: 9, online: true },
      ),
      talk(
        person(13, 'zhang.jianguo', '张建国'),
        [
          [0, 240, '两居室还在租，押一付三，可以养猫。'],
          [1, 210, '这周日上午方便看房吗？'],
        ],
        { draft: '师傅您好，我想问一下物业费和', lastSeenMs: nowMs - 22 * minuteMs, peerRead: 1 },
      ),
      talk(
        person(14, 'sofia.r', 'Sofía Rodríguez'),
        [
          [1, 330, 'Hola Sofía, is the bike a size M?'],
          [0, 320, 'Yes! Frame 54, good for 170–178 cm.'],
        ],
        { unread: 1 },
      ),
      talk(person(15, 'huawei.fix', '华强北数码维修'), [
        [1, day + 400, 'iPhone 13 换电池多少钱？'],
        [0, day + 380, '原装品质 260，当面换 20 分钟，质保一年。'],
        [1, day + 378, '好的，明天过去。'],
      ]),
      talk(
        person(16, 'wang.lei', '王磊'),
        [[0, day * 2 + 60, '快递单号 SF1483920571136，注意查收']],
        { online: true },
      ),
      talk(person(17, 'amelie', 'Amélie Laurent'), [
        [0, day * 3, 'The lamp arrived safely, thank you so much! Left you five stars.'],
        [1, day * 3 - 5, 'Glad to hear it. Enjoy!'],
      ]),
      talk(person(18, 'old.books', '旧书摊·老周'), [
        [0, day * 5, '《城南旧事》1983 年版有两本，品相都不错，一起拿算你 60。'],
      ]),
      talk(person(19, 'liu.yang', '刘洋'), [[1, day * 12, '谢谢，已确认收货。']]),
      talk(person(20, 'green.balcony', 'Green Balcony Plants'), [
        [0, day * 20, 'The monstera cutting is rooted and ready for pick-up.'],
      ]),
      talk(person(21, 'zhao', '赵敏'), [[0, day * 31, '钢琴已经卖掉了，不好意思。']]),
      talk(person(22, 'tom', 'Tom Okafor'), [[1, day * 410, 'Deal. See you at the station.']]),
    ],
  }
}

function history(startMinutesAgo: number): Line[] {
  return Array.from({ length: 130 }, (_, i): Line => {
    const by = i % 7 < 3 ? 1 : 0
    return [
      by,
      startMinutesAgo + (130 - i) * 11,
      `第 ${i + 1} 条：${phrases[i % phrases.length] ?? ''}`,
    ]
  })
}

const phrases = [
  '你好，请问这个还在吗？',
  '在的，可以看一下详情页里的照片。',
  '成色怎么样？',
  '九成新，没有磕碰，功能都正常，平时放在防潮箱里，很少带出门用。',
  '可以便宜一点吗',
  '已经是最低价了哦',
  '那包邮吗？',
  '北京市内可以当面交易，外地顺丰到付。',
] as const
