import type { Invocation } from '../command-line/invocation.ts'
import { positive } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { accountsIn, entryJson, entryText, type WireEntry } from '../output/entry-line.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { findTarget } from '../session/find-target.ts'
import { HandleBook } from '../session/handle-book.ts'
import { findAccess, openSession, type OpenSession } from '../session/open-session.ts'
import { nodeClock, nodeRandom, toIMError, whenReady } from '../session/sdk.ts'
import { Follower } from '../tail/follower.ts'

/** The longest time a timer takes: for ever, as far as we are concerned. */
const foreverMs = 2 ** 31 - 1
const callTimeoutMs = 30_000

export async function run(invocation: Invocation): Promise<number> {
  const { values, output, stop, command } = invocation
  const from = positive(invocation, 'from')
  const { to } = values
  if (to === '') throw new UsageFault('--to is empty', command)
  if (from !== undefined && to === undefined) throw new UsageFault('--from needs --to', command)
  const open = openSession(await findAccess(invocation))
  const ended = AbortSignal.any([stop, output.closed])
  const removeNote = noteTrouble(invocation, open)
  try {
    await follow(invocation, open, { to, from, ended })
  } catch (thrown) {
    if (!ended.aborted) throw thrown
  } finally {
    removeNote()
    await open.end()
  }
  return exitStatuses.done
}

async function follow(
  { output }: Invocation,
  { session, access }: OpenSession,
  input: { to: string | undefined; from: number | undefined; ended: AbortSignal },
): Promise<void> {
  const { ended, from } = input
  await whenReady(session, nodeClock, foreverMs, ended)
  const book = new HandleBook(session)
  const found =
    input.to === undefined
      ? undefined
      : await findTarget(session, input.to, { timeoutMs: foreverMs, signal: ended })
  if (found?.peer !== undefined) book.learn(found.peer.account, found.peer.handle)

  const print = async (conversation: number, entries: readonly WireEntry[]) => {
    const senders = entries.flatMap(accountsIn)
    await book.need(senders, { timeoutMs: callTimeoutMs, signal: ended })
    for (const entry of entries) {
      const json = entryJson(conversation, entry, (account) => book.of(account))
      await output.result(json, () => entryText(output, json, json.sender === access.name.handle))
    }
  }
  let follower: Follower | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      ended.addEventListener('abort', () => resolve(), { once: true })
      if (ended.aborted) resolve()
      const deps = { session, clock: nodeClock, random: nodeRandom }
      const failed = (thrown: unknown) => reject(toIMError(thrown))
      follower = new Follower(deps, { to: found?.target, from, print, failed })
    })
  } finally {
    follower?.close()
  }
}

/** Says once when the server goes away and when it is back. */
function noteTrouble({ output }: Invocation, { session, access }: OpenSession): () => void {
  let isAway = false
  return session.events.on('stateChanged', (state) => {
    if (output.isJson) return
    if (state.name === 'offline' && !isAway) {
      isAway = true
      output.note(output.style('dim', `(${access.name.server} is away: trying again)`))
    }
    if (state.name === 'ready' && isAway) {
      isAway = false
      output.note(output.style('dim', '(connected again)'))
    }
  })
}
