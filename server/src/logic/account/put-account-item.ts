import {
  accountItemBytesMax,
  accountItemKeyBytesMax,
  type ReplyOf,
  type RequestOf,
} from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import { Refusal } from '../../base/refusal.ts'
import { isReservedItem } from '../../data/reserved-items.ts'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'
import { encodePush } from '../../session/encode-push.ts'
import type { Caller } from '../caller.ts'

/** Keys are printable ASCII, such as draft:12. */
const keyShape = new RegExp(`^[!-~]{1,${accountItemKeyBytesMax}}$`)

export async function putAccountItem(
  deps: { clock: Clock; sync: Store['sync']; delivery: Delivery },
  caller: Caller,
  request: RequestOf<'putAccountItem'>,
): Promise<ReplyOf<'putAccountItem'>> {
  const { key, body } = request
  if (!keyShape.test(key))
    throw new Refusal('BAD_REQUEST', 'key is empty, too long or not printable ASCII')
  if (isReservedItem(key)) throw new Refusal('FORBIDDEN', 'only the server writes this item')
  if (body.length > accountItemBytesMax)
    throw new Refusal('TOO_LARGE', `body is over ${accountItemBytesMax} bytes`)
  const entry = await deps.sync.putAccountItem(caller.account, key, body, deps.clock.wallMs())
  if (entry === undefined) throw new Refusal('TOO_LARGE', 'too many items')
  deps.delivery.toAccounts([caller.account], encodePush('accountEntry', { entry }), caller.session)
  return { seq: entry.seq }
}
