/**
 * The numbers of one connection's pushes: which were given out, which were written, which were acknowledged (R6, R7).
 * Times: one mark is kept, not one for each push. It is set when a push is written and nothing is waited for, and moves on
 * to the newest written one when it is acknowledged; so a missing acknowledgement is noticed at the latest after twice its
 * time, and at the first one in exactly that time.
 */
export class PushLedger {
  /** The last number given out; a dropped push used one up too. */
  sent = 0
  /** Numbered pushes that were dropped. */
  drops = 0
  /** Pushes were dropped, and no sync that began afterwards has been answered. */
  behind = false
  #written = 0
  #markNumber = 0
  #markMs = 0

  /** @returns the number for a push that is written now. */
  write(nowMs: number): number {
    this.sent = next(this.sent)
    this.#written = this.sent
    if (this.#markNumber === 0) this.#mark(nowMs)
    return this.sent
  }

  drop(): void {
    this.sent = next(this.sent)
    this.drops += 1
    this.behind = true
  }

  /** A ping named the last push received. A number that was never sent acknowledges nothing. */
  acknowledge(number: number, nowMs: number): void {
    if (this.#markNumber === 0 || number < this.#markNumber || number > this.sent) return
    this.#markNumber = 0
    if (number < this.#written) this.#mark(nowMs)
  }

  /** A sync that began when `drops` were dropped has been answered. */
  synced(drops: number): void {
    if (drops === this.drops) this.behind = false
  }

  /** When the acknowledgement of the marked push is due; undefined while nothing is waited for. */
  ackDueMs(ackMs: number): number | undefined {
    return this.#markNumber === 0 ? undefined : this.#markMs + ackMs
  }

  #mark(nowMs: number): void {
    this.#markNumber = this.#written
    this.#markMs = nowMs
  }
}

const numberMax = 2 ** 32 - 1

/** NOTE after 2^32 − 1 pushes of one epoch the numbers would begin anew: the hole it makes leads to a sync. */
function next(number: number): number {
  return number === numberMax ? 1 : number + 1
}
