import { execFileSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { compareAcked } from '../soak/compare-acked.ts'
import { RealServer, type SoakServer } from '../soak/real-server.ts'
import { soakLimits, runSoak, type AckedSend } from '../soak/run-soak.ts'
import { AckOrder } from './ack-order.ts'
import { FaultedServer, type FaultSite } from './faulted-server.ts'
import { TraceReader } from './trace-reader.ts'

const help = `npm run sync-proof -- [--acks N] [--sites N] [--seed S]

1. A real server is traced while real devices send: no ack may begin to leave before the sync of the log that covers its
   message has ended well. N acks.
2. Its writes and syncs fail, each in turn (EIO and ENOSPC, in the log and in the database, by strace): no false ack, an
   end with the status that says so or refusals, and a clean restart. At most N sites.`

const { values } = parseArgs({
  options: {
    acks: { type: 'string', default: '10000' },
    sites: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
})

const accounts = 16
const messagesPerSite = 60
/** What a call transfers at most: content is never cut. */
const tracedBytesMax = 300_000
const traced = 'pwrite64,fdatasync,fsync,read,write,writev,sendto,sendmsg,close'
/** As a soak device writes its texts. */
const mark = /soak\d+-\d+ /g

if (values.help) {
  console.log(help)
  process.exit(0)
}
const seed = Number(values.seed)
const folder = mkdtempSync(join(tmpdir(), 'parley-sync-proof-'))
try {
  log(`seed ${seed}`)
  const good = (await order(Number(values.acks))) && (await faults(Number(values.sites)))
  process.exitCode = good ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function order(acks: number): Promise<boolean> {
  const reader = new TraceReader()
  const judge = new AckOrder(mark)
  const data = join(folder, 'traced')
  // NOTE not the server's own errors: it makes that pipe one that drops what it has no room for.
  const pipe = join(folder, 'trace')
  execFileSync('mkfifo', [pipe])
  createInterface({ input: createReadStream(pipe) }).on('line', (line) => {
    const call = reader.take(line)
    if (call !== undefined) judge.take(call)
  })
  const strace = ['strace', '-D', '-f', '-qqq', '-yy', '-xx', '-s', String(tracedBytesMax)]
  const server = new RealServer({
    folder: data,
    options: soakLimits,
    under: () => [...strace, '-o', pipe, '-e', `trace=${traced}`, '-e', 'signal=none'],
  })
  const verdict = await run(server, data, { messages: acks, kills: 0 })
  log(`order: ${JSON.stringify(judge.figures)}`)
  // NOTE an answer that was lost with a connection is given again, and seen again.
  const isWhole = judge.figures.acks >= acks
  if (!isWhole) log(`order: the trace shows too few acks: this proves nothing`)
  return verdict && isWhole && judge.figures.problems.length === 0
}

async function faults(sitesMax: number): Promise<boolean> {
  const data = join(folder, 'faulted')
  const sites = allSites().slice(0, sitesMax)
  const server = new FaultedServer(data, soakLimits, sites)
  const messages = (sites.length + 1) * messagesPerSite
  const verdict = await run(server, data, { messages, kills: sites.length })
  log(`faults: ${JSON.stringify(server.tally)}`)
  return verdict && server.tally.ended > 0
}

/** The first calls of a life, which open and recover the store, and then ever fewer; nearest first. */
function allSites(): FaultSite[] {
  const places = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 23, 31, 41, 55, 73]
  const files = ['parley.db-wal', 'parley.db'] as const
  return places.flatMap((when) =>
    files.flatMap((file) =>
      (['EIO', 'ENOSPC'] as const).flatMap((error) =>
        (['pwrite64', 'fsync', 'ftruncate'] as const).map((call) => ({
          ...{ call, file, error, when },
        })),
      ),
    ),
  )
}

async function run(
  server: SoakServer,
  data: string,
  { messages, kills }: { messages: number; kills: number },
): Promise<boolean> {
  const checkKilled = (acked: ReadonlyMap<string, AckedSend>) => compareAcked(data, acked)
  const transports = ['tcp'] as const
  const input = { messages, kills, accounts, seed, transports, log, server, checkKilled }
  const result = await runSoak(input)
  if (result.storeProblems.length > 0) log(`VIOLATION: ${result.storeProblems.join('\n')}`)
  return result.verdict === 0 && result.storeProblems.length === 0
}

function log(text: string): void {
  process.stdout.write(`sync proof: ${text}\n`)
}
