import { execFileSync } from 'node:child_process'
import { createServer } from 'node:net'
import { ok, warning, wrong, type Finding } from './finding.ts'

const nodeMajorMin = 24
const filesMin = 4_096
/** Before this the clock was surely never set. */
const clockMsMin = Date.UTC(2026, 0, 1)
const clockStepMs = 50
const clockWatchMs = 200

export function checkNode(): Finding {
  const major = Number.parseInt(process.versions.node, 10)
  const text = `Node.js ${process.versions.node}`
  if (major >= nodeMajorMin) return ok('node', text)
  return wrong(
    'node',
    text,
    `Start it by npm start or npx parley, which bring their own; ${nodeMajorMin} is the least.`,
  )
}

/** Open files bound how many connections there can be. */
export function checkFiles(): Finding {
  if (process.platform === 'win32') return ok('open files', 'no limit of this kind here')
  const text = execFileSync('/bin/sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()
  const limit = text === 'unlimited' ? Number.POSITIVE_INFINITY : Number(text)
  const message = `${text} open files for each process`
  if (limit >= filesMin) return ok('open files', message)
  return warning(
    'open files',
    message,
    'Each connection takes one: raise it (ulimit -n, or LimitNOFILE= of the service).',
  )
}

/** A plausible date, and a clock that does not jump while we look. */
export async function checkClock(): Promise<Finding> {
  const [wallMs, steadyMs] = [Date.now(), performance.now()]
  await new Promise((resolve) => setTimeout(resolve, clockWatchMs))
  const driftMs = Math.abs(Date.now() - wallMs - (performance.now() - steadyMs))
  const text = new Date(wallMs).toISOString()
  if (wallMs < clockMsMin)
    return wrong(
      'clock',
      `it says ${text}`,
      'Set the clock (NTP): ids and times of messages come from it.',
    )
  if (driftMs > clockStepMs)
    return warning(
      'clock',
      `it jumped by ${driftMs.toFixed(0)} ms while watched`,
      'See what steps it; NTP should slew.',
    )
  return ok('clock', text)
}

/** `isOurs`: a Parley of this data folder holds the port. */
export async function checkPort(
  name: string,
  input: { host: string; port: number; isOurs: boolean },
): Promise<Finding> {
  const { host, port, isOurs } = input
  const check = `${name} port`
  if (port === 0) return ok(check, 'any free one')
  if (isOurs) return ok(check, `${port}: the server of this data folder listens`)
  const fault = await listenFault(host, port)
  if (fault === undefined) return ok(check, `${host}:${port} is free`)
  const advice =
    fault === 'EADDRINUSE'
      ? 'Stop what listens there, or choose another port.'
      : 'Choose an address of this machine and a port that you may use.'
  return wrong(check, `${host}:${port} cannot be listened on (${fault})`, advice)
}

function listenFault(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'ERROR'))
    server.listen({ host, port }, () => server.close(() => resolve(undefined)))
  })
}
