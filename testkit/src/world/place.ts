import type { AccountId, Conversation, IM } from '@parley/client'
import type { DeviceRecorder } from '../recorder/device-recorder.ts'
import type { FileBook } from './file-book.ts'
import type { SeededRandom } from './seeded-random.ts'

/** What people hand each other outside of the messenger. */
export interface Board {
  /** Links to groups, the newest last. */
  readonly links: string[]
  readonly accounts: AccountId[]
  /** What somebody took out of the list, by account and conversation: it is there all the same. */
  readonly hidden: Set<string>
  /** Messages that the server said it keeps for later, and whose they are; those that may be cancelled left out. */
  readonly kept: Map<string, AccountId>
  /** Conversations in which something was to burn. */
  readonly burning: Set<number>
  /** By account and conversation: the entry by which it came last. */
  readonly joins: Map<string, number>
  /** The server's clock was set while nothing noticed: what is to burn may do so at any time. */
  isClockOff: boolean
  /** The server's clock was set at all: devices learn of its time when they log in. */
  isClockSet: boolean
  /** By the name of a device: whose presence its present program follows. */
  readonly watching: Map<string, { im: IM; accounts: readonly AccountId[] }>
  /** Accounts of which nobody knows yet what they settled last. */
  readonly settling: Map<AccountId, number>
  /** Something begins that may be over at the next look at who is online. */
  look(): void
  /** Who ever blocked whom: two accounts. */
  readonly blocks: Set<string>
  readonly files: FileBook
}

export interface PersonDeps {
  name: string
  random: SeededRandom
  recorder: DeviceRecorder
  board: Board
  /** Acts that are left out, by name. */
  withoutActs: readonly string[]
  note(what: string): void
}

export const emptyBoard = (files: FileBook): Board => ({
  files,
  ...{ links: [], accounts: [], hidden: new Set(), kept: new Map() },
  ...{ burning: new Set(), joins: new Map(), isClockOff: false, isClockSet: false },
  ...{ watching: new Map(), settling: new Map(), blocks: new Set(), look() {} },
})

export function noteJoin({ joins }: Board, who: string, seq: number): void {
  joins.set(who, Math.max(seq, joins.get(who) ?? 0))
}

/** What a program lends who uses it. */
export interface Hands {
  /** Runs something after a while, if the program still runs then. */
  later(lowMs: number, highMs: number, run: () => void): void
  /** As a page shows an address. */
  fetchBytes(url: string): Promise<{ status: number; bytes: Uint8Array }>
  /** Something has begun that comes to an end by itself. @returns what says that it has. */
  doing(what: string): () => void
}

/** Where a person is and what it does there, at one moment. */
export interface Place extends PersonDeps, Hands {
  im: IM
  conversation: Conversation
  /** The other one of a direct conversation; undefined in a group. */
  peer: AccountId | undefined
  /** Accounts that this person writes to. */
  peers: readonly AccountId[]
  /** A word that nobody has said yet. */
  word(): string
}

/** NOTE what fails because the network is away is tried again by the person some other time. */
export function quietly(work: Promise<unknown>): void {
  work.catch(() => {})
}
