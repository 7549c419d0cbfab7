import { type Conversation, IMError, type Message, messageAt } from '@parley/client/browser'

/** Quoted messages that are kept in mind. */
const quotesMax = 300

/** A message that is quoted: undefined while it is asked for, `missing` when it is not there for us. */
export type Quoted = Message | 'missing' | undefined

interface Known {
  /** The entry that changed it last when it was asked for. */
  changed: number
  quoted: Quoted
}

/** Quoted messages that are not shown themselves: asked for once, and again when something changed them. */
export class QuoteBook {
  readonly #conversation: Conversation
  readonly #known = new Map<number, Known>()
  readonly #listeners = new Set<() => void>()

  constructor(conversation: Conversation) {
    this.#conversation = conversation
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  look(seq: number): Quoted {
    return this.#known.get(seq)?.quoted
  }

  /** Asks for it, unless it is known as it is since this entry. */
  want(seq: number, changed: number): void {
    const known = this.#known.get(seq)
    if (known !== undefined && known.changed >= changed) return
    this.#known.set(seq, { changed, quoted: known?.quoted })
    const [oldest] = this.#known.keys()
    if (this.#known.size > quotesMax && oldest !== undefined) this.#known.delete(oldest)
    messageAt(this.#conversation, seq).then(
      (message) => this.#learn(seq, { changed, quoted: message ?? 'missing' }),
      (thrown: unknown) => {
        // NOTE what cannot be asked now is asked when it is next looked at.
        if (thrown instanceof IMError && thrown.retry === 'never')
          this.#learn(seq, { changed, quoted: 'missing' })
        else this.#known.delete(seq)
      },
    )
  }

  #learn(seq: number, known: Known): void {
    if ((this.#known.get(seq)?.changed ?? 0) > known.changed) return
    this.#known.set(seq, known)
    for (const listener of this.#listeners) listener()
  }
}
