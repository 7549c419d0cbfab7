import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { testCertificate } from '../../../server/test/wire/test-certificate.ts'
import { RealServer } from '../soak/real-server.ts'
import { soakLimits } from '../soak/run-soak.ts'
import type { CrowdGiven, CrowdOrder, CrowdTold } from './crowd.ts'
import { makeAccounts } from './storm-accounts.ts'
import type { Manner } from './storm-session.ts'

/** What takes all connections away at once. `network`: the clients' end; `access`: every process with connections is
 * killed; `server`: all of it, and started again, so that there is nothing to resume. */
export type Cut = 'network' | 'access' | 'server'

export interface StormInput {
  sessions: number
  crowds: number
  accessProcesses: number
  tickets: boolean
  storms: readonly { cut: Cut; manner: Manner }[]
  /** Waited for at most, before a storm counts as not overcome. */
  patienceMs: number
  log(text: string): void
}

export interface StormFigures {
  cut: Cut
  manner: Manner
  /** How many sessions were up to date again, and after how long half, 99 of 100, and all of them were. */
  back: number
  p50Ms: number
  p99Ms: number
  maxMs: number
  resumed: number
  failures: Record<string, number>
  /** Resident, of each process of the server, the one with the rules first. */
  memoryMb: number[]
}

const crowd = join(import.meta.dirname, 'crowd.ts')
const lookEveryMs = 250
const settleMs = 3_000

/** Sessions on TLS that all lose their connection at once, again and again. */
export async function runStorm(input: StormInput): Promise<StormFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-storm-'))
  const data = join(folder, 'data')
  const { cert, key } = testCertificate()
  const [certPath, keyPath] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  writeFileSync(certPath, cert)
  writeFileSync(keyPath, key)
  const tls = ['--tls-cert', certPath, '--tls-key', keyPath]
  const processes = ['--access-processes', String(input.accessProcesses)]
  const server = new RealServer({ folder: data, options: [...soakLimits, ...tls, ...processes] })
  const crowds: Crowd[] = []
  try {
    await makeAccounts(data, input.sessions)
    await server.start()
    const port = Number(new URL(server.tcp).port)
    const each = Math.ceil(input.sessions / input.crowds)
    for (let index = 0; index < input.crowds; index += 1) {
      const first = index * each
      const localAddress = `127.0.0.${index + 2}`
      const where = { port, ca: cert, localAddress, tickets: input.tickets }
      const count = Math.min(each, input.sessions - first)
      crowds.push(new Crowd({ server: where, first, count }))
    }
    const startedMs = performance.now()
    await Promise.all(crowds.map((one) => one.open()))
    input.log(
      `${input.sessions} sessions stand after ${Math.round(performance.now() - startedMs)} ms`,
    )
    const figures: StormFigures[] = []
    for (const storm of input.storms) {
      await sleep(settleMs)
      figures.push(await oneStorm(server, crowds, { ...input, ...storm }))
      input.log(JSON.stringify(figures.at(-1)))
    }
    return figures
  } finally {
    for (const one of crowds) one.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether somebody was not back, or later than allowed. */
export function isLate({ back, maxMs }: StormFigures, sessions: number, withinMs: number): boolean {
  return back < sessions || maxMs > withinMs
}

async function oneStorm(
  server: RealServer,
  crowds: readonly Crowd[],
  { cut, manner, sessions, patienceMs }: StormInput & { cut: Cut; manner: Manner },
): Promise<StormFigures> {
  for (const one of crowds) one.order({ do: 'storm', manner, cut: cut === 'network' })
  if (cut === 'access') for (const pid of server.childPids().slice(1)) process.kill(pid, 'SIGKILL')
  if (cut === 'server') {
    await server.kill()
    await server.start()
  }
  const deadlineMs = performance.now() + patienceMs
  let told = await Promise.all(crowds.map((one) => one.tell()))
  // NOTE each is counted when it was back; who came back and was lost again is waited for.
  const isOver = () =>
    told.every(({ standing }, at) => standing === crowds[at]?.count) &&
    told.reduce((sum, { backMs }) => sum + backMs.length, 0) >= sessions
  while (!isOver() && performance.now() < deadlineMs) {
    await sleep(lookEveryMs)
    told = await Promise.all(crowds.map((one) => one.tell()))
  }
  const backMs = told.flatMap((one) => one.backMs).toSorted((a, b) => a - b)
  const at = (share: number) =>
    backMs[Math.min(backMs.length - 1, Math.floor(backMs.length * share))] ?? -1
  return {
    cut,
    manner,
    back: told.reduce((sum, { standing }) => sum + standing, 0),
    ...{ p50Ms: at(0.5), p99Ms: at(0.99), maxMs: backMs.at(-1) ?? -1 },
    resumed: told.reduce((sum, { resumed }) => sum + resumed, 0),
    failures: sumOf(told.map(({ failures }) => failures)),
    memoryMb: server.childPids().map(residentMb),
  }
}

function sumOf(all: readonly Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const one of all)
    for (const [name, count] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
}

/** One process with a part of the sessions. */
class Crowd {
  readonly count: number
  readonly #child: ChildProcess
  readonly #ended: Promise<never>

  constructor(given: CrowdGiven) {
    this.count = given.count
    this.#child = fork(crowd, [JSON.stringify(given)])
    this.#ended = once(this.#child, 'exit').then(() => Promise.reject(new Error('a crowd ended')))
    this.#ended.catch(() => {})
  }

  order(order: CrowdOrder): void {
    this.#child.send(order)
  }

  async open(): Promise<void> {
    this.order({ do: 'open' })
    await this.#answer()
  }

  async tell(): Promise<CrowdTold> {
    this.order({ do: 'tell' })
    return (await this.#answer()) as CrowdTold
  }

  stop(): void {
    this.#child.kill('SIGKILL')
  }

  /** NOTE by hand: `once` of node:events leaves a listener behind where the other side won. */
  #message(): Promise<unknown> {
    return new Promise((resolve) => this.#child.once('message', resolve))
  }

  async #answer(): Promise<unknown> {
    return await Promise.race([this.#message(), this.#ended])
  }
}
