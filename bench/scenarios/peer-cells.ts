import type { Bench } from '../lab/bench.ts'
import type { PeerServer } from '../peers/private.ts'
import { contactsEach } from '../peers/xmpp.ts'
import { weigh, withCertificate, type Weighed } from './idle.ts'
import { peerSize, withPeer, type MeasuredPeer } from './measured-peers.ts'

const kib = 1_024
const openingMax = 256
const at = ({ protocol }: MeasuredPeer, { endpoint, pids }: PeerServer) => ({
  ...{ protocol, endpoint, serverPid: pids },
})

/** B1: bytes of a user who is online and does nothing. */
export async function peerIdle(bench: Bench, peer: MeasuredPeer, isTls: boolean): Promise<void> {
  const users = bench.full ? 10_000 : 1_000
  const what = isTls ? 'idle, TLS' : 'idle, TCP'
  const measure = (tls?: { cert: string; key: string }) =>
    withPeer(bench, peer, { tls, isWeighed: true }, async (server) => {
      const { load } = bench
      const weighed: Weighed = {
        pids: server.pids,
        collectGarbage: () => server.collectGarbage?.() ?? Promise.resolve(),
        join: (firstUser, count) =>
          load.run('peerIdleLoad', { step: 'join', at: at(peer, server), firstUser, users: count }),
        leave: () => load.run('peerIdleLoad', { step: 'leave' }),
      }
      const bytes = await weigh(bench, weighed, users)
      bench.detail(`${peer.name} ${what}`, bytes)
      const each = { scenario: peer.name, unit: 'KiB' }
      bench.figure({ ...each, name: `${what}: user bytes each`, value: bytes.user / kib })
      bench.figure({ ...each, name: `${what}: kernel bytes each`, value: bytes.kernel / kib })
      bench.say(`${users} online, server ${(100 * bytes.busy).toFixed(2)} % busy`)
    })
  await (isTls ? withCertificate(measure) : measure())
}

/** B2: all are killed and come back at once; nothing was missed. With contacts, each is told of 20, and 20 of it. */
export async function peerLogin(
  bench: Bench,
  peer: MeasuredPeer,
  hasContacts: boolean,
): Promise<void> {
  const users = bench.full ? 10_000 : 1_000
  const contacts = hasContacts ? contactsEach : 0
  const what = hasContacts ? `login, ${contacts} contacts` : 'login'
  await withPeer(bench, peer, {}, async (server) => {
    const prefix = hasContacts ? 'c' : 'u'
    const result = await bench.load.run('peerLoginLoad', {
      ...{ at: at(peer, server), prefix, users, contacts, openingMax },
    })
    const scenario = peer.name
    bench.faults(`${scenario}, ${what}`, result.faults)
    bench.detail(`${scenario} ${what}`, result)
    const us = result.server.us / users
    bench.cpuFigure(scenario, `${what}: CPU each`, us, undefined)
    const rate = (1_000 * users) / result.tookMs
    bench.rateFigure(scenario, `${what}: rate`, rate, undefined)
    const seconds = result.until99Ms / 1_000
    bench.figure({ scenario, name: `${what}: until 99 % of ${users}`, value: seconds, unit: 's' })
    bench.figure({ scenario, name: `${what}: p99`, value: result.loginMs.p99, unit: 'ms' })
  })
}

/** B4: one message to many who are online. */
export async function peerGroup(bench: Bench, peer: MeasuredPeer, members: number): Promise<void> {
  const isLarge = members > 1_000
  await withPeer(bench, peer, { roomMembers: members }, async (server) => {
    const result = await bench.load.run('peerRoomLoad', {
      ...{ at: at(peer, server), members, isSilent: isLarge },
      ...(isLarge ? { window: 2, single: 20 } : { window: 8, single: bench.full ? 200 : 100 }),
      warmUpMs: bench.full ? 5_000 : 1_000,
      measureMs: bench.full ? 30_000 : 5_000,
    })
    const { name: scenario, roomPromise } = peer
    const { deliveries, server: spent, loadBusy, ackMs, lastMs } = result
    const of = `${members} members`
    bench.faults(`${scenario}, ${of}`, result.faults)
    if (deliveries === 0) bench.faults(`${scenario}, ${of}`, ['nothing came while it was measured'])
    bench.detail(`${scenario} ${of}`, result)
    const each = spent.us / deliveries
    bench.cpuFigure(scenario, `${of}: CPU per delivery; ${roomPromise}`, each, undefined)
    const busy = `load ${(100 * loadBusy).toFixed(0)} % busy`
    bench.rateFigure(scenario, `${of}: deliveries a core`, 1e6 / each, undefined, busy)
    const ms = (name: string, value: number) =>
      bench.figure({ scenario, name: `${of}: ${name}`, value, unit: 'ms' })
    ms('ack p50 while flooded', ackMs.p50)
    ms('one message, last member p50', lastMs.p50)
    ms('one message, last member p99', lastMs.p99)
    bench.say(`${result.messages} messages, ${result.audited ?? 'none'} read back`)
  })
}

const senders = 20
const missedEach = 100

/** B5: users come back to 100 messages of 20 others. */
export async function peerReturn(bench: Bench, peer: MeasuredPeer): Promise<void> {
  const users = bench.full ? 1_000 : 100
  await withPeer(bench, peer, {}, async (server) => {
    const result = await bench.load.run('peerReturnLoad', {
      ...{ at: at(peer, server), prefix: 'u', users, contacts: 0, openingMax: 64 },
      ...{ senders, messagesEach: missedEach, window: 16 },
    })
    const scenario = peer.name
    const what = `return of ${users} to ${missedEach}`
    bench.faults(`${scenario}, ${what}`, result.faults)
    bench.detail(`${scenario} ${what}`, result)
    const { messages, server: spent, again, loadBusy, tookMs, returnMs } = result
    const note = again === 0 ? 'each told once' : `${again} of ${messages} told twice`
    bench.cpuFigure(scenario, `${what}: CPU per message`, spent.us / messages, undefined)
    const perCpu = (1e6 * messages) / spent.us
    bench.rateFigure(scenario, `${what}: per server CPU second`, perCpu, undefined, note)
    const busy = `load ${Math.round(100 * loadBusy)} % busy`
    const perSecond = (1_000 * messages) / tookMs
    bench.rateFigure(scenario, `${what}: by the clock`, perSecond, undefined, busy)
    const ms = { scenario, unit: 'ms' }
    bench.figure({ ...ms, name: `${what}: until the last p50`, value: returnMs.p50 })
    bench.figure({ ...ms, name: `${what}: until the last p99`, value: returnMs.p99 })
  })
}

/** B6: half of those online change what they show in a minute; each is told to its 20 contacts. */
export async function peerPresence(bench: Bench, peer: MeasuredPeer): Promise<void> {
  const { friends: users } = peerSize(bench)
  const flipsPerSecond = (0.5 * users) / 60
  await withPeer(bench, peer, {}, async (server) => {
    const result = await bench.load.run('peerPresenceLoad', {
      ...{ at: at(peer, server), users, flipsPerSecond },
      ...{ measureMs: bench.full ? 60_000 : 8_000, settleMs: 2_000 },
    })
    const { flips, flipsUs, told, seenMs } = result
    const scenario = peer.name
    const what = `presence, ${users} online, ${flipsPerSecond.toFixed(1)} changes/s`
    bench.faults(`${scenario}, ${what}`, result.faults)
    bench.detail(`${scenario} ${what}`, result)
    bench.cpuFigure(scenario, `${what}: CPU per change`, flipsUs / flips, undefined)
    const perCpu = (1e6 * told) / flipsUs
    bench.rateFigure(scenario, `${what}: told per server CPU second`, perCpu, undefined)
    bench.figure({ scenario, name: `${what}: seen p99`, value: seenMs.p99, unit: 'ms' })
    bench.say(`${flips} changes, told ${told} times`)
  })
}
