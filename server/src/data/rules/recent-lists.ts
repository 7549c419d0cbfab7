import type { AccountId, ConversationId, Stamp } from '../model.ts'
import { RecentList, type RecentLengths, type RecentRange } from './recent-list.ts'
import type { ReadTables, TouchedMembership } from './tables.ts'
import type { Touches } from './touches.ts'

export interface RecentLimits {
  /** From so many memberships on an account has a long list, else a short one. */
  longFrom: number
  /** More than a page of a sync. */
  long: RecentLengths
  /** What most syncs find: nothing, or a few conversations that changed since. */
  short: RecentLengths
  /** Of all lists together; beyond that the list that was not used for longest goes. 0: there are no lists. */
  placesMax: number
}

export const recentLimits: RecentLimits = {
  longFrom: 256,
  long: { min: 128, max: 256 },
  short: { min: 4, max: 8 },
  placesMax: 2_000_000,
}

/** So many places a list counts by itself, beside one for each conversation and each group. */
const placesOfList = 8

type Tables = Pick<ReadTables, 'hasMemberships' | 'groupsIn' | 'touchedMemberships'>

interface Kept {
  account: AccountId
  isLong: boolean
  list: RecentList
  /** Those it is in now: their changes are changes of this account's list. */
  groups: Set<ConversationId> | undefined
}

/**
 * Of each account that syncs, the conversations that changed last: so that a sync need not look through all memberships.
 * Kept in memory beside the reader, made from the tables when first asked for, and moved on by what each commit
 * touched; everything in it is true as of `stamp`, the last commit that was told, which is one that was acked or later.
 * A sync that is answered from here is as of that commit: what came after it comes with the next one, as what comes
 * while a sync is paged.
 */
export class RecentLists {
  readonly #limits: RecentLimits
  #stamp: Stamp
  /** In the order of their use. */
  readonly #kept = new Map<AccountId, Kept>()
  readonly #followers = new Map<ConversationId, Set<Kept>>()
  #places = 0

  /** @param stamp of the last commit before the first that will be told. */
  constructor(stamp: Stamp, limits = recentLimits) {
    this.#stamp = stamp
    this.#limits = limits
  }

  get stamp(): Stamp {
    return this.#stamp
  }

  /** Every commit, in order, before anything of it is answered. */
  take(touches: Touches): void {
    // NOTE one that was not told, whatever the reason, leaves every list without what it touched.
    if (touches.stamp !== this.#stamp + 1) this.#forgetAll()
    this.#stamp = touches.stamp
    if (this.#kept.size === 0) return
    for (const { id, low, high } of touches.conversations) {
      if (low > 0) {
        this.#touch(this.#kept.get(low), id)
        if (high !== low) this.#touch(this.#kept.get(high), id)
      } else {
        for (const kept of this.#followers.get(id) ?? []) this.#touch(kept, id)
      }
    }
    for (const { conversation, account, isInGroup } of touches.members) {
      const kept = this.#kept.get(account)
      if (kept === undefined) continue
      this.#touch(kept, conversation)
      if (isInGroup === true) this.#follow(kept, conversation)
      if (isInGroup === false) this.#unfollow(kept, conversation)
    }
  }

  /** As ReadTables.touchedMemberships, as of `stamp`. Undefined: ask the tables. */
  touchedMemberships(
    tables: Tables,
    range: RecentRange & { account: AccountId },
  ): TouchedMembership[] | undefined {
    const { account, since, until } = range
    if (this.#limits.placesMax === 0) return undefined
    // NOTE a page whose snapshot is of a commit that is yet to be told, as a reader may see it.
    if (since > this.#stamp || (until !== undefined && until > this.#stamp)) return undefined
    const kept = this.#kept.get(account)
    if (kept === undefined) return this.#make(tables, range)
    this.#kept.delete(account)
    this.#kept.set(account, kept)
    // NOTE a sync from nothing is rare, and asks the tables, where one that was lost is missed.
    return since === 0 && !kept.isLong ? undefined : kept.list.rows(range)
  }

  /** One look through the memberships makes the list and answers a first page. */
  #make(
    tables: Tables,
    range: RecentRange & { account: AccountId },
  ): TouchedMembership[] | undefined {
    const { account, since, limit } = range
    const { longFrom, long, short, placesMax } = this.#limits
    const isLong = tables.hasMemberships(account, longFrom)
    const lengths = isLong ? long : short
    const all = { account, since: 0, until: Number.MAX_SAFE_INTEGER, below: undefined }
    const rows = tables.touchedMemberships({ ...all, limit: Math.max(limit, lengths.min + 1) })
    const list = new RecentList(rows, lengths)
    const kept: Kept = { account, isLong, list, groups: undefined }
    this.#kept.set(account, kept)
    this.#places += placesOfList + list.size
    for (const group of tables.groupsIn(account)) this.#follow(kept, group)
    for (const oldest of this.#kept.values()) {
      if (this.#places <= placesMax) break
      this.#forget(oldest)
    }
    if (range.below !== undefined || range.until !== undefined) return list.rows(range)
    return rows.filter(({ touched }) => touched > since).slice(0, limit)
  }

  #touch(kept: Kept | undefined, conversation: ConversationId): void {
    if (kept === undefined) return
    const before = kept.list.size
    kept.list.touch(conversation, this.#stamp)
    this.#places += kept.list.size - before
  }

  #follow(kept: Kept, group: ConversationId): void {
    kept.groups ??= new Set()
    if (kept.groups.has(group)) return
    kept.groups.add(group)
    this.#places += 1
    const followers = this.#followers.get(group)
    if (followers === undefined) this.#followers.set(group, new Set([kept]))
    else followers.add(kept)
  }

  #unfollow(kept: Kept, group: ConversationId): void {
    if (kept.groups?.delete(group) !== true) return
    this.#places -= 1
    const followers = this.#followers.get(group)
    followers?.delete(kept)
    if (followers?.size === 0) this.#followers.delete(group)
  }

  #forget(kept: Kept): void {
    for (const group of [...(kept.groups ?? [])]) this.#unfollow(kept, group)
    this.#kept.delete(kept.account)
    this.#places -= placesOfList + kept.list.size
  }

  #forgetAll(): void {
    this.#kept.clear()
    this.#followers.clear()
    this.#places = 0
  }
}
