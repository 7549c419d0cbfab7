import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyFolder } from '../../../server/src/data/sqlite/thread/store-files.ts'
import { SeededRandom } from '../world/seeded-random.ts'
import type { Line, Name } from '../checker/history.ts'
import { RealServer, type SoakServer } from './real-server.ts'
import { registerSoakAccount, SoakDevice, type SoakAccount } from './soak-device.ts'

export interface SoakInput {
  messages: number
  accounts: number
  /** How often the server is killed in the middle and started again. */
  kills: number
  /** So many processes hold the connections, beside one with the rules; then most kills hit one of them. 0: one for all. */
  accessProcesses?: number
  seed: number
  transports: readonly SoakTransport[]
  log(text: string): void
  /** Default: a process of its own on a folder of its own, checked at the end. */
  server?: SoakServer
  /** Who talks. Default: `accounts` new ones, registered on the server. */
  registered?: readonly SoakAccount[]
  /** How long each line of a device waits between two messages, about. Default: not at all. */
  paceMs?: number
  /** Where a device finds what stands at `url`. Default: there. */
  placeOf?: (url: string, index: number) => string
  /** Goes on while everybody talks, who talk until it is done, and then for what is left of `messages`. */
  disturb?: () => Promise<void>
  /** After each kill, with everything that was acked so far. A problem ends the run. */
  checkKilled?: (acked: ReadonlyMap<string, AckedSend>) => string[]
}

/** Where the server said that it stored a send. */
export interface AckedSend {
  conversation: Name
  seq: number
}

export type SoakTransport = 'tcp' | 'ws' | 'http'

export interface SoakResult {
  messages: number
  /** Sends that the server said it stored. */
  acked: number
  seconds: number
  cuts: number
  /** Sends under way at each kill. */
  inFlightAtKills: number[]
  /** Kills of a server that had not come up again yet. */
  killsAtStart: number
  /** What `parley doctor --store` said of the store at the end; empty: sound. */
  storeProblems: string[]
  /** Exit status of the checker: 0 complete and without violation. */
  verdict: number
}

/** Each account talks with this many others. */
const partnersEach = 4
/** Sends of one device that are not stored yet. */
const windowEach = 8
/** Each device loses its connection about this often. */
const cutEachMs = 8_000
const settleMs = 120_000
const killSpreadMs = 60
/** How many kills hit one of several processes, and not all. */
const killOneChance = 0.75
/** How many of the starts after a kill are killed as well. */
const killAtStartChance = 0.1
const checker = join(import.meta.dirname, '..', 'checker', 'main.ts')
/** The load is meant to be heavy; the defaults have tests of their own. */
export const soakLimits = [
  '--account-requests-per-second',
  '100000',
  '--connection-requests-per-second',
  '100000',
]

/** Many devices over TCP and WebSocket, cut at random, on a server that is killed at random. Clients' records are judged. */
export async function runSoak(input: SoakInput): Promise<SoakResult> {
  const { messages, kills, seed, log } = input
  const folder = mkdtempSync(join(tmpdir(), 'parley-soak-'))
  const { accessProcesses = 0 } = input
  const data = join(folder, 'data')
  const options = [...soakLimits, '--access-processes', String(accessProcesses)]
  const server = input.server ?? new RealServer({ folder: data, options })
  const random = new SeededRandom(seed)
  const history = createWriteStream(join(folder, 'history.jsonl'))
  const acked = new Map<string, AckedSend>()
  const emit = (line: Line) => {
    if (line.event === 'ok') acked.set(line.id, { conversation: line.conversation, seq: line.seq })
    history.write(`${JSON.stringify(line)}\n`)
  }
  let devices: SoakDevice[] = []
  try {
    await server.start()
    devices = await connectAll(server, { ...input, emit })
    const startedMs = performance.now()
    const cutting = new AbortController()
    const cuts = cutAtRandom(devices, random, cutting.signal)
    const checkKilled = () => input.checkKilled?.(acked) ?? []
    const killing = killAtRandom(server, devices, {
      ...{ kills, messages, random, log, accessProcesses, checkKilled },
    })
    const { paceMs = 0, disturb } = input
    const budget: Budget = { left: messages, isOpen: disturb !== undefined, paceMs }
    const disturbing = (disturb?.() ?? Promise.resolve()).finally(() => (budget.isOpen = false))
    const talking = Promise.all([
      disturbing,
      ...devices.map((device) => talk(device, budget, random)),
    ])
    await Promise.race([
      talking,
      killing.then(async ({ problems }) => problems.length > 0 || (await talking)),
    ])
    const { inFlightAtKills, killsAtStart, problems } = await killing
    cutting.abort()
    const seconds = (performance.now() - startedMs) / 1_000
    const soak = {
      messages: messages - budget.left,
      seconds,
      cuts: await cuts,
      inFlightAtKills,
      killsAtStart,
    }
    const result = () => ({ ...soak, acked: acked.size })
    if (problems.length > 0) return { ...result(), storeProblems: problems, verdict: 1 }
    log(
      `${soak.messages} messages stored in ${seconds.toFixed(1)} s; waiting until every device shows them`,
    )
    const deadline = AbortSignal.timeout(settleMs)
    await Promise.all(devices.map((device) => device.settle(deadline)))
    emit({ event: 'quiet', at: performance.now() })
    for (const device of devices) await device.readAll()
    history.end()
    await once(history, 'finish')
    const verdict = await judge(join(folder, 'history.jsonl'))
    await Promise.allSettled(devices.map((device) => device.stop()))
    // NOTE what a killed parent leaves behind may still have the store.
    await (accessProcesses > 0 ? server.stop() : server.kill())
    const storeProblems = input.server === undefined ? verifyFolder(data) : checkKilled()
    return { ...result(), storeProblems, verdict }
  } finally {
    await Promise.allSettled(devices.map((device) => device.stop()))
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface ConnectInput extends SoakInput {
  emit: (line: Line) => void
}

async function connectAll(server: SoakServer, input: ConnectInput): Promise<SoakDevice[]> {
  const { accounts, transports, emit, log } = input
  const registered = input.registered ?? (await registerAccounts(server, accounts))
  log(`${registered.length} accounts, by ${transports.join(' and ')} in turn`)
  const urls = { tcp: server.tcp, ws: server.http.replace('http', 'ws'), http: server.http }
  const { placeOf = (url: string) => url } = input
  const devices = registered.map((who, index) => {
    const transport = transports[index % transports.length] ?? 'tcp'
    return new SoakDevice(placeOf(urls[transport], index), who, emit)
  })
  await Promise.all(
    devices.map((device, index) => {
      const steps = Array.from({ length: partnersEach / 2 }, (_, step) => step + 1)
      const at = (offset: number) =>
        registered[(index + offset + accounts) % accounts]?.account ?? 0
      return device.start(steps.flatMap((step) => [at(step), at(-step)]))
    }),
  )
  return devices
}

export async function registerAccounts(
  server: SoakServer,
  accounts: number,
): Promise<SoakAccount[]> {
  const registered: SoakAccount[] = []
  for (let first = 0; first < accounts; first += 16) {
    const batch = Array.from(
      { length: Math.min(16, accounts - first) },
      (_, index) => `soak${first + index}`,
    )
    registered.push(
      ...(await Promise.all(batch.map((handle) => registerSoakAccount(server.tcp, handle)))),
    )
  }
  return registered
}

interface Budget {
  left: number
  /** There is more than what is left. */
  isOpen: boolean
  paceMs: number
}

/** All devices draw from one budget, so that none is done long before the others. */
async function talk(device: SoakDevice, budget: Budget, random: SeededRandom): Promise<void> {
  const line = async (): Promise<void> => {
    while (budget.left > 0 || budget.isOpen) {
      budget.left -= 1
      if (budget.paceMs > 0) await sleep(random.unit() * 2 * budget.paceMs)
      await device.sendOne(Math.floor(random.unit() * 1_000))
    }
  }
  await Promise.all(Array.from({ length: windowEach }, line))
}

async function cutAtRandom(
  devices: readonly SoakDevice[],
  random: SeededRandom,
  signal: AbortSignal,
): Promise<number> {
  let cuts = 0
  while (!signal.aborted) {
    await sleep((random.unit() * 2 * cutEachMs) / devices.length)
    // NOTE a device cut at the very end would take its last known head for the newest.
    if (signal.aborted) break
    if (devices[Math.floor(random.unit() * devices.length)]?.cut()) cuts += 1
  }
  return cuts
}

interface KillInput {
  kills: number
  accessProcesses: number
  messages: number
  random: SeededRandom
  log(text: string): void
  checkKilled(): string[]
}

/** Each time a share of the messages is through, at a random moment with sends under way. */
async function killAtRandom(
  server: SoakServer,
  devices: readonly SoakDevice[],
  { kills, messages, random, log, accessProcesses, checkKilled }: KillInput,
): Promise<{ inFlightAtKills: number[]; killsAtStart: number; problems: string[] }> {
  const inFlightAtKills: number[] = []
  let killsAtStart = 0
  const stored = () => devices.reduce((sum, device) => sum + device.stored, 0)
  for (let kill = 1; kill <= kills; kill += 1) {
    const isDue = () => stored() >= (messages * kill) / (kills + 1)
    while (!isDue() && server.hasEnded !== true) await sleep(2)
    await sleep(random.unit() * killSpreadMs)
    const inFlight = devices.reduce((sum, device) => sum + device.inFlight, 0)
    if (accessProcesses > 0 && random.chance(killOneChance)) {
      const victim = Math.floor(random.unit() * (accessProcesses + 1))
      if (server.killOne?.(victim) !== true) continue
      inFlightAtKills.push(inFlight)
      log(`kill ${kill} of process ${victim}: ${inFlight} sends in flight, ${stored()} acked`)
      continue
    }
    await server.kill()
    inFlightAtKills.push(inFlight)
    log(`kill ${kill}: ${inFlight} sends in flight, ${stored()} acked`)
    const problems = checkKilled()
    if (problems.length > 0) return { inFlightAtKills, killsAtStart, problems }
    if (random.chance(killAtStartChance)) {
      await server.startAndKill(random.unit())
      killsAtStart += 1
    }
    await server.start()
  }
  return { inFlightAtKills, killsAtStart, problems: [] }
}

/** What is wrong, as sentences; empty: complete and without violation. */
export function soakProblems({ verdict, storeProblems }: SoakResult): string[] {
  const judged = verdict === 0 ? [] : [`the history checker ended with status ${verdict}`]
  // NOTE a problem of the store ended the run, and nobody was asked: its verdict says no more.
  return storeProblems.length > 0 ? storeProblems : judged
}

async function judge(path: string): Promise<number> {
  const child = spawn(process.execPath, ['--max-old-space-size=8192', checker, path], {
    stdio: 'inherit',
  })
  const [status] = (await once(child, 'exit')) as [number | null]
  return status ?? 1
}
