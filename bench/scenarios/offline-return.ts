import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { firstReturner, quietPlan, type SeedPlan } from '../lab/seed.ts'
import type { BenchServer } from '../lab/server.ts'
import type { ReturnResult } from '../load/return-load.ts'

const scenario = 'return'
const openingMax = 64
const mib = 1_048_576

/** Of one who comes back alone: messages missed, and how often it is measured; in so many conversations. */
const missed = [
  { messages: 100, times: 20 },
  { messages: 1_000, times: 10 },
  { messages: 10_000, times: 5 },
]
const spreads = [1, 20, 200]

interface Alone {
  user: number
  messages: number
  conversations: number
  times: number
}

/** Others come back before: as many conversations as in the common plan. */
const warmUpUsers = 2_000
const firstAlone = warmUpUsers + Math.max(...spreads)
const alone: readonly Alone[] = missed
  .flatMap((each) => spreads.map((spread) => ({ ...each, spread })))
  .map(({ messages, times, spread }, at) => ({
    ...{ user: firstAlone + at, messages, times },
    conversations: Math.min(messages, spread),
  }))
const alonePlan: SeedPlan = {
  ...{ ...quietPlan, users: firstAlone + alone.length, ringUsers: warmUpUsers, ringNeighbours: 25 },
  away: alone.map(({ user, messages, conversations }) => ({
    ...{ user, firstFrom: warmUpUsers, conversations, messages },
  })),
}

/** B5: users come back and read all that they have missed. */
export async function offlineReturn(bench: Bench): Promise<void> {
  const { returners, missedMessages, missedConversations } = bench.plan
  const together = await bench.cell('together', () => returnTogether(bench))
  const each = `${returners} with ${missedMessages} in ${missedConversations}`
  const perCpuSecond = (together.messages / together.server.us) * 1e6
  const target = { must: 100_000, aim: 200_000 }
  bench.rateFigure(scenario, `messages per server CPU second, ${each}`, perCpuSecond, target)
  bench.cpuFigure(scenario, `CPU per message, ${each}`, usEach(together), undefined)
  const wall = (together.messages / together.tookMs) * 1_000
  const note = `load ${Math.round(100 * together.loadBusy)} % busy`
  bench.rateFigure(scenario, `messages by the clock, ${each}`, wall, undefined, note)
  const { before, peak } = together.residentBytes
  bench.figure({
    ...{ scenario, name: `memory at its peak, ${each}`, value: peak / mib, unit: 'MiB' },
    note: `VmHWM; ${Math.round(before / mib)} before`,
  })

  if (!bench.isFirstRound) return
  const results = await bench.cell('alone', () => returnAlone(bench))
  for (const [at, { messages, conversations }] of alone.entries()) {
    const result = results[at]
    if (result === undefined) continue
    const what = `${messages} missed in ${conversations}, alone`
    const { p50, max } = result.returnMs
    bench.figure({
      ...{ scenario, name: `until the last, ${what}`, value: p50, unit: 'ms' },
      note: `worst ${max.toFixed(1)}`,
    })
    const us = usEach(result)
    const note = `${us.toFixed(1)} µs each`
    const name = `messages per server CPU second, ${what}`
    bench.rateFigure(scenario, name, 1e6 / us, undefined, note)
  }
}

const usEach = ({ server, messages }: ReturnResult): number => server.us / messages

function returnTogether(bench: Bench): Promise<ReturnResult> {
  const { plan } = bench
  return bench.withServer({}, (server) =>
    returning(bench, server, {
      ...{ firstUser: firstReturner(plan), users: plan.returners },
      ...{ messagesEach: plan.missedMessages, warmUp: { firstUser: 0, users: plan.ringUsers } },
    }),
  )
}

/** One after the other, over one server. */
function returnAlone(bench: Bench): Promise<ReturnResult[]> {
  return bench.withServer(
    {},
    async (server) => {
      const results: ReturnResult[] = []
      for (const [at, { user, messages, times }] of alone.entries()) {
        const warmUp = at === 0 ? { warmUp: { firstUser: 0, users: warmUpUsers } } : {}
        const one = { firstUser: user, users: 1, messagesEach: messages, times, ...warmUp }
        results.push(await returning(bench, server, one))
      }
      return results
    },
    alonePlan,
  )
}

interface Returning {
  firstUser: number
  users: number
  messagesEach: number
  times?: number
  warmUp?: { firstUser: number; users: number }
}

async function returning(bench: Bench, server: BenchServer, who: Returning): Promise<ReturnResult> {
  const from = { endpoint: tcpEndpoint(server), serverPid: server.pid, openingMax }
  const result = await bench.load.run('returnLoad', { ...from, ...who })
  bench.faults(scenario, result.faults)
  bench.detail(`return of ${who.users} from ${who.firstUser}`, result)
  return result
}
