import { parseArgs } from 'node:util'
import { commit } from '../soak/figures-file.ts'
import { netFaults } from './net-faults.ts'
import { missingForNetFaults } from './own-network.ts'
import { netFaultProblems } from './run-net-faults.ts'

const help = `npm run netfaults -- [--accounts N] [--faults N] [--half-open N] [--slow N] [--words N] [--heartbeat MS] [--seed S]

In a network namespace of its own (nftables and tc on its loopback; no packet leaves it):
1. N accounts talk over TCP, WebSocket and long-poll while the network fails N times for some of them: loss, one way
   cut, both ways cut, resets, a trickle. The history checker judges what they showed.
2. N devices are half open: they must be gone within two heartbeats, cost a bounded amount, and find what they were sent.
3. N members of a busy group stop reading: others get everything, memory is bounded, and they are let go.
Exit status 0: all held.`

const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '24' },
    faults: { type: 'string', default: '240' },
    'half-open': { type: 'string', default: '2000' },
    slow: { type: 'string', default: '200' },
    words: { type: 'string', default: '1000' },
    heartbeat: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(help)
  process.exit(0)
}
const missing = missingForNetFaults()
if (missing !== undefined) {
  log(`SKIPPED: ${missing}`)
  process.exit(0)
}
log(`seed ${values.seed}, commit ${commit()}`)
const result = await netFaults(
  {
    accounts: Number(values.accounts),
    faults: Number(values.faults),
    halfOpen: Number(values['half-open']),
    slow: Number(values.slow),
    words: Number(values.words),
    heartbeatMs: Number(values.heartbeat),
    seed: Number(values.seed),
  },
  log,
)
log(JSON.stringify(result))
const problems = netFaultProblems(result)
for (const problem of problems) log(`VIOLATION: ${problem}`)
process.exitCode = problems.length === 0 ? 0 : 1

function log(text: string): void {
  process.stdout.write(`net faults: ${text}\n`)
}
