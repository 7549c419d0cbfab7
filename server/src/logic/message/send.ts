import { isUuidV7, type ReplyOf, type RequestOf } from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import type { KeyedLimiter } from '../../base/keyed-limiter.ts'
import { randomId, type Random } from '../../base/random.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Append, NewEntry } from '../../data/entry-store.ts'
import type { AccountId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { targetOf } from '../conversation/target.ts'
import { actOf, type ActDeps } from './act-of.ts'
import { deliverEntry, type DeliverDeps } from './deliver-entry.ts'
import { checkEntryBody, filesIn, namedIn, type Content } from './entry-body.ts'

export interface SendDeps extends ActDeps, DeliverDeps {
  clock: Clock
  random: Random
  entries: Pick<Store['entries'], 'append'>
  strangersMayWrite(): boolean
  /** Conversations with strangers that an account may begin. */
  strangerLimit: KeyedLimiter<AccountId>
}

/**
 * Check, store, then deliver: what was never stored is never seen. Hands the entry to the store before it first
 * waits, so that sends of one connection are stored in the order in which they came (R5).
 */
export async function send(
  deps: SendDeps,
  caller: Caller,
  request: RequestOf<'send'>,
): Promise<ReplyOf<'send'>> {
  const { kind, body } = request
  const content = checkEntryBody(kind, body)
  const entry = newEntry(deps, caller, request, content)
  const appended = await append(deps, entry)
  const { conversation, seq, timeMs } = appended
  const duplicate = appended.status === 'duplicate'
  if (!duplicate) deliverEntry(deps, entry, appended, caller.session)
  return { conversation, seq, timeMs, duplicate }
}

/** A send that may begin a conversation counts as one that does until it is known: more never begin at once. */
async function append(
  { entries, strangerLimit }: SendDeps,
  entry: NewEntry,
): Promise<Exclude<Append, { status: 'refused' }>> {
  const { sender, target, guards } = entry
  const mayBegin = 'account' in target
  const strangersUsedUp = mayBegin && strangerLimit.take(sender) > 0
  const isCounted = mayBegin && !strangersUsedUp
  let isBegun = false
  try {
    const appended = await entries.append(
      strangersUsedUp ? { ...entry, guards: { ...guards, strangersUsedUp } } : entry,
    )
    if (appended.status !== 'refused') {
      isBegun = appended.created
      return appended
    }
    const retryAfterMs = appended.error === 'RATE_LIMITED' ? strangerLimit.wait(sender) : 0
    throw new Refusal(appended.error, undefined, retryAfterMs)
  } finally {
    if (isCounted && !isBegun) strangerLimit.giveBack(sender)
  }
}

function newEntry(
  deps: SendDeps,
  caller: Caller,
  request: RequestOf<'send'>,
  content: Content,
): NewEntry {
  const { clientId, kind, refSeq, body, after, readUpTo } = request
  if (!isUuidV7(clientId)) throw new Refusal('BAD_ID')
  if (after.length > 0 && !isUuidV7(after)) throw new Refusal('BAD_ID', 'after is not a UUIDv7')
  const act = actOf(deps, kind, refSeq, content)
  const files = filesIn(kind, content)
  const target = targetOf(request.target)
  return {
    ...(files.length === 0 ? {} : { files }),
    ...(act === undefined ? {} : { act }),
    target,
    sender: caller.account,
    clientId,
    kind,
    refSeq,
    body,
    after,
    readUpTo,
    nowMs: deps.clock.wallMs(),
    guards: { strangersMayWrite: deps.strangersMayWrite(), ...namedIn(content) },
    // NOTE drawn only where it may be used: fresh chance costs more than the rest of this function.
    newConversationId: 'account' in target ? randomId(deps.random) : 0,
  }
}
