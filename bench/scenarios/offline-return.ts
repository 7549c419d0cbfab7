import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { firstReturner, longReturner } from '../lab/seed.ts'
import type { ReturnResult } from '../load/return-load.ts'

const openingMax = 64

/** B5: users come back and read all that they have missed. */
export async function offlineReturn(bench: Bench): Promise<void> {
  const { plan } = bench
  const { returners, missedMessages } = plan
  const together = await bench.cell('together', () =>
    returning(bench, firstReturner(plan), returners, missedMessages),
  )
  const each = `${plan.returners} with ${plan.missedMessages} in ${plan.missedConversations}`
  const perCpuSecond = (together.messages / together.server.us) * 1e6
  const target = { must: 100_000, aim: 200_000 }
  bench.rateFigure('return', `messages per server CPU second, ${each}`, perCpuSecond, target)
  bench.cpuFigure(
    'return',
    `CPU per message, ${each}`,
    together.server.us / together.messages,
    undefined,
  )
  const wall = (together.messages / together.tookMs) * 1_000
  const note = `load ${Math.round(100 * together.loadBusy)} % busy`
  bench.rateFigure('return', `messages by the clock, ${each}`, wall, undefined, note)

  if (!bench.isFirstRound) return
  const alone = await bench.cell('alone', () =>
    returning(bench, longReturner(plan), 1, plan.longMissedMessages),
  )
  const what = `${plan.longMissedMessages} missed, alone`
  const { max } = alone.returnMs
  bench.figure({ scenario: 'return', name: `until the last, ${what}`, value: max, unit: 'ms' })
  bench.cpuFigure('return', `CPU per message, ${what}`, alone.server.us / alone.messages, undefined)
}

function returning(
  bench: Bench,
  firstUser: number,
  users: number,
  messagesEach: number,
): Promise<ReturnResult> {
  return bench.withServer({}, async (server) => {
    const from = { endpoint: tcpEndpoint(server), serverPid: server.pid }
    const warmUp = { firstUser: 0, users: bench.plan.ringUsers }
    const input = { ...from, firstUser, users, openingMax, messagesEach, warmUp }
    const result = await bench.load.run('returnLoad', input)
    bench.faults('return', result.faults)
    bench.detail(`return of ${users}`, result)
    return result
  })
}
