import type { Invocation } from '../command-line/invocation.ts'
import { durationMs } from '../command-line/read-values.ts'
import { password } from '../input/password.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { endDevice } from '../session/end-device.ts'
import { keepDevice } from '../session/keep-device.ts'
import { accountsAt, deviceName, deviceStore, thisDevice } from '../session/open-session.ts'
import { withinTime } from '../session/within-time.ts'

const timeoutMsDefault = 15_000

export async function run(invocation: Invocation): Promise<number> {
  const { output } = invocation
  const name = deviceName(invocation)
  const timeoutMs = durationMs(invocation, 'timeout', timeoutMsDefault)
  const secret = await password(invocation, { prompt: `Password of ${name.handle}` })
  const limits = { server: name.server, timeoutMs, stop: invocation.stop }
  const signedIn = await withinTime(limits, ({ signal, failed }) => {
    const credentials = { handle: name.handle, password: secret, device: thisDevice() }
    return accountsAt(name.server, failed).signIn({ ...credentials, signal })
  })
  const former = await keepDevice(deviceStore(invocation), name, signedIn)
  // NOTE through the stored tokens' first use: the new device is proven before the old one goes.
  if (former !== undefined) await endDevice(name, signedIn, former)
  const { account, handle, device } = signedIn
  await output.result(
    { account: String(account), handle, device: String(device) },
    () =>
      `${output.style('green', '✓')} ${handle} is signed in at ${name.server}; later calls need no password.`,
  )
  return exitStatuses.done
}
