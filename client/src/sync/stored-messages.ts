import type { AccountId } from '../base/model.ts'
import { isDeleted, type SeqRange } from './deleted.ts'
import { isShown } from './kinds.ts'
import type { LogEntry } from './log-entry.ts'
import { messageOf, type Message } from './message.ts'

/** Keys of own messages that are kept stable after they were stored. */
const keysMax = 500

interface Lists {
  entries: readonly LogEntry[]
  deleted: readonly SeqRange[]
  /** Those that are not deleted, and their messages. */
  left: readonly LogEntry[]
  log: readonly Message[]
  /** Those of it that are shown. */
  shown: readonly Message[]
}

/** Stored entries as messages: of the same entries the same messages, in the same lists. */
export class StoredMessages {
  readonly #me: () => AccountId
  readonly #messages = new WeakMap<LogEntry, Message>()
  readonly #keys = new Map<string, string>()
  #lists: Lists | undefined

  constructor(me: () => AccountId) {
    this.#me = me
  }

  /** An own message keeps the key that it had before it was stored. */
  remember(clientId: string, key: string): void {
    this.#keys.set(clientId, key)
    const [oldest] = this.#keys.keys()
    if (this.#keys.size > keysMax && oldest !== undefined) this.#keys.delete(oldest)
  }

  message(entry: LogEntry): Message {
    const known = this.#messages.get(entry)
    if (known !== undefined) return known
    const key = this.#keys.get(entry.clientId) ?? `${entry.sender}:${entry.clientId || entry.seq}`
    const message = messageOf(entry, this.#me(), key)
    this.#messages.set(entry, message)
    return message
  }

  lists(entries: readonly LogEntry[], deleted: readonly SeqRange[]): Lists {
    const known = this.#lists
    if (known?.entries === entries && known.deleted === deleted) return known
    const isLeft = ({ seq }: LogEntry) => !isDeleted(deleted, seq)
    const left = deleted.length === 0 ? entries : entries.filter(isLeft)
    const log = this.#log(left)
    const shown = log.every(isShown) ? log : log.filter(isShown)
    return (this.#lists = { entries, deleted, left, log, shown })
  }

  /** NOTE most lists are the one before with an entry more: what stands in its place is not looked up again. */
  #log(left: readonly LogEntry[]): readonly Message[] {
    const known = this.#lists
    const first = left[0]
    const shift = known === undefined || first === undefined ? -1 : known.left.indexOf(first)
    if (known === undefined || shift < 0) return left.map((entry) => this.message(entry))
    return left.map((entry, index) => {
      const message = known.left[index + shift] === entry ? known.log[index + shift] : undefined
      return message ?? this.message(entry)
    })
  }
}
