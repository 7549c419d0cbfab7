import { groupReceiptsMax } from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import type { CursorChange, CursorMove } from '../../data/entry-store.ts'
import type { AccountId, ConversationId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'
import { encodePush } from '../../session/encode-push.ts'
import type { KnownMembers, Members } from '../conversation/members.ts'

/** A receipt waits this long after its commit to share a write with others. */
export const receiptDelayMs = 20
/**
 * So long waits what tells an account only that its own `received` was stored: nobody looks at it, and a device asks
 * again only after seconds.
 */
export const ownReceivedDelayMs = 500
/** What moved in a group is gathered for so long, and then told in one push. */
export const groupReceiptDelayMs = 2_000

export interface ReceiptsDeps {
  clock: Clock
  entries: Pick<Store['entries'], 'moveCursors'>
  members: Members
  delivery: Delivery
}

/** Cursors on their way into the store, and receipts on their way out: only after the commit (R8). */
export interface Receipts {
  move(move: CursorMove): void
  /** A cursor that has been stored along with something else. */
  moved(change: CursorChange): void
  /** The members of this conversation are written to anyway: what waits for them goes along. */
  goAlong(conversation: ConversationId): void
}

export function createReceipts(deps: ReceiptsDeps): Receipts {
  const { clock, entries, members, delivery } = deps
  const toAll = new Gathered(clock, receiptDelayMs, (conversation, changes) =>
    toMembers(conversation, ({ version, accounts }) => {
      for (const change of changes) {
        const isGroup = version > 0
        delivery.toAccounts(isGroup ? [change.account] : accounts, encodePush('cursor', change))
        if (isGroup) tellGroup(change, accounts)
      }
    }),
  )
  const toOthers = new Gathered(clock, receiptDelayMs, (conversation, changes) =>
    toMembers(conversation, ({ version, accounts }) => {
      for (const change of changes) {
        if (version > 0) {
          tellGroup(change, accounts)
          continue
        }
        const others = accounts.filter((account) => account !== change.account)
        delivery.toAccounts(others, encodePush('cursor', change))
      }
    }),
  )
  const toGroup = new Gathered(clock, groupReceiptDelayMs, (conversation, changes) =>
    toMembers(conversation, ({ accounts }) => {
      // NOTE one who left still moves its own cursor; the others do not hear of it.
      const cursors = [...changes].filter(({ account }) => accounts.includes(account))
      if (cursors.length === 0) return
      delivery.toAccounts(accounts, encodePush('memberCursors', { conversation, cursors }))
    }),
  )
  const toItself = new Gathered(clock, ownReceivedDelayMs, (_conversation, changes) => {
    for (const change of changes)
      delivery.toAccounts([change.account], encodePush('cursor', change))
  })

  function tellGroup(change: CursorChange, members: readonly AccountId[]): void {
    if (members.length <= groupReceiptsMax) toGroup.add(change)
  }

  function toMembers(conversation: ConversationId, push: (members: KnownMembers) => void): void {
    const known = members.peek(conversation)
    if (known !== undefined) push(known)
    else void members.of(conversation).then(push, noReceipt)
  }

  function moved(change: CursorChange): void {
    toAll.add(change)
    toItself.drop(change)
  }

  function received(change: CursorChange): void {
    toOthers.add(change)
    toItself.add(change)
  }

  return {
    move(move) {
      const tell = (change: CursorChange) => {
        // NOTE moves merge on their way: a change that a `received` began may have been read meanwhile.
        if (move.read > 0 || change.read === change.delivered) moved(change)
        else received(change)
      }
      entries.moveCursors([move]).then((changes) => changes.forEach(tell), noReceipt)
    },
    moved,
    goAlong(conversation) {
      toAll.tellNow(conversation)
      toOthers.tellNow(conversation)
    },
  }
}

/** Changes by conversation and account, the furthest of each, told together after a while. */
class Gathered {
  readonly #clock: Clock
  readonly #delayMs: number
  readonly #tell: (conversation: ConversationId, changes: Iterable<CursorChange>) => void
  #waiting = new Map<ConversationId, Map<AccountId, CursorChange>>()
  #timed = false

  constructor(
    clock: Clock,
    delayMs: number,
    tell: (conversation: ConversationId, changes: Iterable<CursorChange>) => void,
  ) {
    this.#clock = clock
    this.#delayMs = delayMs
    this.#tell = tell
  }

  add(change: CursorChange): void {
    const { conversation, account } = change
    if (!this.#timed) {
      this.#timed = true
      this.#clock.after(this.#delayMs, () => this.#flush())
    }
    const changes = this.#waiting.get(conversation)
    const former = changes?.get(account)
    const merged = former === undefined ? change : furthest(former, change)
    if (changes === undefined) this.#waiting.set(conversation, new Map([[account, merged]]))
    else changes.set(account, merged)
  }

  /** What waits of this account has been told otherwise. */
  drop({ conversation, account }: CursorChange): void {
    const changes = this.#waiting.get(conversation)
    changes?.delete(account)
  }

  tellNow(conversation: ConversationId): void {
    const changes = this.#waiting.get(conversation)
    if (changes === undefined) return
    this.#waiting.delete(conversation)
    this.#tell(conversation, changes.values())
  }

  #flush(): void {
    this.#timed = false
    const waiting = this.#waiting
    this.#waiting = new Map()
    for (const [conversation, changes] of waiting) this.#tell(conversation, changes.values())
  }
}

// NOTE a cursor that could not be stored is repeated by its device (R8); the store tells of its own trouble.
const noReceipt = (): void => undefined

function furthest(a: CursorChange, b: CursorChange): CursorChange {
  return { ...b, delivered: Math.max(a.delivered, b.delivered), read: Math.max(a.read, b.read) }
}
