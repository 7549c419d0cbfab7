import type { ConversationId } from '../base/model.ts'
import type { IMError } from '../base/im-error.ts'
import type { MessageState } from './message.ts'

export interface Stored {
  readonly conversation: ConversationId
  readonly seq: number
  readonly timeMs: number
  /** True: an earlier attempt had stored it, this one repeats its result. */
  readonly duplicate: boolean
}

/** One message of ours from send() until it is stored or discarded. Survives restarts in the outbox. */
export interface SentMessage {
  readonly key: string
  /** Lower-case UUID text; empty until it is minted, just before the first transmission. */
  readonly clientId: string
  readonly state: MessageState
  readonly error: IMError | undefined
  /**
   * Resolves when it is durably stored; rejects when it failed for good or was discarded.
   * After resend() this is another promise. Leaving it unwatched is fine.
   */
  readonly stored: Promise<Stored>
  /**
   * For held and failed: takes its place at the end of the queue, under the same id unless it certainly was never
   * stored. For unknown: sends it again under a new id; the caller accepts that it may then be there twice.
   */
  resend(): void
  /** Drops it from the outbox. Of one that is under way the outcome is not known. */
  discard(): void
  on(event: 'changed', listener: (message: SentMessage) => void): () => void
}
