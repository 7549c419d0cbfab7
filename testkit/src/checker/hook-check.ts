import type { Conversation } from './facts.ts'
import type { Findings } from './findings.ts'
import type { Name } from './history.ts'

/** Every entry that is owed is told at least once; where all are owed, in the order of each log, each under its id. */
export class HookCheck {
  /** Every entry of every conversation is owed. */
  isAllOwed = false
  readonly #owed = new Set<string>()
  readonly #called = new Set<string>()
  /** By conversation: ids by seq, as far as they were told. */
  readonly #told = new Map<Name, string[]>()
  readonly #skipped: string[] = []

  owe(id: string): void {
    this.#owed.add(id)
  }

  call(id: string, conversation: Name, seq: number): void {
    this.#called.add(id)
    let told = this.#told.get(conversation)
    if (told === undefined) this.#told.set(conversation, (told = ['']))
    if (seq > told.length)
      this.#skipped.push(`${conversation}/${seq} was told before ${told.length}`)
    if (seq >= told.length) told[seq] = id
    else if (told[seq] !== undefined && told[seq] !== id)
      this.#skipped.push(`${conversation}/${seq} was told as ${told[seq]} and as ${id}`)
  }

  finish(conversations: Iterable<Conversation>, findings: Findings): void {
    for (const id of this.#owed)
      if (!this.#called.has(id)) findings.add('hook', `${id} was never called`)
    if (this.isAllOwed) {
      for (const sentence of this.#skipped) findings.add('hook', sentence)
      for (const conversation of conversations) this.#judgeLog(conversation, findings)
      return
    }
    for (const id of this.#called)
      if (!this.#owed.has(id)) findings.add('hook', `${id} was called but never owed`)
  }

  #judgeLog({ name, log, headSeq }: Conversation, findings: Findings): void {
    const told = this.#told.get(name) ?? ['']
    if (told.length <= headSeq)
      findings.add('hook', `${name}/${told.length} was never told, the log goes to ${headSeq}`)
    for (const [seq, send] of log.entries()) {
      if (send === undefined || told[seq] === undefined || told[seq] === send.id) continue
      findings.add('hook', `${name}/${seq} is ${send.id} and was told as ${told[seq]}`)
    }
  }
}
