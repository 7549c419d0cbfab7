export const lockLevels = { none: 0, shared: 1, reserved: 2, pending: 3, exclusive: 4 } as const

interface Holder {
  level: number
  /** Slots of the shared memory held for oneself, and with others. */
  exclusiveSlots: number
  sharedSlots: number
}

export function newHolder(): Holder {
  return { level: lockLevels.none, exclusiveSlots: 0, sharedSlots: 0 }
}

/** The locks of one database file among the connections of one process. */
export class FileLocks {
  readonly holders = new Set<Holder>()

  /** @returns false: somebody is in the way. */
  raise(holder: Holder, level: number): boolean {
    if (holder.level >= level) return true
    const others = [...this.holders].filter((other) => other !== holder)
    const highest = Math.max(lockLevels.none, ...others.map((other) => other.level))
    if (level === lockLevels.shared && highest >= lockLevels.pending) return false
    if (level >= lockLevels.reserved && highest >= lockLevels.reserved) return false
    if (level === lockLevels.exclusive && highest >= lockLevels.shared) {
      holder.level = lockLevels.pending
      return false
    }
    holder.level = level
    return true
  }

  reservedByOther(holder: Holder): boolean {
    return [...this.holders].some((other) => other !== holder && other.level >= lockLevels.reserved)
  }

  /** Locks slots of the shared memory. @returns false: somebody is in the way. */
  takeSlots(holder: Holder, mask: number, exclusive: boolean): boolean {
    for (const other of this.holders) {
      if (other === holder) continue
      if ((other.exclusiveSlots & mask) !== 0) return false
      if (exclusive && (other.sharedSlots & mask) !== 0) return false
    }
    if (exclusive) holder.exclusiveSlots |= mask
    else holder.sharedSlots |= mask
    return true
  }

  freeSlots(holder: Holder, mask: number): void {
    holder.exclusiveSlots &= ~mask
    holder.sharedSlots &= ~mask
  }
}
