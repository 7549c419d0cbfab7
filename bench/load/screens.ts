import { accountId } from '../lab/accounts.ts'

/** Nothing was told of that one yet. */
const untold = 255

/** Some users in a row, each of whom has the `watched` users after it on its screen, in a ring; and what each screen shows. */
export class Screens {
  readonly #firstUser: number
  readonly #users: number
  readonly #watched: number
  /** By viewer, then by how many places the other one is after it. */
  readonly #shown: Uint8Array

  /** @param watched fewer than users. */
  constructor(firstUser: number, users: number, watched: number) {
    this.#firstUser = firstUser
    this.#users = users
    this.#watched = watched
    this.#shown = new Uint8Array(users * watched).fill(untold)
  }

  accountsOf(viewer: number): number[] {
    return Array.from({ length: this.#watched }, (_, step) =>
      accountId(this.#userAfter(viewer, step)),
    )
  }

  /** @returns false where the account is not on this screen. */
  show(viewer: number, account: number, status: number): boolean {
    const at = this.#at(viewer, account)
    if (at === undefined) return false
    this.#shown[at] = status
    return true
  }

  /** As the answer to a subscription says. What was pushed is newer than it, though it may have been taken before. */
  showAtFirst(viewer: number, account: number, status: number): boolean {
    const at = this.#at(viewer, account)
    if (at === undefined) return false
    if (this.#shown[at] === untold) this.#shown[at] = status
    return true
  }

  /** @param statusOf how an account stands. @returns who sees it otherwise, in words, `most` at most. */
  wrong(statusOf: (account: number) => number, most: number): string[] {
    const wrong: string[] = []
    for (let place = 0; place < this.#users; place += 1) {
      const viewer = this.#firstUser + place
      for (let step = 0; step < this.#watched; step += 1) {
        const account = accountId(this.#userAfter(viewer, step))
        const shown = this.#shown[place * this.#watched + step]
        const is = statusOf(account)
        if (shown === is) continue
        wrong.push(`user ${viewer} sees account ${account} as ${shown} instead of ${is}`)
        if (wrong.length === most) return wrong
      }
    }
    return wrong
  }

  #userAfter(viewer: number, step: number): number {
    return this.#firstUser + ((viewer - this.#firstUser + 1 + step) % this.#users)
  }

  #at(viewer: number, account: number): number | undefined {
    const place = viewer - this.#firstUser
    const other = account - accountId(this.#firstUser)
    if (other < 0 || other >= this.#users) return undefined
    const step = (other - place - 1 + this.#users) % this.#users
    return step < this.#watched ? place * this.#watched + step : undefined
  }
}
