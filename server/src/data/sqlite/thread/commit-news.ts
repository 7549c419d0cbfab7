import { setTimeout } from 'node:timers'
import type { MessagePort } from 'node:worker_threads'
import type { ConversationId, Stamp } from '../../model.ts'
import { newsDelayMs } from '../search/search-times.ts'

/** From the writer thread to the one that searches. */
export interface News {
  stamp: Stamp
  conversations: readonly ConversationId[]
}

/** Gathers which conversations gained entries, and tells it now and then to everybody who listens. */
export class CommitNews {
  readonly #gained = new Set<ConversationId>()
  readonly #ports = new Set<MessagePort>()
  #stamp: Stamp = 0
  #timer: NodeJS.Timeout | undefined

  add(stamp: Stamp, gained: ReadonlySet<ConversationId>): void {
    this.#stamp = stamp
    if (this.#ports.size === 0 || gained.size === 0) return
    for (const conversation of gained) this.#gained.add(conversation)
    this.#timer ??= setTimeout(() => this.#tell(), newsDelayMs)
  }

  /** From now on: the listener looks by itself for what was committed before it hears the first time, which is at once. */
  tellTo(port: MessagePort): void {
    this.#ports.add(port)
    port.on('close', () => this.#ports.delete(port))
    // NOTE asked by the listener, which waits until it is caught up.
    port.on('message', () => this.#tell())
    this.#tell()
  }

  close(): void {
    clearTimeout(this.#timer)
    for (const port of this.#ports) port.close()
  }

  #tell(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const news: News = { stamp: this.#stamp, conversations: [...this.#gained] }
    this.#gained.clear()
    for (const port of this.#ports) port.postMessage(news)
  }
}
