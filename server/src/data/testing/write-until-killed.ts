// Writes to the store of a folder until it is killed, and says on its output what was acked: id, seq, full stop.
import { randomFillSync } from 'node:crypto'
import { writeSync } from 'node:fs'
import { uuidV7Minter } from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import { silentLog } from '../../base/log.ts'
import type { Random } from '../../base/random.ts'
import { openSqliteStore } from '../sqlite/thread/open-sqlite-store.ts'
import { Cast } from './store-world.ts'

const [folder = '', round = '0'] = process.argv.slice(2)
const inFlight = 20

const clock: Clock = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return { cancel: () => clearTimeout(timer) }
  },
  soon: (run) => void setImmediate(run),
}
const random: Random = { fill: (bytes) => randomFillSync(bytes), unit: Math.random }

const store = await openSqliteStore({ folder, clock, random, log: silentLog })
const world = {
  clock: clock as never,
  store,
  restart: async () => {},
  async [Symbol.asyncDispose]() {},
}
const cast = new Cast(world)
if (round === '0') await cast.people(1, 2)
const mint = uuidV7Minter({ nowMs: Date.now, fill: (bytes) => random.fill(bytes) })

/** Told before anything else happens; whoever reads may be slow. A line is short enough to be written as a whole. */
function tell(line: string): void {
  for (;;) {
    try {
      writeSync(1, line)
      return
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EAGAIN') throw thrown
    }
  }
}

async function writer(from: number, to: number): Promise<never> {
  for (;;) {
    const clientId = mint()
    const append = await cast.sent(from, to, { clientId, body: random.fill(new Uint8Array(300)) })
    void store.entries.moveCursors([
      { conversation: append.conversation, account: to, delivered: append.seq, read: append.seq },
    ])
    tell(`${Buffer.from(clientId).toString('hex')} ${append.seq} .\n`)
  }
}

for (let index = 0; index < inFlight; index += 1) void writer(1 + (index % 2), 2 - (index % 2))
