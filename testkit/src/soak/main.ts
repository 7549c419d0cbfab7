import { parseArgs } from 'node:util'
import { runSoak, type SoakResult, type SoakTransport } from './run-soak.ts'

const help = `npm run soak -- [--messages N] [--accounts N] [--kills N] [--transport tcp,ws,http] [--seed S] [--access-processes N]
npm run crash -- [--cycles N] [--messages N] …: the same with a kill for every thousand messages (or N), over all three
transports, in rounds of 50 kills, each on a store of its own with the next seed.

Real devices on a wire that is cut at random talk through a real server that is killed (SIGKILL) with sends in flight.
What the devices showed is judged by the checker. Exit status 0: complete and without violation.`

const messagesPerCycle = 1_000
const cyclesPerRound = 50

const { values } = parseArgs({
  options: {
    messages: { type: 'string' },
    accounts: { type: 'string' },
    kills: { type: 'string', default: '3' },
    cycles: { type: 'string' },
    transport: { type: 'string' },
    'access-processes': { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(help)
  process.exit(0)
}
if (values.cycles === undefined) {
  const messages = Number(values.messages ?? 200_000)
  const kills = Number(values.kills)
  process.exitCode = isGood(await round({ messages, kills, seed: Number(values.seed) })) ? 0 : 1
} else {
  process.exitCode = (await crashLoop(Number(values.cycles), Number(values.seed))) ? 0 : 1
}

/** In rounds, each with a store and a verdict of its own: a violation is told soon, and the histories stay small. */
async function crashLoop(cycles: number, seed: number): Promise<boolean> {
  let left = cycles
  let acked = 0
  let killsAtStart = 0
  let inFlightMin = Number.POSITIVE_INFINITY
  const startedMs = performance.now()
  for (let at = 0; left > 0; at += 1) {
    const kills = Math.min(left, cyclesPerRound)
    const messages = kills * Number(values.messages ?? messagesPerCycle)
    const result = await round({ messages, kills, seed: seed + at })
    left -= kills
    acked += messages
    killsAtStart += result.killsAtStart
    inFlightMin = Math.min(inFlightMin, ...result.inFlightAtKills)
    const seconds = Math.round((performance.now() - startedMs) / 1_000)
    const sums = { cycles: cycles - left, killsAtStart, acked, inFlightMin, seconds }
    log(`seeds ${seed}–${seed + at} so far: ${JSON.stringify(sums)}`)
    if (!isGood(result)) return false
  }
  return true
}

async function round(input: { messages: number; kills: number; seed: number }) {
  const isCrash = values.cycles !== undefined
  const accounts = Number(values.accounts ?? (isCrash ? 48 : 200))
  const transport = values.transport ?? (isCrash ? 'tcp,ws,http' : 'tcp,ws')
  const transports = transport.split(',') as SoakTransport[]
  log(`seed ${input.seed}`)
  const result = await runSoak({
    ...{ ...input, accounts, transports, log },
    accessProcesses: Number(values['access-processes']),
  })
  log(JSON.stringify(result))
  return result
}

function isGood({ verdict, storeProblems }: SoakResult): boolean {
  return verdict === 0 && storeProblems.length === 0
}

function log(text: string): void {
  process.stdout.write(`${values.cycles === undefined ? 'soak' : 'crash'}: ${text}\n`)
}
