import type { ConversationId, Stamp } from '../model.ts'

type Listener = (conversations: readonly ConversationId[], stamp: Stamp) => void

/** Passes on which conversations gained entries: from the engine that commits to whoever follows the logs. */
export class Gained {
  readonly #listeners = new Set<Listener>()

  on(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Of all commits up to `stamp` that were not told before. */
  tell(conversations: Iterable<ConversationId>, stamp: Stamp): void {
    if (this.#listeners.size === 0) return
    const list = [...conversations]
    if (list.length > 0) for (const listener of this.#listeners) listener(list, stamp)
  }
}
