import { commands, wire } from '@parley/protocol'
import { accountId } from '../lab/accounts.ts'
import { bodyBytes } from '../lab/body.ts'
import { cpuBetween, sampleCpu, type CpuSpent } from '../lab/proc.ts'
import { clientIdAt } from './client-id.ts'
import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import type { Peer } from './peer.ts'
import { Samples, type Percentiles } from './samples.ts'
import { spanSince, type Span } from './timed-samples.ts'

export interface StormCrowd {
  endpoint: Endpoint
  /** Of everybody from 0 to `everybody` those whom this process plays. Each has a conversation with the next one. */
  firstUser: number
  users: number
  everybody: number
  openingMax: number
  missedEach: number
}

export interface StormResult {
  server: CpuSpent
  tookMs: number
  /** Until so many of a hundred were online. */
  until99Ms: number
  loginMs: Percentiles
  spans: { storm: Span }
  applied: number
  faults: string[]
}

/** Far from the numbers of pairs, from which the ids of messages are made. */
const missedFrom = 1_000_000

interface Gone {
  crowd: StormCrowd
  tokens: Map<number, Uint8Array>
}

let gone: Gone | undefined

/** All come; all are killed; while they are away each is written to. */
export async function stormLeave(input: StormCrowd): Promise<void> {
  const tokens = new Map<number, Uint8Array>()
  const crowd = new Crowd()
  await crowd.join(input, async (peer) => {
    await peer.login()
    tokens.set(peer.user, (await peer.ask('sync', {})).token)
  })
  crowd.leave()
  if (input.missedEach > 0) await write(input)
  gone = { crowd: input, tokens }
}

/** All who were killed come back at once. */
export async function stormReturn({ serverPid }: { serverPid: number }): Promise<StormResult> {
  if (gone === undefined) throw new Error('nobody has gone')
  const { tokens, crowd: input } = gone
  gone = undefined
  const { users, missedEach } = input
  const faults: string[] = []
  const took = new Samples()
  const onlineMs: number[] = []
  let applied = 0
  const crowd = new Crowd()
  const startMs = performance.now()
  const before = sampleCpu(serverPid)
  await crowd.join(input, async (peer) => {
    const fromMs = performance.now()
    await peer.login()
    const token = tokens.get(peer.user) ?? new Uint8Array(0)
    const asked = { token, entriesPerConversation: missedEach }
    const { conversations } = await peer.ask('sync', asked)
    for (const { entries } of conversations) applied += entries?.length ?? 0
    took.add(performance.now() - fromMs)
    onlineMs.push(performance.now() - startMs)
  })
  const server = cpuBetween(before, sampleCpu(serverPid))
  const tookMs = performance.now() - startMs
  const spans = { storm: spanSince(startMs) }
  if (crowd.lost > 0) faults.push(`${crowd.lost} connections were lost`)
  // NOTE each is written to by the one before it, who also gets what it wrote.
  if (applied !== 2 * users * missedEach) faults.push(`${applied} messages were applied`)
  crowd.leave()
  const until99Ms = onlineMs[Math.ceil(0.99 * users) - 1] ?? Number.NaN
  return {
    ...{ server, tookMs, until99Ms, spans, applied, faults },
    loginMs: took.percentiles(),
  }
}

/** Each user is written to by the one before it, who is gone again afterwards. */
async function write(input: StormCrowd): Promise<void> {
  const { everybody, missedEach } = input
  const body = wire.EntryBody.encode({ text: 'x'.repeat(bodyBytes) }).finish()
  const kind = wire.EntryKind.ENTRY_KIND_TEXT
  const senders = new Crowd()
  await senders.join(input, async (peer: Peer) => {
    await peer.login()
    const target = { account: accountId((peer.user + 1) % everybody) }
    for (let n = 0; n < missedEach; n += 1) {
      const request = { target, clientId: clientIdAt(missedFrom + peer.user, n), kind, body }
      await peer.askBody(commands.send.id, wire.SendRequest.encode(request).finish())
    }
  })
  senders.leave()
}
