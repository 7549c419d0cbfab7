import { durationMs } from '../command-line/read-values.ts'
import type { Invocation } from '../command-line/invocation.ts'
import { password } from '../input/password.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { accountsAt, deviceName, deviceStore, thisDevice } from '../session/open-session.ts'
import { endDevice } from '../session/end-device.ts'
import { keepDevice } from '../session/keep-device.ts'
import { withinTime } from '../session/within-time.ts'

const timeoutMsDefault = 15_000

export async function run(invocation: Invocation): Promise<number> {
  const { values, switches, output } = invocation
  const name = deviceName(invocation)
  const timeoutMs = durationMs(invocation, 'timeout', timeoutMsDefault)
  const secret = await password(invocation, { prompt: `Password for ${name.handle}`, isNew: true })
  const made = await withinTime({ server: name.server, timeoutMs, stop: invocation.stop }, (wait) =>
    accountsAt(name.server, wait.failed).register({
      handle: name.handle,
      password: secret,
      displayName: values['display-name'] ?? '',
      locale: values['locale'] ?? '',
      device: thisDevice(),
      signal: wait.signal,
    }),
  )
  const { account, handle, device } = made
  if (switches.has('save')) await keepDevice(deviceStore(invocation), name, made)
  else await endDevice(name, made)
  await output.result(
    { account: String(account), handle, device: String(device) },
    () =>
      `${output.style('green', '✓')} ${handle} is registered.${switches.has('save') ? ' This device stays signed in.' : ''}`,
  )
  return exitStatuses.done
}
