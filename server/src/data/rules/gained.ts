import type { ConversationId } from '../model.ts'

type Listener = (conversations: readonly ConversationId[]) => void

/** Passes on which conversations gained entries: from the engine that commits to whoever follows the logs. */
export class Gained {
  readonly #listeners = new Set<Listener>()

  on(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(conversations: Iterable<ConversationId>): void {
    if (this.#listeners.size === 0) return
    const list = [...conversations]
    if (list.length > 0) for (const listener of this.#listeners) listener(list)
  }
}
