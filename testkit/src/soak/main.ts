import { parseArgs } from 'node:util'
import { runSoak, type SoakTransport } from './run-soak.ts'

const help = `npm run soak -- [--messages N] [--accounts N] [--kills N] [--transport tcp,ws,http] [--seed S]
npm run crash -- [--cycles N] …: the same with a kill for every thousand messages, over all three transports.

Real devices on a wire that is cut at random talk through a real server that is killed (SIGKILL) with sends in flight.
What the devices showed is judged by the checker. Exit status 0: complete and without violation.`

const { values } = parseArgs({
  options: {
    messages: { type: 'string' },
    accounts: { type: 'string' },
    kills: { type: 'string', default: '3' },
    cycles: { type: 'string' },
    transport: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(help)
  process.exit(0)
}
const messagesPerCycle = 1_000
const cycles = values.cycles === undefined ? undefined : Number(values.cycles)
const kills = cycles ?? Number(values.kills)
const messages = Number(
  values.messages ?? (cycles === undefined ? 200_000 : cycles * messagesPerCycle),
)
const accounts = Number(values.accounts ?? (cycles === undefined ? 200 : 48))
const transport = values.transport ?? (cycles === undefined ? 'tcp,ws' : 'tcp,ws,http')
const transports = transport.split(',') as SoakTransport[]
const seed = Number(values.seed)

const log = (text: string) => void process.stdout.write(`soak: ${text}\n`)
log(`seed ${seed}`)
const result = await runSoak({ messages, accounts, kills, seed, transports, log })
log(JSON.stringify(result))
process.exitCode = result.verdict
