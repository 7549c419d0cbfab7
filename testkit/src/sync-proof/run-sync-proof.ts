import { execFileSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { compareAcked } from '../soak/compare-acked.ts'
import { RealServer, type SoakServer } from '../soak/real-server.ts'
import { soakLimits, soakProblems, runSoak, type AckedSend } from '../soak/run-soak.ts'
import { AckOrder, type AckOrderFigures } from './ack-order.ts'
import { FaultedServer, type FaultSite, type FaultTally } from './faulted-server.ts'
import { TraceReader } from './trace-reader.ts'

export interface SyncProofInput {
  /** So many must be seen to leave. */
  acks: number
  /** At most so many writes and syncs fail (0: only the order is looked at) … */
  sites: number
  /** … from this one on, for a long run that was ended. Default: from the first. */
  first?: number
  seed: number
  log(text: string): void
}

export interface SyncProof {
  order: AckOrderFigures
  faults: FaultTally
  /** Sentences. What shows too little to prove anything is one, too. Empty: good. */
  problems: string[]
}

const accounts = 16
const messagesPerSite = 60
/** What a call transfers at most, sources that the server loads included: content is never cut. */
const tracedBytesMax = 2_000_000
const traced = 'pwrite64,fdatasync,fsync,read,write,writev,sendto,sendmsg,close'
/** As a soak device writes its texts. */
const mark = /soak\d+-\d+ /g

/** First the order of a good disk, then one fault after the other; after a problem of the first there is no second. */
export async function runSyncProof(input: SyncProofInput): Promise<SyncProof> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-sync-proof-'))
  const proof: SyncProof = {
    order: { acks: 0, syncs: 0, problems: [] },
    faults: { sites: 0, ended: 0, endedAtStart: 0, wentOn: 0 },
    problems: [],
  }
  try {
    await proveOrder(folder, input, proof)
    if (proof.problems.length === 0 && input.sites > 0) await proveFaults(folder, input, proof)
    return proof
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function proveOrder(folder: string, input: SyncProofInput, proof: SyncProof): Promise<void> {
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
  proof.problems.push(...(await run(server, data, { ...input, messages: input.acks, kills: 0 })))
  proof.order = judge.figures
  input.log(`order: ${JSON.stringify(proof.order)}`)
  proof.problems.push(...proof.order.problems)
  // NOTE an answer that was lost with a connection is given again, and seen again.
  if (proof.order.acks < input.acks)
    proof.problems.push('the trace shows too few acks: this proves nothing')
}

async function proveFaults(folder: string, input: SyncProofInput, proof: SyncProof): Promise<void> {
  const data = join(folder, 'faulted')
  const { first = 0 } = input
  const sites = allSites().slice(first, first + input.sites)
  const server = new FaultedServer(data, soakLimits, sites)
  // NOTE one kill more than sites: the last life is a good one, in which every device can come to rest.
  const kills = sites.length + 1
  const messages = (kills + 1) * messagesPerSite
  proof.problems.push(...(await run(server, data, { ...input, messages, kills })))
  proof.faults = server.tally
  input.log(`faults: ${JSON.stringify(proof.faults)}`)
  const { ended, endedAtStart } = proof.faults
  if (ended + endedAtStart === 0) proof.problems.push('no fault struck: this proves nothing')
}

/** The first calls of a life, which open and recover the store, and then ever fewer; nearest first. */
function allSites(): FaultSite[] {
  const places = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 23, 31, 41, 55, 73]
  const files = [
    'parley.db-wal',
    'parley.db',
    'parley.db-shm',
    'search.db-wal',
    'search.db',
  ] as const
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

/** @returns what is wrong. */
async function run(
  server: SoakServer,
  data: string,
  { messages, kills, seed, log }: SyncProofInput & { messages: number; kills: number },
): Promise<string[]> {
  const checkKilled = (acked: ReadonlyMap<string, AckedSend>) => compareAcked(data, acked)
  const transports = ['tcp'] as const
  const input = { messages, kills, accounts, seed, transports, log, server, checkKilled }
  return soakProblems(await runSoak(input))
}
