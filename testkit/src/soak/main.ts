import { parseArgs } from 'node:util'
import { FiguresFile } from './figures-file.ts'
import { runSoak, soakProblems, type SoakResult, type SoakTransport } from './run-soak.ts'

const help = `npm run soak -- [--messages N] [--accounts N] [--kills N] [--transport tcp,ws,http] [--seed S] [--access-processes N]
npm run crash -- [--cycles N] [--messages N] …: the same with a kill for every thousand messages (or N), over all three
transports, in rounds of 50 kills, each on a store of its own with the next seed. With --figures FILE each round leaves a
line there, and what the file has counts: a run that was ended goes on where it was, and tells the sums of all of it.

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
    figures: { type: 'string' },
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
  const figures = new FiguresFile(values.figures, 'crash')
  while (figures.sums().cycles < cycles) {
    const kills = Math.min(cycles - figures.sums().cycles, cyclesPerRound)
    const messages = kills * Number(values.messages ?? messagesPerCycle)
    const next = figures.nextSeed(seed)
    const result = await round({ messages, kills, seed: next })
    figures.append({
      seed: next,
      cycles: result.inFlightAtKills.length,
      cyclesAtStart: result.killsAtStart,
      acked: result.acked,
      inFlightMin: Math.min(...result.inFlightAtKills),
      seconds: result.seconds,
      isGood: isGood(result),
    })
    log(`so far: ${JSON.stringify(figures.sums())}`)
    if (!isGood(result)) return false
  }
  return figures.sums().bad === 0
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

function isGood(result: SoakResult): boolean {
  return soakProblems(result).length === 0
}

function log(text: string): void {
  process.stdout.write(`${values.cycles === undefined ? 'soak' : 'crash'}: ${text}\n`)
}
