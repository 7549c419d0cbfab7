import { type parley, type ReplyRead, uuidV7Minter, wire } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs, positive, required } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { printAck } from '../output/ack-line.ts'
import { accountsIn, entryJson, entryText, type WireEntry } from '../output/entry-line.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { patience } from '../session/find-account.ts'
import { findTarget, type Target } from '../session/find-target.ts'
import { HandleBook } from '../session/handle-book.ts'
import { findAccess, openSession, whenLoggedIn, type OpenSession } from '../session/open-session.ts'
import {
  callPatiently,
  copyOf,
  IMError,
  mergedForward,
  nodeRandom,
  type Forwarded,
} from '../session/sdk.ts'

const timeoutMsDefault = 15_000
const kinds = wire.EntryKind

/** One call, logged in, about the conversation that --to names. */
interface Context {
  invocation: Invocation
  open: OpenSession
  target: Target
  options: { timeoutMs: number; signal: AbortSignal }
}
type Run = (context: Context) => Promise<void>
interface Said {
  kind: number
  refSeq: number
  body: parley.v1.IEntryBody
}

/** Acts on messages that are there: what everybody in the conversation sees. */
export async function run(invocation: Invocation): Promise<number> {
  const { stop } = invocation
  const to = required(invocation, 'to')
  const what = whatToDo(invocation)
  const timeoutMs = durationMs(invocation, 'timeout', timeoutMsDefault)
  const options = { timeoutMs, signal: stop }
  const open = openSession(await findAccess(invocation))
  try {
    await whenLoggedIn(open, { timeoutMs, stop })
    const { target } = await findTarget(open.session, to, options)
    await what({ invocation, open, target, options })
  } catch (thrown) {
    throw stop.aborted ? stop.reason : thrown
  } finally {
    await open.end()
  }
  return exitStatuses.done
}

/** @throws UsageFault before anything is tried */
function whatToDo(invocation: Invocation): Run {
  const [name = ''] = invocation.words
  const makeRun = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (makeRun !== undefined) return makeRun(invocation)
  const known = Object.keys(verbs).join(', ')
  throw new UsageFault(`message takes one of ${known}, not "${name}"`, invocation.command)
}

const verbs: Readonly<Record<string, (invocation: Invocation) => Run>> = {
  edit: (invocation) => {
    const text = required(invocation, 'text')
    return act(invocation, kinds.ENTRY_KIND_EDIT, async (context, seq) => {
      const content = contentOf(await entryAt(context, seq))
      return { ...content, mentions: [], mentionAll: false, text }
    })
  },
  recall: (invocation) => act(invocation, kinds.ENTRY_KIND_RECALL, () => ({})),
  react: (invocation) => react(invocation, false),
  unreact: (invocation) => react(invocation, true),
  pin: (invocation) => act(invocation, kinds.ENTRY_KIND_PIN, () => ({ pinned: true })),
  unpin: (invocation) => act(invocation, kinds.ENTRY_KIND_PIN, () => ({ pinned: false })),
  forward,
  pins: () => printPins,
}

type BodyOf = (
  context: Context,
  seq: number,
) => parley.v1.IEntryBody | Promise<parley.v1.IEntryBody>

function act(invocation: Invocation, kind: number, bodyOf: BodyOf): Run {
  const refSeq = positive(invocation, 'seq')
  if (refSeq === undefined) throw new UsageFault('--seq is missing', invocation.command)
  return async (context) => {
    const body = await bodyOf(context, refSeq)
    await say(context, context.target, { kind, refSeq, body })
  }
}

function react(invocation: Invocation, removed: boolean): Run {
  const emoji = required(invocation, 'emoji')
  return act(invocation, kinds.ENTRY_KIND_REACTION, () => ({ reaction: { emoji, removed } }))
}

/** @throws UsageFault */
function forward(invocation: Invocation): Run {
  const { command, switches, values } = invocation
  const into = required(invocation, 'into')
  const seqs = required(invocation, 'seq').split(',').map(Number)
  if (seqs.some((seq) => !Number.isSafeInteger(seq) || seq < 1))
    throw new UsageFault('--seq takes numbers with commas between', command)
  const merged = switches.has('merged')
  if (values['title'] !== undefined && !merged)
    throw new UsageFault('--title needs --merged', command)
  return async (context) => {
    const { session } = context.open
    const messages: Forwarded[] = []
    for (const seq of seqs) messages.push(forwarded(await entryAt(context, seq)))
    const { target } = await findTarget(session, into, context.options)
    const book = new HandleBook(session)
    await book.need(
      messages.map(({ sender }) => sender),
      context.options,
    )
    if (merged) {
      const { title } = values
      const { kind, ...body } = mergedForward(messages, (account) => book.of(account), { title })
      return say(context, target, { kind, refSeq: 0, body })
    }
    for (const copy of messages.map(copyOf)) await say(context, target, { ...copy, refSeq: 0 })
  }
}

async function printPins(context: Context): Promise<void> {
  const { invocation, open, target, options } = context
  const { output } = invocation
  const deps = patience(open.session)
  const request = { target, entries: 0 }
  const found = await callPatiently(deps, 'getConversation', request, options)
  const book = new HandleBook(open.session)
  for (let before = 0, more = true; more && !output.closed.aborted;) {
    const page: ReplyRead<'listPins'> = await callPatiently(
      ...([deps, 'listPins', { target, before }, options] as const),
    )
    await book.need(page.entries.flatMap(accountsIn), options)
    for (const entry of page.entries) {
      const { conversation = 0 } = found.conversation ?? {}
      const json = entryJson(conversation ?? 0, entry, (account) => book.of(account))
      const isOwn = json.sender === open.access.name.handle
      await output.result(json, () => `#${json.seq}  ${entryText(output, json, isOwn)}`)
    }
    before = page.entries.at(-1)?.pinSeq ?? 0
    more = page.more && before > 0
  }
}

async function say(context: Context, target: Target, said: Said): Promise<void> {
  const { invocation, open, options } = context
  const { session } = open
  const fill = (bytes: Uint8Array) => void nodeRandom.fill(bytes)
  const clientId = uuidV7Minter({ nowMs: () => session.nowMs(), fill })()
  const { kind, refSeq } = said
  const body = wire.EntryBody.encode(said.body).finish()
  const request = { target, clientId, kind, refSeq, body }
  const ack = await callPatiently(patience(session), 'send', request, options)
  const { conversation, seq, timeMs, duplicate } = ack
  await printAck(invocation.output, { conversation, seq, timeMs, duplicate, clientId })
}

/** @throws IMError NOT_FOUND */
async function entryAt({ open, target, options }: Context, fromSeq: number): Promise<WireEntry> {
  const request = { target, fromSeq, limit: 1 }
  const { entries } = await callPatiently(patience(open.session), 'pull', request, options)
  const [entry] = entries
  if (entry?.seq !== fromSeq) throw new IMError('NOT_FOUND', `there is no message ${fromSeq}`)
  return entry
}

const contentOf = ({ body }: WireEntry): parley.v1.EntryBody =>
  wire.EntryBody.decode(body ?? new Uint8Array())

function forwarded(entry: WireEntry): Forwarded {
  const { ENTRY_STATE_RECALLED, ENTRY_STATE_ERASED } = wire.EntryState
  const content = contentOf(entry)
  return {
    state: 'stored',
    gone: entry.state === ENTRY_STATE_RECALLED || entry.state === ENTRY_STATE_ERASED,
    kind: entry.kind ?? 0,
    content,
    sender: entry.sender ?? 0,
    timeMs: entry.timeMs ?? 0,
    text: content.text,
  }
}
