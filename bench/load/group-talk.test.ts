import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodeFrame, frameKinds, FrameReader, wire, type Frame } from '@parley/protocol'
import { clientIdAt } from './client-id.ts'
import { GroupTalk, type GroupsMeasuring } from './group-talk.ts'
import type { Peer } from './peer.ts'
import { Samples } from './samples.ts'

const sender = 0
const [near, far] = [1, 2]
const headBefore = 4
const firstSeq = headBefore + 1

/** A group of three whose sender is acked at once, and whose log holds these of its messages in this order. */
async function talkWith(log: readonly number[] = []) {
  const faults: string[] = []
  const measuring: GroupsMeasuring = {
    ...{ delivered: 0, ack: new Samples(), last: new Samples() },
    fault: (text) => void faults.push(text),
  }
  let seq = headBefore
  const entries = log.map((index, at) => ({
    seq: firstSeq + at,
    clientId: clientIdAt(sender, index),
  }))
  const peer = {
    user: sender,
    ask: (name: string, { fromSeq = 0 }: { fromSeq?: number }) =>
      Promise.resolve(
        name === 'getConversation'
          ? { conversation: { headSeq: headBefore } }
          : { entries: entries.filter((entry) => entry.seq >= fromSeq).slice(0, 2) },
      ),
    request: (_: number, __: Uint8Array, on: { take(frame: Frame): void }) => {
      seq += 1
      on.take(responseWith(wire.SendReply.encode({ conversation: 9, seq }).finish()))
    },
  } as unknown as Peer
  const talk = new GroupTalk(9, peer, [near, far], measuring)
  await talk.prepare()
  return { talk, peer, faults, measuring }
}

function responseWith(body: Uint8Array): Frame {
  const frames: Frame[] = []
  const bytes = encodeFrame({ kind: frameKinds.response, flags: 0, command: 0, number: 1, body })
  new FrameReader(2 ** 20).read(bytes, (frame) => frames.push(frame))
  return frames[0] as Frame
}

const id = (index: number) => clientIdAt(sender, index)

test('what every member gets once and in order, and what the log holds, has no fault', async () => {
  const { talk, peer, faults, measuring } = await talkWith([0, 1, 2])
  for (const index of [0, 1, 2]) {
    talk.send()
    for (const user of [near, far]) talk.received(user, id(index))
  }
  await talk.settled()
  await talk.audit(peer)
  assert.deepEqual(faults, [])
  assert.equal(measuring.delivered, 6)
  assert.equal(talk.headSeq, firstSeq + 2)
})

test('a push that is left out, comes twice or is for nobody is a fault', async () => {
  const { talk, faults } = await talkWith()
  talk.received(near, id(1))
  talk.received(near, id(1))
  talk.received(sender, id(0))
  assert.deepEqual(faults, [
    'group 9: user 1 got 1 instead of 0',
    'group 9: user 1 got 1 instead of 2',
    'group 9: user 0 got what was not for it',
  ])
})

test('a log without what was acked, or in another order, is a fault', async () => {
  const lacking = await talkWith([0])
  lacking.talk.send()
  lacking.talk.send()
  await lacking.talk.audit(lacking.peer)
  assert.deepEqual(lacking.faults, [
    'group 9: 1 acked entries are not there',
    'group 9: the log holds another number',
  ])
  const turned = await talkWith([1, 0])
  turned.talk.send()
  turned.talk.send()
  await turned.talk.audit(turned.peer)
  assert.deepEqual(turned.faults, [
    'group 9: entry 5 where 5 belongs',
    'group 9: entry 6 where 6 belongs',
  ])
})

test('one message takes until the last member has it', async () => {
  const { talk, measuring } = await talkWith()
  const done = talk.one()
  talk.received(far, id(0))
  assert.equal(measuring.last.percentiles().count, 0)
  talk.received(near, id(0))
  await done
  assert.equal(measuring.last.percentiles().count, 1)
})
