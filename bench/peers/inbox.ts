import { numbersOf } from './numbered.ts'

/** What one user gets of some senders, each message once and in the order of its sender. */
export class Inbox {
  count = 0
  readonly #name: string
  readonly #faults: string[]
  /** By sender: which of its messages must come now. */
  readonly #next: Uint32Array

  constructor(name: string, senders: number, faults: string[]) {
    this.#name = name
    this.#faults = faults
    this.#next = new Uint32Array(senders)
  }

  take(text: string): void {
    const { index, from } = numbersOf(text)
    const expected = this.#next[from]
    if (index !== expected)
      this.#faults.push(`${this.#name} got ${index} of sender ${from} instead of ${expected}`)
    this.#next[from] = index + 1
    this.count += 1
  }
}
