import { setTimeout } from 'node:timers'
import type { MessagePort } from 'node:worker_threads'
import type { ConversationId, Stamp } from '../../model.ts'

/** What commits add is told together after this long. */
export const newsDelayMs = 200

/** From the writer thread to the one that searches. */
export interface News {
  stamp: Stamp
  conversations: readonly ConversationId[]
}

/** Gathers which conversations gained entries, and tells it now and then. Nobody listens until tellTo(). */
export class CommitNews {
  readonly #gained = new Set<ConversationId>()
  #stamp: Stamp = 0
  #port: MessagePort | undefined
  #timer: NodeJS.Timeout | undefined

  add(stamp: Stamp, gained: ReadonlySet<ConversationId>): void {
    this.#stamp = stamp
    if (this.#port === undefined || gained.size === 0) return
    for (const conversation of gained) this.#gained.add(conversation)
    this.#timer ??= setTimeout(() => this.#tell(), newsDelayMs)
  }

  /** From now on: the listener looks by itself for what was committed before it hears the first time, which is at once. */
  tellTo(port: MessagePort): void {
    this.#port?.close()
    this.#port = port
    this.#gained.clear()
    // NOTE asked by the listener, which waits until it is caught up.
    port.on('message', () => this.#tell())
    this.#tell()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#port?.close()
  }

  #tell(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const news: News = { stamp: this.#stamp, conversations: [...this.#gained] }
    this.#gained.clear()
    this.#port?.postMessage(news)
  }
}
