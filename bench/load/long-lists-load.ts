import { pageEntriesMax, uuidV7Minter, wire } from '@parley/protocol'
import { randomFillSync } from 'node:crypto'
import { bodyBytes } from '../lab/body.ts'
import { cpuBetween, sampleCpu } from '../lab/proc.ts'
import type { Endpoint } from './endpoint.ts'
import { Peer } from './peer.ts'
import { Samples } from './samples.ts'

/** What is done to something long and to a hundredth of it, by whom. */
export interface LongListsInput {
  endpoint: Endpoint
  serverPid: number
  rounds: number
  each: number
  /** The account with many conversations, and the one with few; one conversation of each. */
  accounts: Sized<{ user: number; conversation: number }>
  groups: Sized<{ user: number; conversation: number; members: number }>
  logs: Sized<{ user: number; conversation: number; entries: number }>
}

export interface Sized<T> {
  long: T
  short: T
}

export interface Compared {
  what: string
  /** CPU of the server for one, in the round that is the median of all rounds' ratios. */
  longUs: number
  shortUs: number
  ratio: number
  longMs: number
  shortMs: number
}

type Act = (peer: Peer, turn: number) => Promise<unknown>

const mint = uuidV7Minter({ nowMs: Date.now, fill: (bytes) => randomFillSync(bytes) })
const body = wire.EntryBody.encode({ text: 'x'.repeat(bodyBytes) }).finish()
const kind = wire.EntryKind.ENTRY_KIND_TEXT
const pageEntries = 50

/** Every act in turns with the same on a hundredth, so that both see the same machine. */
export async function longListsLoad(input: LongListsInput): Promise<Compared[]> {
  const { endpoint, accounts, groups, logs } = input
  const users = [accounts, groups, logs].flatMap(({ long, short }) => [long.user, short.user])
  const peers = new Map<number, Peer>()
  for (const user of new Set(users)) {
    const peer = new Peer(endpoint, user)
    await peer.login()
    peers.set(user, peer)
  }
  const tokens = new Map<Peer, Uint8Array>()
  for (const peer of peers.values()) tokens.set(peer, await syncedToken(peer))
  const timer = setInterval(() => {
    for (const peer of peers.values()) peer.keepAlive(performance.now())
  }, 500)
  try {
    const compared: Compared[] = []
    const compare = async <T extends { user: number }>(
      what: string,
      sized: Sized<T>,
      act: (one: T) => Act,
    ) => {
      const sides = [sized.long, sized.short].map((one) => {
        const peer = peers.get(one.user)
        if (peer === undefined) throw new Error('nobody is there')
        return { peer, act: act(one) }
      }) as [Side, Side]
      compared.push({ what, ...(await inTurns(input, sides)) })
    }
    const target = ({ conversation }: { conversation: number }) => ({ conversation })
    const opened = (one: { conversation: number }): Act => {
      const request = { target: target(one), entries: 20 }
      return (peer) => peer.ask('getConversation', request)
    }
    const sent = (one: { conversation: number }): Act => {
      return (peer) => peer.ask('send', { target: target(one), clientId: mint(), kind, body })
    }
    const newest = (one: { conversation: number }): Act => {
      const request = { target: target(one), limit: pageEntries, backward: true }
      return (peer) => peer.ask('pull', request)
    }

    const first = { conversationsMax: 20, entriesPerConversation: 1 }
    await compare(
      'account: list, the first page',
      accounts,
      () => (peer) => peer.ask('sync', first),
    )
    await compare(
      'account: list, nothing changed',
      accounts,
      () => (peer) => peer.ask('sync', { token: tokens.get(peer) ?? new Uint8Array(0), ...first }),
    )
    await compare('account: open', accounts, opened)
    await compare('account: page', accounts, newest)
    await compare('account: send', accounts, sent)

    await compare(
      'group: list, a page of members',
      groups,
      (one) => (peer) => peer.ask('listMembers', { target: target(one), limit: pageEntries }),
    )
    await compare('group: open', groups, opened)
    await compare('group: page', groups, newest)
    await compare('group: send', groups, sent)

    await compare('log: open', logs, opened)
    await compare('log: the newest page', logs, newest)
    await compare('log: pages anywhere', logs, ({ conversation, entries }) => (peer, turn) => {
      // NOTE far from each other, and the same ones in every run.
      const fromSeq = 1 + ((turn * 7_919) % Math.max(1, entries - pageEntries))
      return peer.ask('pull', { target: { conversation }, fromSeq, limit: pageEntries })
    })
    await compare(
      'log: the largest page',
      logs,
      ({ conversation, entries }) =>
        (peer) =>
          peer.ask('pull', {
            ...{ target: { conversation }, fromSeq: Math.floor(entries / 2) },
            limit: Math.min(pageEntriesMax, 100),
          }),
    )
    await compare('log: send', logs, sent)
    return compared
  } finally {
    clearInterval(timer)
    for (const peer of peers.values()) peer.destroy()
  }
}

interface Side {
  peer: Peer
  act: Act
}

async function inTurns(
  { rounds, each, serverPid }: LongListsInput,
  [long, short]: readonly [Side, Side],
): Promise<Omit<Compared, 'what'>> {
  const found: { longUs: number; shortUs: number; ratio: number }[] = []
  const times = { long: new Samples(), short: new Samples() }
  let turn = 0
  const run = async ({ peer, act }: Side, samples: Samples) => {
    const before = sampleCpu(serverPid)
    for (let count = 0; count < each; count += 1) {
      turn += 1
      const beganMs = performance.now()
      await act(peer, turn)
      samples.add(performance.now() - beganMs)
    }
    return cpuBetween(before, sampleCpu(serverPid)).us / each
  }
  // NOTE once without a look: caches and compiled code are as they stay.
  await run(short, new Samples())
  await run(long, new Samples())
  for (let round = 0; round < rounds; round += 1) {
    const shortUs = await run(short, times.short)
    const longUs = await run(long, times.long)
    found.push({ longUs, shortUs, ratio: longUs / shortUs })
  }
  const median = found.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(rounds / 2)]
  if (median === undefined) throw new Error('nothing was measured')
  const ms = (samples: Samples) => samples.percentiles().p50
  return { ...median, longMs: ms(times.long), shortMs: ms(times.short) }
}

async function syncedToken(peer: Peer): Promise<Uint8Array> {
  let page: Uint8Array | undefined
  for (;;) {
    const reply = await peer.ask('sync', { ...(page && { page }), conversationsMax: 100 })
    if (reply.nextPage.length === 0) return reply.token.slice()
    page = reply.nextPage.slice()
  }
}
