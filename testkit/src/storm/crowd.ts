// A process of its own with some of the sessions: one process may hold 20,000 files.
import { setTimeout as sleep } from 'node:timers/promises'
import { tokenOf } from './storm-accounts.ts'
import { StormSession, type Manner, type StormServer } from './storm-session.ts'

export interface CrowdGiven {
  server: StormServer
  first: number
  count: number
}

export type CrowdOrder =
  | { do: 'open' }
  /** From now on clients come back like this. With `cut` they lose their connections now. */
  | { do: 'storm'; manner: Manner; cut: boolean }
  | { do: 'tell' }

/** Since the last storm began: when each was back, in ms, and what went wrong on the way, by name. */
export interface CrowdTold {
  backMs: number[]
  resumed: number
  failures: Record<string, number>
  /** How many are up to date now. */
  standing: number
}

/** Handshakes at once while the crowd gathers. */
const openingMax = 40
const heartbeatMs = 25_000
const lookEveryMs = 20

if (process.send !== undefined) run(JSON.parse(process.argv[2] ?? '') as CrowdGiven)

function run({ server, first, count }: CrowdGiven): void {
  let startedMs = performance.now()
  let told = empty()
  const sessions = Array.from(
    { length: count },
    (_, index) =>
      new StormSession(server, tokenOf(first + index), {
        back: (how) => {
          told.backMs.push(Math.round(performance.now() - startedMs))
          if (how === 'resumed') told.resumed += 1
        },
        failed: (what) => (told.failures[what] = (told.failures[what] ?? 0) + 1),
      }),
  )
  const standing = () => sessions.filter(({ isBack }) => isBack).length

  async function open(): Promise<void> {
    for (const [index, session] of sessions.entries()) {
      session.connect()
      while (index + 1 - standing() >= openingMax) await sleep(lookEveryMs)
    }
    while (standing() < count) await sleep(lookEveryMs)
    process.send?.({ opened: count })
  }

  process.on('message', (order: CrowdOrder) => {
    if (order.do === 'open') void open()
    else if (order.do === 'storm') {
      startedMs = performance.now()
      told = empty()
      for (const session of sessions) session.manner = order.manner
      if (order.cut) for (const session of sessions) session.cut()
    } else process.send?.({ ...told, standing: standing() })
  })
  process.on('disconnect', () => process.exit(0))
  // NOTE spread over the time of a heartbeat: all at once would be a storm of its own.
  let at = 0
  setInterval(() => {
    for (let n = 0; n < Math.ceil(count / (heartbeatMs / 100)); n += 1) {
      sessions[at % count]?.ping()
      at += 1
    }
  }, 100)
}

function empty(): CrowdTold {
  return { backMs: [], resumed: 0, failures: {}, standing: 0 }
}
