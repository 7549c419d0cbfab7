import {
  searchPageDefault,
  searchPageMax,
  searchTextBytesMax,
  type ReplyOf,
  type RequestOf,
} from '@parley/protocol'
import type { KeyedLimiter } from '../../base/keyed-limiter.ts'
import { Refusal } from '../../base/refusal.ts'
import type { AccountId, ConversationId, StoredEntry } from '../../data/model.ts'
import type { Found, SearchInput } from '../../data/search-store.ts'
import { matches, queryOf, tokensOf } from '../../data/search-text.ts'
import { searchableText } from '../../data/searchable-text.ts'
import type { Store } from '../../data/store.ts'
import { profileOf } from '../account/profile.ts'
import type { Caller } from '../caller.ts'
import { targetOf } from '../conversation/target.ts'

export interface SearchMessagesDeps {
  accounts: Pick<Store['accounts'], 'profiles'>
  conversations: Pick<Store['conversations'], 'resolve'>
  entries: Pick<Store['entries'], 'pull'>
  search: Store['search']
  searchLimit: KeyedLimiter<AccountId>
}

/** Pages of the index that are looked through for one page of what may be seen. */
export const searchRoundsMax = 5

const utf8 = new TextEncoder()

/**
 * The index says where to look; what is served comes from the log, and through the same eyes as a pull (R10, R16).
 * @throws Refusal RATE_LIMITED, BAD_REQUEST, TOO_LARGE, NOT_FOUND, BUSY
 */
export async function searchMessages(
  deps: SearchMessagesDeps,
  { account: reader }: Caller,
  request: RequestOf<'searchMessages'>,
): Promise<ReplyOf<'searchMessages'>> {
  checkSearchText(request.text)
  takeSearch(deps.searchLimit, reader)
  const limit = Math.min(request.limit || searchPageDefault, searchPageMax)
  const input = await inputOf(deps, reader, request, limit)
  const seen: { conversation: ConversationId; entry: StoredEntry }[] = []
  const says = saying(request.text)
  let behind = false
  let after = input.after
  for (let round = 0; round < searchRoundsMax; round += 1) {
    const page = await deps.search.find({ ...input, after, limit: limit - seen.length })
    behind ||= page.behind
    const entries = await Promise.all(page.found.map((found) => look(deps, reader, found)))
    seen.push(...entries.filter((found) => found !== undefined).filter(({ entry }) => says(entry)))
    after = page.next
    if (after === undefined || seen.length >= limit) break
  }
  const senders = [...new Set(seen.map(({ entry }) => entry.sender))].filter((id) => id !== 0)
  const profiles = senders.length === 0 ? [] : await deps.accounts.profiles(senders)
  return {
    found: seen,
    nextPage: after === undefined ? undefined : utf8.encode(after),
    profiles: profiles.map(profileOf),
    behind,
  }
}

/** @throws Refusal TOO_LARGE */
export function checkSearchText(text: string): void {
  if (utf8.encode(text).length > searchTextBytesMax)
    throw new Refusal('TOO_LARGE', `the text is over ${searchTextBytesMax} bytes`)
}

/** @throws Refusal RATE_LIMITED */
export function takeSearch(limit: KeyedLimiter<AccountId>, account: AccountId): void {
  const waitMs = limit.take(account)
  if (waitMs > 0) throw new Refusal('RATE_LIMITED', 'too many searches', waitMs)
}

async function inputOf(
  deps: SearchMessagesDeps,
  reader: AccountId,
  request: RequestOf<'searchMessages'>,
  limit: number,
): Promise<SearchInput> {
  const { text, within, sender, kinds, fromMs, toMs, page } = request
  const isWithin = within !== null && within !== undefined
  if (text === '' && !isWithin)
    throw new Refusal('BAD_REQUEST', 'a search without text is within a conversation')
  const conversation = isWithin
    ? await deps.conversations.resolve(reader, targetOf(within))
    : undefined
  if (isWithin && conversation === undefined) throw new Refusal('NOT_FOUND')
  return {
    reader,
    text,
    conversation,
    sender: sender || undefined,
    kinds,
    fromMs,
    toMs: toMs || Number.MAX_SAFE_INTEGER,
    after: page.length === 0 ? undefined : new TextDecoder().decode(page),
    limit,
  }
}

/** The index knows the newest words; who does not see the edit that brought them learns nothing of them (R16.b). */
function saying(text: string): (entry: StoredEntry) => boolean {
  const query = queryOf(text)
  return ({ kind, body }) => matches(tokensOf(searchableText(kind, body) ?? ''), query)
}

/** The entry as this reader may see it now; undefined: not at all. */
async function look(
  { entries }: SearchMessagesDeps,
  reader: AccountId,
  { conversation, seq }: Found,
): Promise<{ conversation: ConversationId; entry: StoredEntry } | undefined> {
  const page = await entries.pull({
    ...{ reader, conversation, fromSeq: seq, limit: 1, backward: false, bytesMax: 1 },
  })
  const entry = page.status === 'page' ? page.entries[0] : undefined
  return entry?.seq === seq ? { conversation, entry } : undefined
}
