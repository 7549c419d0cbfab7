import type { KeyedLimiter } from '../../base/keyed-limiter.ts'
import type { Append, NewEntry } from '../../data/entry-store.ts'
import type { AccountId } from '../../data/model.ts'

export interface StrangerDeps {
  /** Conversations with strangers that an account may begin. */
  strangerLimit: KeyedLimiter<AccountId>
}

/** A send that may begin a conversation counts as one that does until it is known: more never begin at once. */
export function countingStrangers<A extends Append | undefined>(
  deps: StrangerDeps,
  entry: NewEntry,
  append: (entry: NewEntry) => Promise<A>,
): Promise<A> {
  // NOTE most say more in a conversation that stands, and should not pay for a promise more.
  return 'account' in entry.target ? counting(deps, entry, append) : append(entry)
}

async function counting<A extends Append | undefined>(
  { strangerLimit }: StrangerDeps,
  entry: NewEntry,
  append: (entry: NewEntry) => Promise<A>,
): Promise<A> {
  const { sender, guards } = entry
  const strangersUsedUp = strangerLimit.take(sender) > 0
  const isCounted = !strangersUsedUp
  let isBegun = false
  try {
    const counted = strangersUsedUp ? { ...entry, guards: { ...guards, strangersUsedUp } } : entry
    const appended = await append(counted)
    isBegun = appended !== undefined && appended.status !== 'refused' && appended.created
    return appended
  } finally {
    if (isCounted && !isBegun) strangerLimit.giveBack(sender)
  }
}
