import { parseArgs } from 'node:util'
import { runSoak } from './run-soak.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '200000' },
    accounts: { type: 'string', default: '200' },
    kills: { type: 'string', default: '3' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const log = (text: string) => void process.stdout.write(`soak: ${text}\n`)
const [messages, accounts, kills, seed] = [
  values.messages,
  values.accounts,
  values.kills,
  values.seed,
].map(Number)
log(`seed ${seed}`)
const result = await runSoak({
  messages: messages ?? 0,
  accounts: accounts ?? 0,
  kills: kills ?? 0,
  seed: seed ?? 1,
  log,
})
log(JSON.stringify(result))
process.exitCode = result.verdict
