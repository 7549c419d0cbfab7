import type { Clock, Timer } from '../../../base/clock.ts'
import type { ConversationId, Stamp } from '../../model.ts'
import { newsDelayMs } from './search-times.ts'

/** From the writer to those who follow the logs. */
export interface News {
  stamp: Stamp
  conversations: readonly ConversationId[]
}

/** Gathers which conversations gained entries, and tells it now and then to everybody who listens. */
export class CommitNews {
  readonly #clock: Pick<Clock, 'after'>
  readonly #gained = new Set<ConversationId>()
  readonly #listeners = new Set<(news: News) => void>()
  #stamp: Stamp = 0
  #timer: Timer | undefined

  constructor(clock: Pick<Clock, 'after'>) {
    this.#clock = clock
  }

  add(stamp: Stamp, gained: ReadonlySet<ConversationId>): void {
    this.#stamp = stamp
    if (this.#listeners.size === 0 || gained.size === 0) return
    for (const conversation of gained) this.#gained.add(conversation)
    this.#timer ??= this.#clock.after(newsDelayMs, () => this.tell())
  }

  /** From now on: what was committed before the listener looks for by itself. @returns what ends it */
  listen(listener: (news: News) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** At once: a listener begins, or waits until it is caught up. */
  tell(): void {
    this.close()
    const news: News = { stamp: this.#stamp, conversations: [...this.#gained] }
    this.#gained.clear()
    for (const listener of this.#listeners) listener(news)
  }

  close(): void {
    this.#timer?.cancel()
    this.#timer = undefined
  }
}
