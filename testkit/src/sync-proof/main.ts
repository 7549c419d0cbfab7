import { parseArgs } from 'node:util'
import { runSyncProof } from './run-sync-proof.ts'

const help = `npm run sync-proof -- [--acks N] [--sites N] [--first N] [--seed S]

1. A real server is traced while real devices send: no ack may begin to leave before the sync of the log that covers its
   message has ended well. N acks.
2. Its writes and syncs fail, each in turn (EIO and ENOSPC, in the log and in the database, by strace): no false ack, an
   end with the status that says so or refusals, and a clean restart. At most N sites; 0: the first part alone.`

const { values } = parseArgs({
  options: {
    acks: { type: 'string', default: '10000' },
    sites: { type: 'string', default: '100' },
    first: { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(help)
  process.exit(0)
}
const seed = Number(values.seed)
log(`seed ${seed}`)
const { problems } = await runSyncProof({
  acks: Number(values.acks),
  sites: Number(values.sites),
  first: Number(values.first),
  seed,
  log,
})
for (const problem of problems) log(`VIOLATION: ${problem}`)
process.exitCode = problems.length === 0 ? 0 : 1

function log(text: string): void {
  process.stdout.write(`sync proof: ${text}\n`)
}
