import type { DeviceView, Window } from './device-view.ts'
import type { Conversation, Facts, Send } from './facts.ts'
import { Ranges } from './facts.ts'
import { judgeActs } from './judge-acts.ts'
import { judgeBurns } from './judge-burns.ts'
import { judgeBlocks, judgeGroup } from './judge-groups.ts'
import type { Findings } from './findings.ts'
import type { Name } from './history.ts'

/** What can be judged only when everything was read. */
export function finishHistory(
  facts: Facts,
  devices: ReadonlyMap<Name, DeviceView>,
  quietAt: number | undefined,
  findings: Findings,
): void {
  if (quietAt === undefined) findings.lacks('no moment of quiet', 'the whole history')
  for (const send of facts.sends.values()) judgeSend(facts, send, findings)
  judgePairs(facts, findings)
  judgeBlocks(facts, findings)
  for (const sends of facts.sendsOf.values()) judgeSenderOrder(sends, findings)
  for (const conversation of facts.conversations.values()) {
    judgeFinalReading(conversation, quietAt ?? Number.POSITIVE_INFINITY, findings)
    judgeReadYourWrites(conversation, findings)
    judgeGroup(facts, conversation, findings)
    judgeUnread(facts, conversation, findings)
    judgeActs(conversation, quietAt ?? Number.POSITIVE_INFINITY, findings)
    judgeBurns(facts, conversation, findings)
  }
  for (const device of devices.values()) judgeDevice(facts, device, findings)
}

function judgeSend(facts: Facts, send: Send, findings: Findings): void {
  const { id, seq, conversation } = send
  if (seq === 0) {
    if (send.act !== undefined && send.outcome === 'ok') conversation?.acts.push(send)
    return
  }
  const where = `${id} at ${conversation?.name}/${seq}`
  if (send.act === 'burn') {
    conversation?.acts.push(send)
    return
  }
  if (send.device === undefined) {
    // NOTE a notice is the trace of a deed: judged with these.
    if (conversation?.notices.has(seq) !== true) findings.add('phantom', `${where} was never sent`)
    return
  }
  if (send.outcome === 'failed') findings.add('phantom', `${where} was refused (${send.code})`)
  const account = facts.accountOf.get(send.device)
  if (account !== send.sender)
    findings.add('phantom', `${where} by ${send.sender}, sent by ${account}`)
  const isRead = send.act === undefined && send.seenDigest !== undefined
  if (isRead && send.seenDigest !== send.digest) {
    findings.add('phantom', `${where} has another body than was sent`)
  }
  if (send.target !== undefined && send.target !== conversation?.name) {
    findings.add('phantom', `${where} was sent to ${send.target}`)
  }
  if (send.act !== undefined) conversation?.acts.push(send)
}

/** A direct conversation is one for its two accounts; both take part in it. */
function judgePairs(facts: Facts, findings: Findings): void {
  const pairs = new Map<string, Conversation>()
  for (const send of facts.sends.values()) {
    const { conversation, device, to } = send
    if (device === undefined || conversation === undefined) continue
    const account = facts.accountOf.get(device)
    if (account === undefined) continue
    conversation.members.add(account)
    if (to === undefined) continue
    conversation.members.add(to)
    const key = [String(account), String(to)].toSorted().join(' ')
    const known = pairs.get(key)
    if (known === undefined) pairs.set(key, conversation)
    else if (known !== conversation) {
      findings.add(
        'duplicate',
        `${key} have two conversations, ${known.name} and ${conversation.name}`,
      )
    }
  }
}

function judgeSenderOrder(sends: readonly Send[], findings: Findings): void {
  const last = new Map<Conversation, Send>()
  for (const send of sends.toSorted((a, b) => a.place - b.place)) {
    // NOTE place 0: handed to the server, which sends it when it is due.
    if (send.conversation === undefined || send.place === 0) continue
    const before = last.get(send.conversation)
    // NOTE a send that was refused for its id may go under another one: nothing was stored before.
    if (before?.place === send.place && placeOf(before) > 0 && placeOf(send) > 0)
      findings.add(
        'duplicate',
        `${send.device} said once ${before.id} at ${placeOf(before)} and ${send.id} at ${placeOf(send)} of ${send.conversation.name}`,
      )
    const [seq, seqBefore] = [placeOf(send), before === undefined ? 0 : placeOf(before)]
    if (seq < seqBefore) {
      const where = `${send.conversation.name}/${seq}`
      findings.add(
        'order',
        `${send.device} sent ${send.id} after ${before?.id}, but it is ${where}, not after ${seqBefore}`,
      )
    } else last.set(send.conversation, send)
  }
}

const placeOf = (send: Send): number => (send.seq === 0 ? send.ackedSeq : send.seq)

function judgeFinalReading(conversation: Conversation, quietAt: number, findings: Findings): void {
  const read = new Ranges()
  for (const { invoked, from, to } of conversation.pulls) {
    if (invoked >= quietAt && from > 0) read.add(from, to)
  }
  const reach = read.reach()
  for (const { seq } of conversation.acks) {
    const where = `${conversation.name}/${seq}`
    if (conversation.log[seq] !== undefined) {
      if (seq > reach && !read.has(seq))
        findings.lacks('acked, but beyond the final reading', where)
    } else if (isDeletedForAll(conversation, seq)) continue
    else if (seq <= reach || read.has(seq))
      findings.add('lost', `${where} was acked and is not in the final reading`)
    else findings.lacks('acked, but beyond the final reading', where)
  }
}

/** Nobody is left who would read it. */
function isDeletedForAll(conversation: Conversation, seq: number): boolean {
  const readers = new Set(conversation.pulls.map(({ account }) => account))
  return (
    readers.size > 0 && [...readers].every((account) => conversation.isDeletedFor(account, seq))
  )
}

function judgeReadYourWrites(conversation: Conversation, findings: Findings): void {
  const acks = conversation.acks.toSorted((a, b) => a.at - b.at)
  const pulls = conversation.pulls.toSorted((a, b) => a.invoked - b.invoked)
  const own = new Map<Name | undefined, number>()
  let next = 0
  let head = 0
  for (const pull of pulls) {
    for (let ack = acks[next]; ack !== undefined && ack.at < pull.invoked; ack = acks[next]) {
      head = Math.max(head, ack.seq)
      own.set(ack.account, Math.max(own.get(ack.account) ?? 0, ack.seq))
      next += 1
    }
    if (pull.head >= head) continue
    // NOTE of one who comes and goes nobody knows when: what it said itself it saw.
    const isBordered = pull.account !== undefined && conversation.borders.has(pull.account)
    const mayReach = isBordered ? (own.get(pull.account) ?? 0) : head
    if (pull.head < mayReach) {
      const where = `${conversation.name} on ${pull.device}`
      findings.add(
        'read-your-writes',
        `a pull of ${where} says head ${pull.head}, ${mayReach} was acked before`,
      )
    }
  }
}

function judgeUnread(facts: Facts, conversation: Conversation, findings: Findings): void {
  const perAccount = new Map<Name | undefined, Int32Array>()
  for (const { device, account, unread, read, head } of conversation.unread) {
    let upTo = perAccount.get(account)
    if (upTo === undefined)
      perAccount.set(account, (upTo = foreignCounts(facts, conversation, account)))
    if (head >= upTo.length) continue
    const expected = (upTo[head] ?? 0) - (upTo[Math.min(read, head)] ?? 0)
    if (unread === expected) continue
    const where = `${conversation.name} on ${device}`
    findings.add(
      'unread',
      `${where} shows ${unread} at head ${head}, read ${read}; they are ${expected}`,
    )
  }
}

/** By seq: countable entries of others up to it. */
function foreignCounts(
  facts: Facts,
  conversation: Conversation,
  account: Name | undefined,
): Int32Array {
  const counts = new Int32Array(conversation.headSeq + 1)
  for (let seq = 1; seq < counts.length; seq += 1) {
    const send = conversation.log[seq]
    const sender =
      send?.sender ?? (send?.device === undefined ? undefined : facts.accountOf.get(send.device))
    const isMessage = send !== undefined && send.act === undefined && !conversation.notices.has(seq)
    const isForeign = isMessage && sender !== account
    counts[seq] = (counts[seq - 1] ?? 0) + (isForeign ? 1 : 0)
  }
  return counts
}

function judgeDevice(facts: Facts, device: DeviceView, findings: Findings): void {
  if (!device.gone) {
    for (const conversation of facts.conversations.values()) {
      const { members, borders, headSeq } = conversation
      const takesPart = borders.has(device.account) || members.has(device.account)
      if (!takesPart || headSeq === 0) continue
      const settled = device.windows.get(conversation.name)?.settled === true
      if (!settled)
        findings.lacks('neither settled nor gone', `${device.name} in ${conversation.name}`)
    }
  }
  for (const window of device.windows.values()) {
    device.judgePassedOver(window)
    judgeNothing(device, window, findings)
    if (!window.settled) continue
    judgeSettled(device, window, findings)
  }
}

function judgeNothing(
  device: DeviceView,
  { conversation, nothing }: Window,
  findings: Findings,
): void {
  const intervals = conversation.intervals(device.account)
  for (const { from, to } of nothing.list) {
    for (let seq = from; seq <= Math.min(to, conversation.headSeq); seq += 1) {
      if (conversation.log[seq] === undefined) continue
      if (!intervals.some((interval) => interval.from <= seq && seq <= interval.to)) continue
      if (conversation.isDeletedFor(device.account, seq)) continue
      missing(conversation, seq, `${device.name} was told that there is nothing`, findings)
    }
  }
}

function judgeSettled(device: DeviceView, window: Window, findings: Findings): void {
  const { conversation, low, high, shows } = window
  const last = conversation.lastFor(device.account)
  const intervals = conversation.intervals(device.account)
  for (let seq = high + 1; seq <= last; seq += 1) {
    if (!intervals.some((interval) => interval.from <= seq && seq <= interval.to)) continue
    if (conversation.isDeletedFor(device.account, seq)) continue
    if (conversation.log[seq]?.waits === true) continue
    missing(conversation, seq, `not on ${device.name}, which settled at ${high}`, findings)
  }
  for (const seq of shows) {
    if (!conversation.deletions.isDone(device.account, seq)) continue
    const where = `${conversation.name}/${seq} on ${device.name}`
    findings.add('deleted', `${where} is shown at the end, deleted by its account for itself`)
  }
  for (const act of conversation.acts) {
    if (act.seq === 0 || act.seq > high || act.ref < low || act.ref > high) continue
    if ((window.changed.get(act.ref) ?? 0) >= act.seq) continue
    if (conversation.isDeletedFor(device.account, act.ref)) continue
    if (!conversation.sees(device.account, act.seq) || !conversation.sees(device.account, act.ref))
      continue
    findings.add(
      'edits',
      `${act.act} ${conversation.name}/${act.seq} of ${act.ref} never reached ${device.name}`,
    )
  }
}

function missing(conversation: Conversation, seq: number, why: string, findings: Findings): void {
  const send = conversation.log[seq]
  const known = send === undefined || send.outcome === 'ok'
  findings.add(known ? 'lost' : 'unknown', `${conversation.name}/${seq} (${send?.id}): ${why}`)
}
