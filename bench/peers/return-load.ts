import { cpuBetween, sampleCpu, type CpuSpent } from '../lab/proc.ts'
import { Samples, type Percentiles } from '../load/samples.ts'
import { peerUser, PeerCrowd, quiet } from './crowd.ts'
import { firstVisits, type Visitors } from './first-visits.ts'
import { Inbox } from './inbox.ts'
import { numbered } from './numbered.ts'

export interface PeerReturnInput extends Visitors {
  /** Who write to each of them while they are away: s0, s1 …, each the same share of `messagesEach`. */
  senders: number
  messagesEach: number
  /** How many messages each sender keeps without an ack. */
  window: number
}

export interface PeerReturnResult {
  messages: number
  server: CpuSpent
  loadBusy: number
  tookMs: number
  /** Connect to the last message. */
  returnMs: Percentiles
  /** What a server told unasked, although it stands in the archive that was read. */
  again: number
  faults: string[]
}

/** Users come back and take everything that they have missed: each message once, and in the order of its sender. */
export async function peerReturnLoad(input: PeerReturnInput): Promise<PeerReturnResult> {
  const { at, prefix, users, openingMax, messagesEach } = input
  const faults: string[] = []
  const known = await firstVisits(input, faults)
  await write(input, faults)
  await quiet(at.serverPid)

  const took = new Samples()
  let [messages, again] = [0, 0]
  using crowd = new PeerCrowd()
  const startMs = performance.now()
  const ownBefore = process.cpuUsage()
  const before = sampleCpu(at.serverPid)
  await crowd.join(users, openingMax, async (number, lost) => {
    const name = `${prefix}${number}`
    const inbox = new Inbox(name, input.senders, faults)
    const fromMs = performance.now()
    const user = peerUser(at, name, {
      lost,
      received: (text) => inbox.take(text),
      again: () => (again += 1),
    })
    await user.visit(known.get(name), messagesEach)
    took.add(performance.now() - fromMs)
    messages += inbox.count
    if (inbox.count !== messagesEach) faults.push(`${name} got ${inbox.count}`)
    return user
  })
  const tookMs = performance.now() - startMs
  const own = process.cpuUsage(ownBefore)
  const loadBusy = (own.user + own.system) / 1_000 / tookMs
  // NOTE what is told once more is told after the archive was read, and costs too.
  await quiet(at.serverPid)
  const server = cpuBetween(before, sampleCpu(at.serverPid))
  if (crowd.lost > 0) faults.push(`${crowd.lost} connections were lost`)
  return { messages, server, loadBusy, tookMs, returnMs: took.percentiles(), again, faults }
}

async function write(input: PeerReturnInput, faults: string[]): Promise<void> {
  const { at, prefix, users, senders, messagesEach, window, openingMax } = input
  const rounds = messagesEach / senders
  if (!Number.isInteger(rounds)) throw new Error('not every sender has the same share')
  using crowd = new PeerCrowd()
  await crowd.join(senders, openingMax, async (from, lost) => {
    const all = Promise.withResolvers<void>()
    const total = rounds * users
    let [sent, acked] = [0, 0]
    const user = peerUser(at, `s${from}`, {
      acked: (count) => {
        acked += count
        if (acked === total) all.resolve()
        else pump()
      },
      lost: () => {
        lost()
        all.reject(new Error(`sender ${from} lost its connection`))
      },
    })
    const pump = () => {
      for (; sent < total && sent - acked < window; sent += 1)
        user.send(`${prefix}${sent % users}`, numbered(Math.floor(sent / users), from))
    }
    await user.login()
    pump()
    await all.promise
    return user
  })
  if (crowd.lost > 0) faults.push(`${crowd.lost} senders were lost`)
}
