import { wire } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { patience } from '../session/find-account.ts'
import { findAccess, openSession, whenLoggedIn } from '../session/open-session.ts'
import { callPatiently } from '../session/sdk.ts'

const timeoutMsDefault = 15_000
const audiences = ['everybody', 'contacts', 'nobody']
const statuses = ['online', 'busy', 'away', 'invisible']

/** Changes what is named, and prints what the account has settled. */
export async function run(invocation: Invocation): Promise<number> {
  const { output, stop } = invocation
  const settings = {
    findableBy: chosen(invocation, 'findable-by', audiences.slice(0, 2)),
    writableBy: chosen(invocation, 'writable-by', audiences.slice(0, 2)),
    lastSeenBy: chosen(invocation, 'last-seen-by', audiences),
    status: chosen(invocation, 'status', statuses),
  }
  const timeoutMs = durationMs(invocation, 'timeout', timeoutMsDefault)
  const open = openSession(await findAccess(invocation))
  try {
    await whenLoggedIn(open, { timeoutMs, stop })
    const options = { timeoutMs, signal: stop }
    // NOTE with nothing to change it answers what is settled.
    const request = { settings }
    const { entry } = await callPatiently(
      patience(open.session),
      'setAccountSettings',
      request,
      options,
    )
    const own = wire.AccountSettings.decode(entry?.body ?? new Uint8Array(0))
    const named = (names: string[], number: number) => names[Math.max(0, number - 1)] ?? ''
    const json = {
      status: named(statuses, own.status),
      findableBy: named(audiences, own.findableBy),
      writableBy: named(audiences, own.writableBy),
      lastSeenBy: named(audiences, own.lastSeenBy),
    }
    await output.result(json, () =>
      [
        `status        ${json.status}`,
        `findable by   ${json.findableBy}`,
        `writable by   ${json.writableBy}`,
        `last seen by  ${json.lastSeenBy}`,
      ].join('\n'),
    )
  } finally {
    await open.end()
  }
  return exitStatuses.done
}

/** Its number on the wire; 0: as it is. @throws UsageFault */
function chosen({ values, command }: Invocation, option: string, names: string[]): number {
  const value = values[option]
  if (value === undefined) return 0
  const place = names.indexOf(value)
  if (place < 0)
    throw new UsageFault(`--${option} takes one of ${names.join(', ')}, not "${value}"`, command)
  return place + 1
}
