import type { ConversationId, Stamp } from '../model.ts'
import type { TouchedMembership } from './tables.ts'

export interface RecentRange {
  /** Changed after this. */
  since: Stamp
  /** Not changed after this; undefined: however late. */
  until: Stamp | undefined
  below: TouchedMembership | undefined
  limit: number
}

/** A list grows to the most and is cut to the fewest. */
export interface RecentLengths {
  min: number
  max: number
}

interface Place extends TouchedMembership {
  newer: Place | undefined
  older: Place | undefined
}

/** The memberships of one account that changed last, in the order in which a sync serves them. */
export class RecentList {
  readonly #places = new Map<ConversationId, Place>()
  #newest: Place | undefined
  #oldest: Place | undefined
  /** Whatever is not in the list is served with this or after it; undefined: there is nothing else. */
  #cut: TouchedMembership | undefined

  readonly #lengths: RecentLengths

  /** @param rows the newest of the account, newest first: more than `lengths.min`, or all there are. */
  constructor(rows: readonly TouchedMembership[], lengths: RecentLengths) {
    this.#lengths = lengths
    for (const { conversation, touched } of rows.slice(0, lengths.min).toReversed())
      this.touch(conversation, touched)
    this.#cut = rows[lengths.min]
  }

  get size(): number {
    return this.#places.size
  }

  /** Whoever changed later already stays where it is. */
  touch(conversation: ConversationId, touched: Stamp): void {
    const known = this.#places.get(conversation)
    if (known !== undefined && known.touched >= touched) return
    if (known !== undefined) this.#unlink(known)
    const place = known ?? { conversation, touched, newer: undefined, older: undefined }
    // NOTE one commit may touch more than a list holds: what comes in must not leave a gap above it.
    if (known === undefined && this.#cut && !isNewer(place, this.#cut)) return
    place.touched = touched
    this.#places.set(conversation, place)
    let newer: Place | undefined
    let older = this.#newest
    while (older !== undefined && isNewer(older, place)) {
      newer = older
      older = older.older
    }
    this.#link(place, newer, older)
    if (this.#places.size > this.#lengths.max) this.#shorten()
  }

  /** Undefined: what was asked for lies, or may lie, below what is kept. */
  rows({ since, until, below, limit }: RecentRange): TouchedMembership[] | undefined {
    const found: TouchedMembership[] = []
    for (let place = this.#newest; place !== undefined; place = place.older) {
      if (place.touched <= since) return found
      if (until !== undefined && place.touched > until) continue
      if (below !== undefined && !isNewer(below, place)) continue
      found.push({ conversation: place.conversation, touched: place.touched })
      if (found.length === limit) return found
    }
    return this.#cut === undefined || this.#cut.touched <= since ? found : undefined
  }

  #shorten(): void {
    while (this.#places.size > this.#lengths.min && this.#oldest !== undefined) {
      const { conversation, touched } = this.#oldest
      this.#unlink(this.#oldest)
      this.#places.delete(conversation)
      this.#cut = { conversation, touched }
    }
  }

  #link(place: Place, newer: Place | undefined, older: Place | undefined): void {
    place.newer = newer
    place.older = older
    if (newer === undefined) this.#newest = place
    else newer.older = place
    if (older === undefined) this.#oldest = place
    else older.newer = place
  }

  #unlink({ newer, older }: Place): void {
    if (newer === undefined) this.#newest = older
    else newer.older = older
    if (older === undefined) this.#oldest = newer
    else older.newer = newer
  }
}

/** Served before the other: by the commit, then by the conversation, both descending. */
export function isNewer(one: TouchedMembership, other: TouchedMembership): boolean {
  if (one.touched !== other.touched) return one.touched > other.touched
  return one.conversation > other.conversation
}
