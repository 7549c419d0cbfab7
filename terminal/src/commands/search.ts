import { searchPageMax, type RequestInit } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs, positive, required } from '../command-line/read-values.ts'
import { entryJson, entryText } from '../output/entry-line.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { patience } from '../session/find-account.ts'
import { findTarget } from '../session/find-target.ts'
import { HandleBook } from '../session/handle-book.ts'
import { findAccess, openSession, whenLoggedIn } from '../session/open-session.ts'
import { callPatiently } from '../session/sdk.ts'
import { printNames } from './search-names.ts'

const timeoutMsDefault = 15_000
const limitDefault = 20

/** Prints what is found as history does, newest first; pages by itself. */
export async function run(invocation: Invocation): Promise<number> {
  const { output, stop, values } = invocation
  const text = required(invocation, 'text')
  const handle = values['to']
  const isNames = invocation.switches.has('names')
  const timeoutMs = durationMs(invocation, 'timeout', timeoutMsDefault)
  let left = positive(invocation, 'limit') ?? limitDefault
  const open = openSession(await findAccess(invocation))
  const { session } = open
  const signal = AbortSignal.any([stop, output.closed])
  const patient = { timeoutMs, signal }
  try {
    await whenLoggedIn(open, { timeoutMs, stop: signal })
    if (isNames) {
      await printNames(invocation, open, { text, limit: left }, patient)
      return exitStatuses.done
    }
    const to = handle === undefined ? undefined : await findTarget(session, handle, patient)
    const book = new HandleBook(session)
    const request: RequestInit<'searchMessages'> = {
      text,
      within: to?.target,
    }
    let page: Uint8Array | undefined
    do {
      const limit = Math.min(left, searchPageMax)
      const asked = { ...request, limit, page }
      const reply = await callPatiently(patience(session), 'searchMessages', asked, patient)
      for (const { account, handle: name } of reply.profiles) book.learn(account ?? 0, name ?? '')
      for (const { conversation, entry } of reply.found) {
        if (!entry) continue
        const json = entryJson(conversation ?? 0, entry, (account) => book.of(account))
        await output.result(json, () =>
          entryText(output, json, json.sender === open.access.name.handle),
        )
        left -= 1
      }
      page = reply.nextPage.length === 0 ? undefined : reply.nextPage
    } while (page !== undefined && left > 0 && !output.closed.aborted)
  } catch (thrown) {
    if (stop.aborted) throw stop.reason
    if (!output.closed.aborted) throw thrown
  } finally {
    await open.end()
  }
  return exitStatuses.done
}
