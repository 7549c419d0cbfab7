import { mutedForeverMs, type parley, type RequestInit } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs, positive } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { conversationJson, conversationText, listOrder } from '../output/conversation-line.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { patience } from '../session/find-account.ts'
import { findTarget, type Target } from '../session/find-target.ts'
import { HandleBook } from '../session/handle-book.ts'
import { findAccess, openSession, whenLoggedIn, type OpenSession } from '../session/open-session.ts'
import { callPatiently } from '../session/sdk.ts'
import { syncPages } from '../tail/sync-pages.ts'

const timeoutMsDefault = 15_000
type Options = { timeoutMs: number; signal: AbortSignal }
type Act = (open: OpenSession, target: Target, options: Options) => Promise<unknown>

/** Lists conversations, or changes what the account keeps of one and prints how it stands then. */
export async function run(invocation: Invocation): Promise<number> {
  const { output, stop } = invocation
  const asked = actOf(invocation)
  const options = { timeoutMs: durationMs(invocation, 'timeout', timeoutMsDefault), signal: stop }
  const open = openSession(await findAccess(invocation))
  const { session } = open
  try {
    await whenLoggedIn(open, { timeoutMs: options.timeoutMs, stop })
    const book = new HandleBook(session)
    const found =
      asked === 'list' ? await listed(open, options) : [await done(open, asked, options)]
    const peers = found.map(({ peer }) => peer ?? 0).filter((peer) => peer > 0)
    await book.need(peers, options)
    for (const conversation of found) {
      const json = conversationJson(conversation, (peer) => book.of(peer), session.nowMs())
      await output.result(json, () => conversationText(output, json))
    }
  } finally {
    await open.end()
  }
  return exitStatuses.done
}

/** @throws UsageFault */
function actOf(invocation: Invocation): 'list' | { named: string; act: Act } {
  const [name, named] = invocation.words
  if (name === undefined || (name === 'list' && named === undefined)) return 'list'
  const makeAct = Object.hasOwn(acts, name) ? acts[name as keyof typeof acts] : undefined
  if (makeAct === undefined)
    throw new UsageFault(`conversation does not know "${name}"`, invocation.command)
  if (named === undefined)
    throw new UsageFault(`conversation ${name} needs a HANDLE or group:GROUP`, invocation.command)
  return { named, act: makeAct(invocation) }
}

const acts = {
  pin: () => set({ pinned: true }),
  unpin: () => set({ pinned: false }),
  mute: (invocation: Invocation) => mute(invocation),
  unmute: () => set({ mutedUntilMs: 0 }),
  'mark-unread': () => set({ markedUnread: true }),
  unmark: () => set({ markedUnread: false }),
  archive: () => set({ archived: true }),
  unarchive: () => set({ archived: false }),
  hide: () => set({ hidden: true }),
  unhide: () => set({ hidden: false }),
  delete: (invocation: Invocation) => deleteForMe(invocation),
}

function set(change: Omit<RequestInit<'setConversation'>, 'target'>): Act {
  return ({ session }, target, options) =>
    callPatiently(patience(session), 'setConversation', { target, ...change }, options)
}

function mute(invocation: Invocation): Act {
  const forMs = durationMs(invocation, 'for', 0)
  return (open, target, options) => {
    const mutedUntilMs = forMs === 0 ? mutedForeverMs : Math.ceil(open.session.nowMs() + forMs)
    return set({ mutedUntilMs })(open, target, options)
  }
}

/** @throws UsageFault */
function deleteForMe(invocation: Invocation): Act {
  const { command, values } = invocation
  const upTo = positive(invocation, 'up-to')
  const seqs = (values['seq'] ?? '').split(',').filter(Boolean).map(Number)
  if (seqs.some((seq) => !Number.isSafeInteger(seq) || seq < 1))
    throw new UsageFault('--seq takes numbers with commas between', command)
  if (upTo === undefined && seqs.length === 0)
    throw new UsageFault('conversation delete needs --seq N,N or --up-to N', command)
  return ({ session }, target, options) =>
    callPatiently(patience(session), 'deleteForMe', { target, seqs, upTo: upTo ?? 0 }, options)
}

async function done(
  open: OpenSession,
  { named, act }: { named: string; act: Act },
  options: Options,
): Promise<parley.v1.IConversation> {
  const { session } = open
  const { target } = await findTarget(session, named, options)
  await act(open, target, options)
  const request = { target, entries: 0 }
  const reply = await callPatiently(patience(session), 'getConversation', request, options)
  return reply.conversation ?? {}
}

async function listed(
  { session }: OpenSession,
  options: Options,
): Promise<parley.v1.IConversation[]> {
  const all: parley.v1.IConversation[] = []
  for await (const page of syncPages(patience(session), new Uint8Array(0), options.timeoutMs))
    all.push(...page.conversations)
  return all.sort(listOrder)
}
