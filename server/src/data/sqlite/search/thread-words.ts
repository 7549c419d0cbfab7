import type { ErrorName } from '@parley/protocol'
import type { AccountId } from '../../model.ts'
import type { FoundName, SearchInput, SearchPage } from '../../search-store.ts'

/** To the thread that follows the logs. */
export type SearchOrder = { type: 'caughtUp'; id: number } | { type: 'close' }

export type SearchNote =
  /** The index can be asked. */
  | { type: 'open' }
  | { type: 'caughtUp'; id: number }
  /** Something waits to be taken up, or nothing does any more. Until it says so it is behind. */
  | { type: 'behind'; isBehind: boolean }
  | { type: 'closed' }

/** To the thread that answers. */
export type FindOrder =
  | { type: 'find'; id: number; input: SearchInput }
  | { type: 'names'; id: number; reader: AccountId; text: string; limit: number }
  | { type: 'close' }

export type FindNote =
  | { type: 'page'; id: number; page: Omit<SearchPage, 'behind'> }
  | { type: 'names'; id: number; names: FoundName[] }
  | { type: 'refused'; id: number; error: ErrorName; message: string }
  | { type: 'closed' }

/** What happens to a thread, told later and in order. */
export interface ThreadEvents<Note> {
  said(note: Note): void
  /** What it dies of. */
  failed(fault: Error): void
  /** The last thing that is told. */
  ended(): void
}

/** A thread, to who started it. */
export interface StartedThread<Order> {
  post(order: Order): void
  /** Without a word. Resolves when it has ended. */
  terminate(): Promise<unknown>
}
