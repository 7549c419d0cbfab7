import type { Deed } from './facts.ts'
import type { Name } from './history.ts'

/** What accounts deleted for themselves in one conversation. */
export class Deletions {
  readonly #deeds = new Map<Name, Deed[]>()

  add(deed: Deed): void {
    const list = this.#deeds.get(deed.account)
    if (list === undefined) this.#deeds.set(deed.account, [deed])
    else list.push(deed)
  }

  /** Somebody of the account asked for it, and it was not refused. */
  may(account: Name | undefined, seq: number): boolean {
    const names = ({ code }: Deed): boolean => code === undefined || code === ''
    return this.#of(account).some((deed) => names(deed) && covers(deed, seq))
  }

  /** It was done, and that was told before this time. */
  isDone(account: Name | undefined, seq: number, beforeMs = Infinity): boolean {
    const isTold = ({ code, doneAt }: Deed): boolean => code === '' && doneAt < beforeMs
    return this.#of(account).some((deed) => isTold(deed) && covers(deed, seq))
  }

  #of(account: Name | undefined): readonly Deed[] {
    return (account === undefined ? undefined : this.#deeds.get(account)) ?? []
  }
}

const covers = ({ seqs = [], upTo = 0 }: Deed, seq: number): boolean =>
  seq <= upTo || seqs.includes(seq)
