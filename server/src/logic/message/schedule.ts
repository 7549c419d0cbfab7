import { isUuidV7, scheduleAheadMsMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import { randomId } from '../../base/random.ts'
import { Refusal } from '../../base/refusal.ts'
import type { NewEntry } from '../../data/entry-store.ts'
import type { AccountId, AccountLogEntry } from '../../data/model.ts'
import type { ScheduledRequest } from '../../data/scheduled-store.ts'
import type { Store } from '../../data/store.ts'
import { encodePush } from '../../session/encode-push.ts'
import type { Caller } from '../caller.ts'
import { deliverEntry } from './deliver-entry.ts'
import { checkEntryBody } from './entry-body.ts'
import { newEntry } from './new-entry.ts'
import { scheduledEntry } from './scheduled-entry.ts'
import { countingStrangers } from './strangers.ts'
import type { SendDeps } from './send.ts'

export interface ScheduleDeps extends SendDeps {
  scheduled: Store['scheduled']
  /** How far ahead a send may wait; at most scheduleAheadMsMax. */
  scheduleAheadMs(): number
  /** Sends of one account that wait. */
  scheduledMax(): number
}

type Reply = ReplyOf<'scheduleSend'>

/** Checked as a send now, and again when it is due. */
export async function scheduleSend(
  deps: ScheduleDeps,
  { account }: Caller,
  request: RequestOf<'scheduleSend'>,
): Promise<Reply> {
  const { kind, body, clientId } = request
  const content = checkEntryBody(kind, body)
  const entry = newEntry(deps, account, request, content)
  if (entry.act !== undefined) throw new Refusal('UNSUPPORTED', 'acts do not wait')
  const atMs = timeOf(deps, request.atMs)
  const id = randomId(deps.random)
  await deps.scheduled.schedule({ entry, atMs, id, scheduledMax: deps.scheduledMax() })
  deps.wakeDue(atMs)
  return told(deps, account, clientId)
}

export async function changeScheduled(
  deps: ScheduleDeps,
  caller: Caller,
  request: RequestOf<'changeScheduled'>,
): Promise<Reply> {
  const atMs = timeOf(deps, request.atMs)
  await deps.scheduled.change(requestOf(deps, caller, request), atMs)
  deps.wakeDue(atMs)
  return told(deps, caller.account, request.clientId)
}

export async function cancelScheduled(
  deps: ScheduleDeps,
  caller: Caller,
  request: RequestOf<'cancelScheduled'>,
): Promise<Reply> {
  await deps.scheduled.cancel(requestOf(deps, caller, request))
  return told(deps, caller.account, request.clientId)
}

/** What is refused now goes on waiting for its time. */
export async function sendScheduledNow(
  deps: ScheduleDeps,
  caller: Caller,
  request: RequestOf<'sendScheduledNow'>,
): Promise<ReplyOf<'sendScheduledNow'>> {
  const { account } = caller
  const { clientId } = request
  const by = requestOf(deps, caller, request)
  const { body } = (await deps.scheduled.item(account, clientId)) ?? { body: nothing }
  const entry = body.length === 0 ? undefined : scheduledEntry(deps, account, clientId, body)
  const done = await sendNow(deps, by, entry)
  const { conversation, seq, timeMs, status } = done.append
  const duplicate = done.repeated || status === 'duplicate'
  if (!duplicate && entry !== undefined) deliverEntry(deps, entry, done.append, undefined)
  if (!done.repeated) await told(deps, account, clientId)
  return { conversation, seq, timeMs, duplicate }
}

const nothing = new Uint8Array(0)

async function sendNow(
  deps: ScheduleDeps,
  by: ScheduledRequest,
  entry: NewEntry | undefined,
): ReturnType<ScheduleDeps['scheduled']['sendNow']> {
  const { scheduled } = deps
  // NOTE whether a repeated request had its effect is known by its key alone.
  if (entry === undefined) return scheduled.sendNow(by, undefined)
  let repeated = false
  const append = await countingStrangers(deps, entry, async (counted) => {
    const done = await scheduled.sendNow(by, counted)
    repeated = done.repeated
    return done.append
  })
  return { append, repeated }
}

/** Tells the account's devices of the item as it is now. */
export async function told(
  deps: Pick<ScheduleDeps, 'scheduled' | 'delivery'>,
  account: AccountId,
  clientId: Uint8Array,
): Promise<{ entry?: AccountLogEntry }> {
  const entry = await deps.scheduled.item(account, clientId)
  if (entry === undefined) return {}
  deps.delivery.toAccounts([account], encodePush('accountEntry', { entry }))
  return { entry }
}

function timeOf({ clock, scheduleAheadMs }: ScheduleDeps, atMs: number): number {
  const aheadMs = Math.min(scheduleAheadMs(), scheduleAheadMsMax)
  if (atMs < 1) throw new Refusal('BAD_REQUEST', 'the time is missing')
  if (atMs > clock.wallMs() + aheadMs)
    throw new Refusal('TOO_LARGE', `a message waits at most ${aheadMs} ms`)
  return atMs
}

function requestOf(
  { clock }: ScheduleDeps,
  { account }: Caller,
  { clientId, requestKey }: { clientId: Uint8Array; requestKey: Uint8Array },
): ScheduledRequest {
  if (!isUuidV7(clientId)) throw new Refusal('BAD_ID')
  return { account, clientId, requestKey, nowMs: clock.wallMs() }
}
