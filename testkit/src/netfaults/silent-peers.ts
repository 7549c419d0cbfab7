import { setTimeout as sleep } from 'node:timers/promises'
import { createIM, groupsOf, type Conversation, type IM } from '@parley/client/node'
import type { RealServer } from '../soak/real-server.ts'
import { makeAccounts, tokenOf } from '../storm/storm-accounts.ts'
import { StormSession } from '../storm/storm-session.ts'
import type { FaultyLoopback } from './faulty-loopback.ts'
import { figuresOf, residentMb } from './server-figures.ts'

export interface PeersInput {
  server: RealServer
  loopback: FaultyLoopback
  /** Devices that fall silent. */
  peers: number
  heartbeatMs: number
  log(text: string): void
}

export interface PeersResult {
  peers: number
  /** Until the server had let the last of them go, after they had fallen silent. */
  goneMs: number
  /** The server's memory grew by so much meanwhile. */
  grownMb: number
  problems: string[]
}

/** Accounts of the store, from the first: the talker, one that listens, and the peers. */
const others = 2
/** Where peers come from: 127.0.1.1. */
const peersAt = '127.0.1.1'
const lookEveryMs = 100
/** For what a busy machine needs to come to it; the interval is the promise. */
const slackMs = 15_000
const patienceMs = 120_000
const openingMax = 50
/** What one of them may cost: what waits for it is bounded, and its session is kept for a while. */
const peerKbMax = 300
const baseMbMax = 96
const wordBytes = 2_000
const textKind = 1

export const peerAccounts = (data: string, peers: number) => makeAccounts(data, peers + others)

/**
 * Thousands of devices whose network goes without a word: found by their silence within two heartbeats; what is sent to them
 * meanwhile is acked, costs little, and is there when they are back.
 */
export async function halfOpenPeers(input: PeersInput): Promise<PeersResult> {
  const { server, loopback, peers, heartbeatMs, log } = input
  const crowd = await gather(input)
  const talker = await device(server, 0)
  try {
    const before = await figuresOf(server)
    const residentBefore = residentMb(server)
    const spared = before.connections - peers
    await loopback.set([{ kind: 'pause', place: `${peersAt}/32` }])
    const cutMs = performance.now()
    crowd.stopPinging()
    for (const session of crowd.sessions) session.cut()
    // NOTE not all: of those to whom nothing is sent only their silence tells.
    const addressed = Math.min(Math.ceil(peers / 2), 200)
    await Promise.all(
      Array.from({ length: addressed }, (_, index) => {
        const to = talker.conversation({ account: others + 1 + index })
        return to.send({ text: 'are you there?' }).stored
      }),
    )
    log(`${addressed} of ${peers} silent peers were written to`)
    const problems: string[] = []
    const withinMs = 2 * heartbeatMs + slackMs
    let grownMb = 0
    let now = await figuresOf(server)
    while (now.connections > spared && performance.now() - cutMs < withinMs) {
      await sleep(lookEveryMs)
      now = await figuresOf(server)
      grownMb = Math.max(grownMb, residentMb(server) - residentBefore)
    }
    const goneMs = performance.now() - cutMs
    if (now.connections > spared)
      problems.push(`${now.connections - spared} of ${peers} still stand after ${withinMs} ms`)
    if (grownMb > memoryMbMax(peers)) problems.push(`the server grew by ${grownMb} MB`)
    await loopback.set([])
    await crowd.becomesBack()
    const missing = crowd.sessions
      .slice(0, addressed)
      .filter(({ conversationsSeen }) => conversationsSeen === 0).length
    if (missing > 0) problems.push(`${missing} of ${addressed} did not find what they were sent`)
    return { peers, goneMs, grownMb, problems }
  } finally {
    crowd.stop()
    await talker.stop()
  }
}

/** Devices in a busy group that stop reading: who reads gets everything, and the server keeps a bounded part for those. */
export async function slowReaders(
  input: PeersInput & { words: number },
): Promise<PeersResult & { words: number }> {
  const { server, peers, words, log } = input
  const crowd = await gather(input)
  const [talker, listener] = [await device(server, 0), await device(server, 1)]
  try {
    const group = await groupsOf(talker).create({ name: 'busy', members: [2] })
    const members = Array.from({ length: peers }, (_, index) => others + 1 + index)
    for (let first = 0; first < peers; first += 200)
      await groupsOf(talker).invite(group, members.slice(first, first + 200))
    const spared = (await figuresOf(server)).connections - peers
    const residentBefore = residentMb(server)
    crowd.stopPinging()
    for (const session of crowd.sessions) session.stopReading()
    const stoppedMs = performance.now()
    const [conversation, heardBy] = [talker.conversation(group), listener.conversation(group)]
    // NOTE a window that nobody looks at stays empty.
    heardBy.window.subscribe(() => {})
    let grownMb = 0
    const texts = Array.from({ length: words }, (_, index) =>
      `${index} `.padEnd(wordBytes, '他在吗'),
    )
    for (const text of texts) {
      await conversation.send({ text }).stored
      grownMb = Math.max(grownMb, residentMb(server) - residentBefore)
    }
    log(`${words} messages of ${wordBytes} characters while ${peers} do not read`)
    const problems: string[] = []
    if (grownMb > memoryMbMax(peers)) problems.push(`the server grew by ${grownMb} MB`)
    const heard = await listened(heardBy, texts)
    if (heard !== undefined) problems.push(heard)
    let now = await figuresOf(server)
    while (now.connections > spared && performance.now() - stoppedMs < patienceMs) {
      await sleep(lookEveryMs)
      now = await figuresOf(server)
    }
    const goneMs = performance.now() - stoppedMs
    if (now.connections > spared)
      problems.push(`${now.connections - spared} of ${peers} that do not read still stand`)
    return { peers, goneMs, grownMb, words, problems }
  } finally {
    crowd.stop()
    await Promise.all([talker.stop(), listener.stop()])
  }
}

const memoryMbMax = (peers: number) => baseMbMax + (peers * peerKbMax) / 1_024

/** What a listener shows is what was said, in order. @returns what is wrong */
async function listened(
  { window }: Conversation,
  texts: readonly string[],
): Promise<string | undefined> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const { messages } = window.getSnapshot()
    const shown = messages
      .filter(({ kind }) => kind === textKind)
      .map(({ text }) => text.slice(0, 20))
    const isWhole = shown.at(-1) === texts.at(-1)?.slice(0, 20)
    if (isWhole || performance.now() > deadline) {
      const expected = texts.slice(-shown.length).map((text) => text.slice(0, 20))
      if (isWhole && JSON.stringify(shown) === JSON.stringify(expected)) return undefined
      return `a device beside slow readers shows ${shown.length} of ${texts.length}`
    }
    await sleep(lookEveryMs)
  }
}

async function device({ tcp }: RealServer, index: number): Promise<IM> {
  const url = tcp.replace('0.0.0.0', '127.0.0.1')
  const im = createIM({
    url,
    token: async () => tokenOf(index),
    limits: { windowEntriesMax: 2_000 },
  })
  await im.start()
  return im
}

/** Starts the server. All peers, logged in and synced, in this process. */
async function gather({ server, peers, heartbeatMs, log }: PeersInput) {
  await server.start()
  const failures: Record<string, number> = {}
  const where = { port: Number(new URL(server.tcp).port), localAddress: peersAt, tickets: false }
  const sessions = Array.from(
    { length: peers },
    (_, index) =>
      new StormSession(where, tokenOf(others + index), {
        back: () => {},
        failed: (what) => (failures[what] = (failures[what] ?? 0) + 1),
      }),
  )
  const standing = () => sessions.filter(({ isBack }) => isBack).length
  // NOTE each several times in a heartbeat.
  const pinging = setInterval(() => {
    for (const session of sessions) session.ping()
  }, heartbeatMs / 3)
  const becomesBack = async () => {
    const deadline = performance.now() + patienceMs
    while (standing() < peers) {
      if (performance.now() > deadline)
        throw new Error(`${standing()} of ${peers} are there: ${JSON.stringify(failures)}`)
      await sleep(lookEveryMs)
    }
  }
  for (const [index, session] of sessions.entries()) {
    session.manner = 'at once'
    session.connect()
    while (index + 1 - standing() >= openingMax) await sleep(10)
  }
  await becomesBack()
  log(`${peers} peers stand`)
  return {
    sessions,
    becomesBack,
    stopPinging: () => clearInterval(pinging),
    stop: () => {
      clearInterval(pinging)
      for (const session of sessions) session.stop()
    },
  }
}
