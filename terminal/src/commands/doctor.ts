import {
  controlRequest,
  readEndpoints,
  readSettings,
  SettingFault,
  type Settings,
} from '@parley/server'
import type { Invocation } from '../command-line/invocation.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { checkCertificate } from '../doctor/check-certificate.ts'
import { checkFolder, checkHold, checkStore } from '../doctor/check-folder.ts'
import { checkClock, checkFiles, checkNode, checkPort } from '../doctor/check-machine.ts'
import { ok, warning, type Finding } from '../doctor/finding.ts'
import { exitStatuses } from '../output/exit-statuses.ts'

const marks = { ok: ['green', '✓'], warning: ['yellow', '!'], wrong: ['red', '✗'] } as const

export async function run(invocation: Invocation): Promise<number> {
  const { output, switches } = invocation
  const settings = settingsOf(invocation)
  const findings = await look(settings, switches.has('store'))
  for (const finding of findings) {
    const { check, state, message, advice } = finding
    const [colour, mark] = marks[state]
    const told = advice === undefined ? '' : `\n                 → ${advice}`
    await output.result(
      finding,
      () => `${output.style(colour, mark)} ${check.padEnd(14)} ${message}${told}`,
    )
  }
  return findings.some(({ state }) => state === 'wrong') ? exitStatuses.refused : exitStatuses.done
}

function settingsOf({ values, environment }: Invocation): Settings {
  try {
    return readSettings(values, environment)
  } catch (thrown) {
    if (thrown instanceof SettingFault) throw new UsageFault(thrown.message, 'doctor')
    throw thrown
  }
}

async function look(settings: Settings, wholeStore: boolean): Promise<Finding[]> {
  const { data, host, port, tcpPort, tlsCert, tlsKey } = settings
  const running = await runningServer(data)
  const holds = (url: string | undefined, mine: number) =>
    running.isUp && url !== undefined && Number(new URL(url).port) === mine
  return [
    checkNode(),
    await checkClock(),
    checkFiles(),
    ...checkFolder(data),
    running.finding,
    ...(await checkHold(data, running.isUp)),
    await checkPort('http', { host, port, isOurs: holds(running.http, port) }),
    await checkPort('tcp', { host, port: tcpPort, isOurs: holds(running.tcp, tcpPort) }),
    checkCertificate(tlsCert, tlsKey),
    ...(wholeStore ? [checkStore(data)] : []),
  ]
}

async function runningServer(data: string) {
  const endpoints = readEndpoints(data)
  const reply = await controlRequest(data, { command: 'status' }).catch(() => undefined)
  const isUp = reply?.ok === true
  return {
    isUp,
    http: endpoints?.http,
    tcp: endpoints?.tcp,
    finding: serverFinding(reply, endpoints !== undefined),
  }
}

function serverFinding(
  reply: Awaited<ReturnType<typeof controlRequest>>,
  wasThere: boolean,
): Finding {
  if (reply?.ok === true && reply.result['healthy'] === true)
    return ok('server', 'it runs, and its commits succeed')
  if (reply?.ok === true)
    return warning(
      'server',
      'it runs, but no commit succeeded lately',
      'Look at its log and at the disk.',
    )
  if (wasThere)
    return warning(
      'server',
      'it was killed, or does not answer',
      'Start it again: nothing that was acknowledged is lost.',
    )
  return ok('server', 'none runs on this data folder')
}
