import {
  pageBytesMax,
  syncAccountEntriesMax,
  syncConversationsDefault,
  syncConversationsMax,
  syncEntriesMax,
  type ReplyOf,
  type RequestOf,
} from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { SyncPage, SyncPoint } from '../../data/sync-store.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { profilesOf } from '../conversation/conversation-reply.ts'
import { decodePage, decodeToken, encodePage, encodeToken, type PageMark } from './sync-token.ts'

export interface SyncDeps {
  accounts: Store['accounts']
  sync: Store['sync']
  generation: Uint8Array
}

/** Brings a device up to date, after a minute or a year. Nothing changed: a token and little else. */
export async function sync(
  deps: SyncDeps,
  caller: Caller,
  request: RequestOf<'sync'>,
): Promise<ReplyOf<'sync'>> {
  const { generation } = deps
  const goOn = request.page.length === 0 ? undefined : decodePage(generation, request.page)
  if (request.page.length > 0 && goOn === undefined)
    throw new Refusal('BAD_REQUEST', 'the page belongs to another generation: sync from the start')
  const asked = request.token.length === 0 ? undefined : decodeToken(generation, request.token)
  const since = goOn === undefined ? asked : goOn.since

  let start = since
  let page = await readPage(deps, caller, request, { since, goOn })
  if (page.ahead) {
    start = undefined
    page = await readPage(deps, caller, request, { since: undefined, goOn: undefined })
  }
  const { snapshot, accountEntries, conversations, next } = page
  return {
    generation,
    full: start === undefined,
    accountEntries,
    conversations,
    profiles: await profilesOf(deps.accounts, conversations),
    ...(next === undefined
      ? { token: encodeToken(generation, snapshot) }
      : { nextPage: encodePage(generation, { since: start, snapshot, position: next }) }),
  }
}

function readPage(
  deps: SyncDeps,
  caller: Caller,
  request: RequestOf<'sync'>,
  from: { since: SyncPoint | undefined; goOn: PageMark | undefined },
): Promise<SyncPage> {
  return deps.sync.sync({
    account: caller.account,
    since: from.since,
    goOn: from.goOn,
    conversationsMax: Math.min(
      request.conversationsMax || syncConversationsDefault,
      syncConversationsMax,
    ),
    entriesPerConversation: Math.min(request.entriesPerConversation, syncEntriesMax),
    accountEntriesMax: syncAccountEntriesMax,
    bytesMax: pageBytesMax,
  })
}
