import type { ActKind, DeedKind } from '../checker/history.ts'

/** What is said of a send when it is first transmitted. */
export interface Said {
  digest: string
  /** The other account of a direct conversation. */
  to?: number
  conversation?: number
  act?: ActKind
  /** What an act changes. */
  ref?: number
  burnAfterMs?: number
}

/** Something done to a group, another account, or for oneself alone. */
export interface Deed {
  what: DeedKind
  conversation: number
  accounts: readonly number[]
  text: string
  seqs?: readonly number[]
  upTo?: number
}
