import type { AccountId, ConversationId, Stamp } from '../model.ts'
import { RecentList, type RecentRange } from './recent-list.ts'
import type { ReadTables, TouchedMembership } from './tables.ts'
import type { Touches } from './touches.ts'

export interface RecentLimits {
  /** From so many memberships on an account has a list: looking through fewer costs little. */
  longFrom: number
  /** A list grows to the most and is cut to the fewest: more than a page of a sync. */
  keptMin: number
  keptMax: number
  /** Places and groups of all lists together; beyond that the list that was not used for longest goes. */
  placesMax: number
}

export const recentLimits: RecentLimits = {
  ...{ longFrom: 256, keptMin: 128, keptMax: 256, placesMax: 500_000 },
}

interface Kept {
  account: AccountId
  list: RecentList
  /** Those it is in now: their changes are changes of this account's list. */
  groups: Set<ConversationId>
}

/**
 * Of accounts with many conversations, those that changed last: so that a sync need not look through all memberships.
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
        this.#kept.get(low)?.list.touch(id, touches.stamp)
        if (high !== low) this.#kept.get(high)?.list.touch(id, touches.stamp)
      } else {
        for (const { list } of this.#followers.get(id) ?? []) list.touch(id, touches.stamp)
      }
    }
    for (const { conversation, account, isInGroup } of touches.members) {
      const kept = this.#kept.get(account)
      if (kept === undefined) continue
      kept.list.touch(conversation, touches.stamp)
      if (isInGroup === true) this.#follow(kept, conversation)
      if (isInGroup === false) this.#unfollow(kept, conversation)
    }
  }

  /** As ReadTables.touchedMemberships, as of `stamp`. Undefined: ask the tables. */
  touchedMemberships(
    tables: Pick<ReadTables, 'hasMemberships' | 'groupsIn' | 'touchedMemberships'>,
    range: RecentRange & { account: AccountId },
  ): TouchedMembership[] | undefined {
    const { account, since, until } = range
    // NOTE a page whose snapshot is of a commit that is yet to be told, as a reader may see it.
    if (since > this.#stamp || (until !== undefined && until > this.#stamp)) return undefined
    const known = this.#kept.get(account)
    if (known === undefined && !tables.hasMemberships(account, this.#limits.longFrom))
      return undefined
    const kept = known ?? this.#make(tables, account)
    this.#kept.delete(account)
    this.#kept.set(account, kept)
    return kept.list.rows(range)
  }

  #make(tables: Pick<ReadTables, 'groupsIn' | 'touchedMemberships'>, account: AccountId): Kept {
    const all = { account, since: 0, until: Number.MAX_SAFE_INTEGER, below: undefined }
    const { keptMin: min, keptMax: max } = this.#limits
    const rows = tables.touchedMemberships({ ...all, limit: min + 1 })
    const list = new RecentList(rows, { min, max })
    const kept = { account, list, groups: new Set<ConversationId>() }
    for (const group of tables.groupsIn(account)) this.#follow(kept, group)
    this.#makeRoom()
    return kept
  }

  #makeRoom(): void {
    let places = 0
    for (const { list, groups } of this.#kept.values()) places += list.size + groups.size
    for (const kept of this.#kept.values()) {
      if (places < this.#limits.placesMax) return
      places -= kept.list.size + kept.groups.size
      for (const group of [...kept.groups]) this.#unfollow(kept, group)
      this.#kept.delete(kept.account)
    }
  }

  #follow(kept: Kept, group: ConversationId): void {
    kept.groups.add(group)
    const followers = this.#followers.get(group)
    if (followers === undefined) this.#followers.set(group, new Set([kept]))
    else followers.add(kept)
  }

  #unfollow(kept: Kept, group: ConversationId): void {
    kept.groups.delete(group)
    const followers = this.#followers.get(group)
    followers?.delete(kept)
    if (followers?.size === 0) this.#followers.delete(group)
  }

  #forgetAll(): void {
    this.#kept.clear()
    this.#followers.clear()
  }
}
