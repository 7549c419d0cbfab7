import { pageEntriesMax, type ReplyRead } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs, positive, required } from '../command-line/read-values.ts'
import { accountsIn, entryJson, entryText, type WireEntry } from '../output/entry-line.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { patience } from '../session/find-account.ts'
import { findTarget, type FoundTarget } from '../session/find-target.ts'
import { HandleBook } from '../session/handle-book.ts'
import { findAccess, openSession, whenLoggedIn, type OpenSession } from '../session/open-session.ts'
import { callPatiently, toIMError, type Session } from '../session/sdk.ts'

const timeoutMsDefault = 15_000

interface Reader {
  session: Session
  to: FoundTarget
  timeoutMs: number
  signal: AbortSignal
}
type Page = ReplyRead<'pull'>

export async function run(invocation: Invocation): Promise<number> {
  const { output, stop } = invocation
  const handle = required(invocation, 'to')
  const from = positive(invocation, 'from')
  const limit = positive(invocation, 'limit') ?? Infinity
  const timeoutMs = durationMs(invocation, 'timeout', timeoutMsDefault)
  const open = openSession(await findAccess(invocation))
  const signal = AbortSignal.any([stop, output.closed])
  try {
    await whenLoggedIn(open, { timeoutMs, stop: signal })
    const to = await findTarget(open.session, handle, { timeoutMs, signal })
    const reader = { session: open.session, to, timeoutMs, signal }
    const pages =
      from === undefined && limit !== Infinity
        ? newest(reader, limit)
        : forward(reader, from ?? 1, limit)
    await print(invocation, open, pages, reader)
  } catch (thrown) {
    if (stop.aborted) throw stop.reason
    if (!output.closed.aborted) throw thrown
  } finally {
    await open.end()
  }
  return exitStatuses.done
}

async function print(
  { output }: Invocation,
  { session, access }: OpenSession,
  pages: AsyncIterable<{ conversation: number; entries: readonly WireEntry[] }>,
  { to, timeoutMs, signal }: Reader,
): Promise<void> {
  const book = new HandleBook(session)
  if (to.peer !== undefined) book.learn(to.peer.account, to.peer.handle)
  for await (const { conversation, entries } of pages) {
    const senders = entries.flatMap(accountsIn)
    await book.need(senders, { timeoutMs, signal })
    for (const entry of entries) {
      const json = entryJson(conversation, entry, (account) => book.of(account))
      await output.result(json, () => entryText(output, json, json.sender === access.name.handle))
      if (output.closed.aborted) return
    }
  }
}

/** From an entry on, up to where the head was at the first page: who prints a busy conversation comes to an end. */
async function* forward(reader: Reader, from: number, limit: number) {
  let next = from
  let left = limit
  let end = Infinity
  while (next <= end && left > 0) {
    const page = await pull(reader, next, Math.min(left, pageEntriesMax), false)
    if (page === undefined) return
    if (page === 'trimmed') {
      next = await firstSeq(reader, next)
      continue
    }
    if (end === Infinity) end = page.headSeq
    const entries = page.entries.filter(({ seq }) => (seq ?? 0) <= end).slice(0, left)
    yield { conversation: page.conversation, entries }
    if (page.coveredTo < next) return
    left -= entries.length
    next = page.coveredTo + 1
  }
}

/** The newest ones, oldest of them first: they are collected before the first is printed. */
async function* newest(reader: Reader, limit: number) {
  const pages: Page['entries'][] = []
  let conversation = 0
  let before = 0
  let left = limit
  while (left > 0) {
    const page = await pull(reader, before, Math.min(left, pageEntriesMax), true)
    if (page === undefined || page === 'trimmed' || page.coveredFrom === 0) break
    conversation = page.conversation
    const entries = page.entries.slice(-left)
    pages.unshift(entries)
    left -= entries.length
    if (page.coveredFrom <= page.firstSeq || page.coveredFrom <= 1) break
    before = page.coveredFrom - 1
  }
  for (const entries of pages) yield { conversation, entries }
}

/** Undefined: there is no such conversation, so it has no entries. */
async function pull(reader: Reader, fromSeq: number, limit: number, backward: boolean) {
  const { session, to, timeoutMs, signal } = reader
  const request = { target: to.target, fromSeq, limit, backward }
  try {
    return await callPatiently(patience(session), 'pull', request, { timeoutMs, signal })
  } catch (thrown) {
    const { code } = toIMError(thrown)
    if (code === 'NOT_FOUND') return undefined
    if (code === 'TRIMMED' && !backward) return 'trimmed'
    throw thrown
  }
}

/** Where the log begins by now; never at or before what was asked for in vain. */
async function firstSeq(
  { session, to, timeoutMs, signal }: Reader,
  asked: number,
): Promise<number> {
  const request = { target: to.target, entries: 0 }
  const deps = patience(session)
  const reply = await callPatiently(deps, 'getConversation', request, { timeoutMs, signal })
  return Math.max(asked + 1, reply.conversation?.firstSeq ?? 0)
}
