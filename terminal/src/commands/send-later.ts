import { isUuidV7, uuidFromText, uuidV7Minter, wire } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { moment } from '../command-line/moment.ts'
import { durationMs, required } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { saidMore } from '../send/said-more.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { scheduledJson, scheduledText } from '../output/scheduled-line.ts'
import { patience } from '../session/find-account.ts'
import { findTarget } from '../session/find-target.ts'
import { findAccess, openSession, whenLoggedIn } from '../session/open-session.ts'
import { callPatiently, nodeRandom } from '../session/sdk.ts'

const timeoutMsDefault = 60_000

/** Gives a text to the server to send it later. The same command with the same id has its effect once. */
export async function sendLater(invocation: Invocation): Promise<number> {
  const { output, stop, values, command } = invocation
  const to = required(invocation, 'to')
  const text = required(invocation, 'text')
  const at = moment(invocation, 'at')
  const more = saidMore(invocation)
  if (more.refSeq > 0) throw new UsageFault('--at does not go with --reply', command)
  const given = values['client-id']
  const givenId = given === undefined ? undefined : uuidFromText(given)
  if (given !== undefined && (givenId === undefined || !isUuidV7(givenId)))
    throw new UsageFault(`--client-id takes a UUIDv7, not "${given}"`, command)
  const options = { timeoutMs: durationMs(invocation, 'timeout', timeoutMsDefault), signal: stop }
  const open = openSession(await findAccess(invocation))
  try {
    await whenLoggedIn(open, { timeoutMs: options.timeoutMs, stop })
    const { session } = open
    const { target, peer } = await findTarget(session, to, options)
    const fill = (bytes: Uint8Array) => void nodeRandom.fill(bytes)
    const clientId = givenId ?? uuidV7Minter({ nowMs: () => session.nowMs(), fill })()
    const kind = wire.EntryKind.ENTRY_KIND_TEXT
    const body = wire.EntryBody.encode({ ...(await more.content(session, options)), text }).finish()
    const request = { target, clientId, kind, body, atMs: at(session.nowMs()) }
    await callPatiently(patience(session), 'scheduleSend', request, options)
    const asked = wire.ScheduledSend.decode(wire.ScheduledSend.encode(request).finish())
    const json = scheduledJson(asked, peer?.handle ?? '')
    await output.result(json, () => scheduledText(output, json))
  } finally {
    await open.end()
  }
  return exitStatuses.done
}
