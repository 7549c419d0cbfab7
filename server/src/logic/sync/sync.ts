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
import type { SyncPage } from '../../data/sync-store.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { profilesOf } from '../conversation/conversation-reply.ts'
import { decodePage, decodeToken, encodePage, encodeToken, type PageMark } from './sync-token.ts'

export interface SyncDeps {
  accounts: Store['accounts']
  sync: Store['sync']
  generation: Uint8Array
}

/**
 * Brings a device up to date, after a minute or a year. Nothing changed: a token and little else. Several pages are as of the
 * first one, and what changes before its page comes is in none of them: they are followed by what changed since, until all of
 * that is in one page.
 */
export async function sync(
  deps: SyncDeps,
  caller: Caller,
  request: RequestOf<'sync'>,
): Promise<ReplyOf<'sync'>> {
  const { generation } = deps
  const mark = request.page.length === 0 ? undefined : decodePage(generation, request.page)
  if (request.page.length > 0 && mark === undefined)
    throw new Refusal('BAD_REQUEST', 'the page belongs to another generation: sync from the start')
  const asked = request.token.length === 0 ? undefined : decodeToken(generation, request.token)

  let from: PageMark = mark ?? { since: asked, goOn: undefined }
  let page = await readPage(deps, caller, request, from)
  if (page.ahead) {
    from = { since: undefined, goOn: undefined }
    page = await readPage(deps, caller, request, from)
  }
  const next = await nextMark(deps, caller, request, from, page)
  const { accountEntries, conversations } = page
  return {
    generation,
    full: from.since === undefined,
    accountEntries,
    conversations,
    profiles: await profilesOf(deps.accounts, conversations),
    ...(next === undefined
      ? { token: encodeToken(generation, page.snapshot) }
      : { nextPage: encodePage(generation, next) }),
  }
}

/** Undefined: this page was the last one. */
async function nextMark(
  deps: SyncDeps,
  caller: Caller,
  request: RequestOf<'sync'>,
  { since, goOn }: PageMark,
  { snapshot, next }: SyncPage,
): Promise<PageMark | undefined> {
  if (next !== undefined) return { since, goOn: { snapshot, position: next } }
  if (goOn === undefined) return undefined
  const afresh = { since: snapshot, goOn: undefined }
  const news = await readPage(deps, caller, { ...request, entriesPerConversation: 0 }, afresh)
  return news.accountEntries.length + news.conversations.length > 0 ? afresh : undefined
}

function readPage(
  deps: SyncDeps,
  caller: Caller,
  request: RequestOf<'sync'>,
  from: PageMark,
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
