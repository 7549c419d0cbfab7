import type { Bench } from '../lab/bench.ts'
import { longReturner, type SeedPlan } from '../lab/seed.ts'

const conversations = 2_000
const runs = 5

/** M20, M21: a new device of an account that has everything, and one that has missed nothing. */
export async function firstSync(bench: Bench): Promise<void> {
  const entries = bench.full ? 1_000_000 : 100_000
  const plan: SeedPlan = {
    ...{ users: conversations + 2, returners: 1, messagesPerPair: 0, ringUsers: 0 },
    ...{ ringNeighbours: 0, missedConversations: conversations, missedMessages: 0 },
    longMissedMessages: entries,
  }
  const user = longReturner(plan)
  const what = `${conversations} conversations, ${entries.toLocaleString('en')} entries`
  await bench.withServer(
    {},
    async (server) => {
      const { tcp } = server.endpoints
      const input = { url: tcp, user, conversations, runs, serverPid: server.pid }
      const result = await bench.load.run('firstSyncLoad', input)
      bench.faults('first sync', result.faults)
      bench.detail('first sync', result)
      const { usableMs, wholeMs, unchangedBytes, server: spent } = result
      const target = { must: 2_000, aim: 500 }
      const scenario = 'first sync'
      const figure = (name: string, value: number, goal?: typeof target) =>
        bench.figure({ scenario, name: `${name}, ${what}`, value, unit: 'ms', target: goal })
      figure('list shown, newest opened and written to: worst', usableMs.max, target)
      figure('everything there: worst', wholeMs.max)
      bench.cpuFigure(scenario, 'CPU for everything', spent.us / runs, undefined)
      bench.figure({
        ...{ scenario, name: 'bytes of a sync that finds nothing changed', value: unchangedBytes },
        ...{ unit: 'B', target: { must: 200, aim: 150 } },
      })
    },
    plan,
  )
}
