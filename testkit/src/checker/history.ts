/** The lines of a history, as README.md describes them. */
export type Name = string | number
export type State = 'edited' | 'recalled' | 'erased'
/** What changes an earlier entry and is none that is read itself. */
export type ActKind = 'edit' | 'recall' | 'react' | 'pin' | 'burn'
/** What a person does to a group, to another account, or with a conversation for itself alone. */
export type DeedKind =
  | 'created'
  | 'joined'
  | 'added'
  | 'removed'
  | 'left'
  | 'told'
  | 'block'
  | 'unblock'
  | 'deleted'
/** Both ends included. */
export type SeqPair = readonly [from: number, to: number]
/** seq, sender, client id, digest; changed and state; the seq it refers to; what was said to it with one emoji each. */
export type SeenEntry = readonly [
  seq: number,
  sender: Name,
  id: string,
  digest: string,
  changed?: number,
  state?: State | '',
  ref?: number,
  reactions?: string,
]

export type Line =
  | { event: 'device'; device: Name; account: Name }
  | {
      event: 'send'
      device: Name
      id: string
      digest: string
      to?: Name
      conversation?: Name
      at?: number
      place?: number
      act?: ActKind
      ref?: number
      burnAfterMs?: number
    }
  | { event: 'ok'; device: Name; id: string; conversation: Name; seq: number; at: number }
  | { event: 'fail'; device: Name; id: string; code: string }
  | { event: 'unknown'; device: Name; id: string }
  | { event: 'waiting'; id: string }
  | {
      event: 'shown'
      device: Name
      conversation: Name
      entries: SeenEntry[]
      place?: 'end' | 'start'
    }
  | { event: 'changed'; device: Name; conversation: Name; entries: SeenEntry[] }
  | { event: 'nothing' | 'kept'; device: Name; conversation: Name; from: number; to: number }
  | { event: 'reset'; device: Name; conversation: Name }
  | { event: 'settled'; device: Name; conversation: Name; shows?: number[] }
  | { event: 'deleted'; device: Name; conversation: Name; ranges: SeqPair[] }
  | { event: 'restart'; device: Name; kept: boolean }
  | { event: 'gone'; device: Name }
  | {
      event: 'pull'
      device: Name
      conversation: Name
      invoked: number
      at: number
      from: number
      to: number
      head: number
      entries: SeenEntry[]
    }
  | { event: 'read' | 'delivered'; device: Name; conversation: Name; account: Name; seq: number }
  | {
      event: 'unread'
      device: Name
      conversation: Name
      unread: number
      read: number
      head: number
    }
  | { event: 'reads'; device: Name; conversation: Name; seq: number; at: number }
  | {
      event: 'burnt'
      device: Name
      conversation: Name
      seq: number
      id: string
      ref: number
      at: number
    }
  | { event: 'clock'; at: number }
  | { event: 'joined' | 'left'; account: Name; conversation: Name; seq: number }
  | { event: 'open'; conversation: Name; seq: number; open: boolean }
  | {
      event: 'notice'
      conversation: Name
      seq: number
      id: string
      by: Name
      what: DeedKind
      accounts: Name[]
      text: string
    }
  | {
      event: 'do'
      device: Name
      key: string
      what: DeedKind
      conversation: Name
      accounts: Name[]
      text: string
      at: number
      seqs?: readonly number[]
      upTo?: number
    }
  | { event: 'done'; device: Name; key: string; code: string; at: number }
  | { event: 'members'; device: Name; conversation: Name; accounts: Name[] }
  | { event: 'bound'; presence: number }
  | { event: 'online'; account: Name; online?: boolean; at: number }
  | { event: 'watch'; device: Name; account: Name; watching: boolean; at: number }
  | { event: 'presence'; device: Name; account: Name; online: boolean; at: number }
  | { event: 'hook' | 'hooked'; id: string; conversation: Name; seq: number }
  | { event: 'told'; account: Name; conversation: Name; ranges: SeqPair[] }
  | { event: 'hooks' }
  | { event: 'quiet'; at: number }

export const violationKinds = [
  'lost',
  'duplicate',
  'phantom',
  'order',
  'gap',
  'monotonic',
  'read-your-writes',
  'membership',
  'unknown',
  'presence',
  'unread',
  'edits',
  'deleted',
  'burn',
  'hook',
] as const
export type ViolationKind = (typeof violationKinds)[number]

export interface Verdict {
  /** Complete, and without violation. */
  good: boolean
  violations: Record<ViolationKind, number>
  /** The first of each kind, as sentences. */
  samples: string[]
  /** Why nothing is proven; empty when the history is complete. */
  incomplete: string[]
  figures: Record<string, number>
}
