import { wire, type ReplyRead, type RequestInit } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { contactJson, contactText, type WireContact } from '../output/contact-line.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { askOnce } from '../session/ask-once.ts'
import { findAccount, patience } from '../session/find-account.ts'
import { HandleBook } from '../session/handle-book.ts'
import { findAccess, openSession, whenLoggedIn, type OpenSession } from '../session/open-session.ts'
import { syncPages } from '../tail/sync-pages.ts'

const timeoutMsDefault = 15_000
const prefix = 'contact:'
type Reply = ReplyRead<'requestContact'>
type Options = { timeoutMs: number; signal: AbortSignal }
type Ask = (open: OpenSession, account: number, options: Options) => Promise<Reply>

/** Lists contacts, or acts on one and prints how it stands then. */
export async function run(invocation: Invocation): Promise<number> {
  const { output, stop } = invocation
  const act = actOf(invocation)
  const options = { timeoutMs: durationMs(invocation, 'timeout', timeoutMsDefault), signal: stop }
  const open = openSession(await findAccess(invocation))
  try {
    await whenLoggedIn(open, { timeoutMs: options.timeoutMs, stop })
    const book = new HandleBook(open.session)
    const contacts = act === 'list' ? await listed(open, options) : [await done(open, act, options)]
    await book.need(
      contacts.map(({ account }) => account),
      options,
    )
    for (const contact of contacts) {
      const json = contactJson(contact, book.of(contact.account))
      await output.result(json, () => contactText(output, json))
    }
  } finally {
    await open.end()
  }
  return exitStatuses.done
}

/** @throws UsageFault */
function actOf(invocation: Invocation): 'list' | { handle: string; ask: Ask } {
  const [name, handle] = invocation.words
  if (name === undefined || (name === 'list' && handle === undefined)) return 'list'
  const ask = asks(invocation)[name]
  if (ask === undefined) throw new UsageFault(`contact does not know "${name}"`, invocation.command)
  if (handle === undefined)
    throw new UsageFault(`contact ${name} needs a HANDLE`, invocation.command)
  return { handle, ask }
}

function asks({ values }: Invocation): Record<string, Ask> {
  const { greeting = '', remark, tags } = values
  const named = tags?.split(',').map((tag) => tag.trim())
  const set = { remark, tags: named && { tags: named.filter((tag) => tag !== '') } }
  return {
    request: ask('requestContact', { greeting }),
    accept: ask('answerContact', { accept: true }),
    refuse: ask('answerContact', { accept: false }),
    withdraw: ask('withdrawContact', {}),
    remove: ask('removeContact', {}),
    block: ask('setBlocked', { blocked: true }),
    unblock: ask('setBlocked', { blocked: false }),
    set: ask('setContact', set),
  }
}

type ContactCommand =
  | 'requestContact'
  | 'answerContact'
  | 'withdrawContact'
  | 'removeContact'
  | 'setBlocked'
  | 'setContact'

function ask<N extends ContactCommand>(
  name: N,
  more: Omit<RequestInit<N>, 'account' | 'requestKey'>,
): Ask {
  return async ({ session }, account, options) => {
    const request = { ...more, account } as Omit<RequestInit<N>, 'requestKey'>
    return askOnce(session, name, request, options) as Promise<Reply>
  }
}

async function done(
  open: OpenSession,
  { handle, ask: askFor }: { handle: string; ask: Ask },
  options: Options,
): Promise<WireContact> {
  const { account } = await findAccount(open.session, handle, options)
  const { entry } = await askFor(open, account, options)
  // NOTE values that are not set are the prototype's: a copy would lose them.
  return Object.assign(wire.Contact.decode(entry?.body ?? new Uint8Array(0)), { account })
}

async function listed({ session }: OpenSession, options: Options): Promise<WireContact[]> {
  const bodies = new Map<string, Uint8Array>()
  for await (const page of syncPages(patience(session), new Uint8Array(0), options.timeoutMs)) {
    for (const { key, body } of page.accountEntries)
      if (key?.startsWith(prefix)) bodies.set(key, body ?? new Uint8Array(0))
    // NOTE the account log comes before the conversations.
    if (page.conversations.length > 0) break
  }
  return [...bodies.values()]
    .filter((body) => body.length > 0)
    .map((body) => wire.Contact.decode(body))
}
