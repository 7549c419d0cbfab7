import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { accountId } from '../lab/accounts.ts'
import { quietPlan, type SeedPlan } from '../lab/seed.ts'
import { Peer } from '../load/peer.ts'
import type { Endpoint } from '../load/endpoint.ts'

const scenario = 'long lists'
const many = 5_000
const few = many / 100
/** Users: two with lists, two with logs and the ones they talk with, then the crowd. */
const listOf = { long: 0, short: 1 }
const logOf = { long: 2, short: 3 }
const logWith = { long: 4, short: 5 }
const crowd = 6
const groupOf = { long: 900_001, short: 900_002 }
const ratioMust = 2

/** What an account, a group and a log cost that are a hundred times as long as others: no more than twice as much. */
export async function longLists(bench: Bench): Promise<void> {
  const entries = bench.full ? 1_000_000 : 100_000
  const plan: SeedPlan = {
    ...quietPlan,
    users: crowd + many + 2,
    talks: [
      { from: listOf.long, firstTo: crowd, others: many, messages: 1 },
      { from: listOf.short, firstTo: crowd, others: few, messages: 1 },
      { from: logOf.long, firstTo: logWith.long, others: 1, messages: entries },
      { from: logOf.short, firstTo: logWith.short, others: 1, messages: entries / 100 },
    ],
    groups: [
      { id: groupOf.long, firstUser: crowd, members: many },
      { id: groupOf.short, firstUser: crowd, members: few },
    ],
  }
  await bench.withServer(
    {},
    async (server) => {
      const endpoint = tcpEndpoint(server)
      const conversations = await named(endpoint)
      const member = crowd + 1
      const compared = await bench.load.run('longListsLoad', {
        ...{ endpoint, serverPid: server.pid },
        rounds: bench.full ? 15 : 7,
        each: bench.full ? 200 : 60,
        accounts: {
          long: { user: listOf.long, conversation: conversations.longList },
          short: { user: listOf.short, conversation: conversations.shortList },
        },
        groups: {
          long: { user: member, conversation: groupOf.long, members: many },
          short: { user: member, conversation: groupOf.short, members: few },
        },
        logs: {
          long: { user: logOf.long, conversation: conversations.longLog, entries },
          short: {
            ...{ user: logOf.short, conversation: conversations.shortLog },
            entries: entries / 100,
          },
        },
      })
      bench.detail(scenario, { many, entries, compared })
      for (const { what, ratio, longUs, shortUs, longMs, shortMs } of compared) {
        const cpu = `${longUs.toFixed(0)} µs to ${shortUs.toFixed(0)} µs of CPU`
        const time = `p50 ${longMs.toFixed(2)} to ${shortMs.toFixed(2)} ms`
        bench.figure({
          ...{ scenario, name: `${what}: long to short`, value: ratio, unit: '×' },
          ...{ target: { must: ratioMust, aim: 1.2 }, note: `${cpu}; ${time}` },
        })
      }
    },
    plan,
  )
}

/** The ids of what was seeded. */
async function named(endpoint: Endpoint) {
  const between = async (user: number, other: number): Promise<number> => {
    const peer = new Peer(endpoint, user)
    try {
      await peer.login()
      const target = { account: accountId(other) }
      const { conversation } = await peer.ask('getConversation', { target, entries: 0 })
      return Number(conversation?.conversation ?? 0)
    } finally {
      peer.destroy()
    }
  }
  return {
    longList: await between(listOf.long, crowd),
    shortList: await between(listOf.short, crowd),
    longLog: await between(logOf.long, logWith.long),
    shortLog: await between(logOf.short, logWith.short),
  }
}
