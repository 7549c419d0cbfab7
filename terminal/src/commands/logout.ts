import type { Invocation } from '../command-line/invocation.ts'
import { durationMs } from '../command-line/read-values.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { failureOf, Failure } from '../output/failure.ts'
import {
  deviceName,
  deviceStore,
  openSession,
  storedAccess,
  whenLoggedIn,
} from '../session/open-session.ts'
import { callPatiently, nodeClock, nodeRandom } from '../session/sdk.ts'
import { storedPlace } from '../session/token-source.ts'

const timeoutMsDefault = 15_000
const backoff = { minMs: 200, maxMs: 2_000 }

export async function run(invocation: Invocation): Promise<number> {
  const { output, stop } = invocation
  const name = deviceName(invocation)
  const timeoutMs = durationMs(invocation, 'timeout', timeoutMsDefault)
  const store = deviceStore(invocation)
  const device = store.read(name)
  if (device === undefined) {
    const message = `no device of ${name.handle} at ${name.server} is stored`
    throw new Failure({ code: 'SIGNED_OUT', message, retry: 'never' }, exitStatuses.notSignedIn)
  }
  const open = openSession(storedAccess(name, storedPlace(store, name)))
  const deps = { session: open.session, clock: nodeClock, random: nodeRandom, backoff }
  try {
    await whenLoggedIn(open, { timeoutMs, stop })
    await callPatiently(deps, 'signOut', {}, { timeoutMs, signal: stop })
  } catch (thrown) {
    // NOTE a device that the server has ended already is what was asked for.
    if (failureOf(thrown)?.status !== exitStatuses.notSignedIn) throw thrown
  } finally {
    await open.end()
  }
  store.remove(name)
  const { account, handle } = device
  await output.result(
    { account: String(account), handle, device: String(device.device) },
    () => `${output.style('green', '✓')} ${handle} is signed out at ${name.server}.`,
  )
  return exitStatuses.done
}
