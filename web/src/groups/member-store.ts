import type { GroupMember, Groups } from '@parley/client/browser'

type MemberSource = Pick<Groups, 'members' | 'member'>

export interface MemberList {
  /** Owner and admins first, then by account. */
  readonly members: readonly GroupMember[]
  /** All pages are there. */
  readonly isComplete: boolean
  readonly isLoading: boolean
  readonly error: unknown
}

/** The members of one group, page by page; what the log tells of them goes in. */
export class MemberStore {
  readonly #groups: MemberSource
  readonly #group: number
  readonly #listeners = new Set<() => void>()
  readonly #members = new Map<number, GroupMember>()
  /** Named by a notice: their place is looked up anew. */
  readonly #due = new Set<number>()
  #next = 0
  #hasBegun = false
  #list: MemberList = { members: [], isComplete: false, isLoading: false, error: undefined }

  constructor(groups: MemberSource, group: number) {
    this.#groups = groups
    this.#group = group
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly getSnapshot = (): MemberList => this.#list

  /** The next page; nothing while one is on its way or none is left. */
  async more(): Promise<void> {
    if (this.#list.isLoading || this.#list.isComplete) return
    this.#tell({ isLoading: true, error: undefined })
    try {
      const { members, next } = await this.#groups.members(this.#group, { after: this.#next })
      this.#hasBegun = true
      this.#next = next
      for (const member of members) this.#members.set(member.account, member)
      this.#tell({ isLoading: false, isComplete: next === 0 })
    } catch (error) {
      this.#tell({ isLoading: false, error })
    }
  }

  async all(): Promise<void> {
    while (!this.#list.isComplete && this.#list.error === undefined && !this.#list.isLoading)
      await this.more()
  }

  /** Something was told of these. */
  due(accounts: readonly number[]): void {
    for (const account of accounts) this.#due.add(account)
    // NOTE after everybody has heard of it: the client forgets what it knew of them.
    queueMicrotask(() => this.look())
  }

  /** Takes over what the client knows of those that are due; asks for the rest behind. */
  look(): void {
    let changed = false
    for (const account of this.#due) {
      const member = this.#groups.member(this.#group, account)
      if (member === undefined) continue
      this.#due.delete(account)
      // NOTE beyond the pages that are there it comes with its own page.
      const isShown = this.#hasBegun && (this.#next === 0 || account <= this.#next)
      if (member.role === 0) this.#members.delete(account)
      else if (isShown) this.#members.set(account, member)
      changed = true
    }
    if (changed) this.#tell({})
  }

  #tell(change: Partial<MemberList>) {
    const members = [...this.#members.values()].toSorted(
      (a, b) => b.role - a.role || a.account - b.account,
    )
    this.#list = { ...this.#list, ...change, members }
    for (const listener of this.#listeners) listener()
  }
}
