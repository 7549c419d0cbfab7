import { uuidFromText, wire } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { moment } from '../command-line/moment.ts'
import { durationMs } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { scheduledJson, scheduledText, type WireScheduled } from '../output/scheduled-line.ts'
import { askOnce } from '../session/ask-once.ts'
import { patience } from '../session/find-account.ts'
import { HandleBook } from '../session/handle-book.ts'
import { findAccess, openSession, whenLoggedIn, type OpenSession } from '../session/open-session.ts'
import { syncPages } from '../tail/sync-pages.ts'

const timeoutMsDefault = 15_000
const prefix = 'scheduled:'
type Options = { timeoutMs: number; signal: AbortSignal }
type Act = (open: OpenSession, options: Options) => Promise<unknown>

/** Lists what waits for its time, or acts on one and lists what is left. */
export async function run(invocation: Invocation): Promise<number> {
  const { output, stop } = invocation
  const act = actOf(invocation)
  const options = { timeoutMs: durationMs(invocation, 'timeout', timeoutMsDefault), signal: stop }
  const open = openSession(await findAccess(invocation))
  try {
    await whenLoggedIn(open, { timeoutMs: options.timeoutMs, stop })
    await act(open, options)
    const waiting = await listed(open, options)
    const book = new HandleBook(open.session)
    const accounts = waiting.flatMap(({ target }) => target?.account || [])
    await book.need(accounts, options)
    for (const one of waiting) {
      const { account } = one.target ?? {}
      const json = scheduledJson(one, account ? book.of(account) : '')
      await output.result(json, () => scheduledText(output, json))
    }
  } finally {
    await open.end()
  }
  return exitStatuses.done
}

/** @throws UsageFault */
function actOf(invocation: Invocation): Act {
  const { words, command, values } = invocation
  const [name = 'list', id, ...more] = words
  if (more.length > 0) throw new UsageFault(`what is "${more[0]}" for?`, command)
  if (values['at'] !== undefined && name !== 'move')
    throw new UsageFault('--at goes with move', command)
  if (name === 'list') {
    if (id !== undefined) throw new UsageFault('list takes no ID', command)
    return async () => {}
  }
  if (!['cancel', 'now', 'move'].includes(name))
    throw new UsageFault(`scheduled does not know "${name}"`, command)
  const clientId = uuidFromText(id ?? '')
  if (clientId === undefined)
    throw new UsageFault(`scheduled ${name} needs the ID of a message that waits`, command)
  if (name === 'cancel')
    return ({ session }, options) => askOnce(session, 'cancelScheduled', { clientId }, options)
  if (name === 'now')
    return ({ session }, options) => askOnce(session, 'sendScheduledNow', { clientId }, options)
  const at = moment(invocation, 'at')
  return ({ session }, options) => {
    const atMs = at(session.nowMs())
    return askOnce(session, 'changeScheduled', { clientId, atMs }, options)
  }
}

/** By their times. */
async function listed({ session }: OpenSession, options: Options): Promise<WireScheduled[]> {
  const bodies = new Map<string, Uint8Array>()
  for await (const page of syncPages(patience(session), new Uint8Array(0), options.timeoutMs)) {
    for (const { key, body } of page.accountEntries)
      if (key?.startsWith(prefix)) bodies.set(key, body ?? new Uint8Array(0))
    // NOTE the account log comes before the conversations.
    if (page.conversations.length > 0) break
  }
  return [...bodies.values()]
    .filter((body) => body.length > 0)
    .map((body) => wire.ScheduledSend.decode(body))
    .toSorted((a, b) => a.atMs - b.atMs)
}
