import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastActKind, lastCountableKind } from '@parley/protocol'
import { fakeWorld } from '../src/testing/fake-device.ts'
import { turn } from './turn.ts'

/** Of a newer server: a message, an act, and what is neither. */
const message = lastCountableKind
const act = lastActKind
const other = lastActKind + 5

const said = [
  [1, 'known'],
  [message, 'words for a new kind of message'],
  [message, ''],
  [act, 'words that an act does not need'],
  [act, ''],
  [other, 'words for something else'],
  [other, ''],
] as const

test('what a device does not know is shown by its text, an act never, and no hole is left', async () => {
  const world = fakeWorld(turn)
  const here = await world.online(1)
  for (const [kind, text] of said) world.server.store.say(2, 1, text, kind)
  await world.settle()
  const there = await world.online(1)
  for (const { im } of [here, there]) {
    const chat = im.conversation({ account: 2 })
    await chat.open()
    await world.settle()
    const { messages, log } = chat.window.getSnapshot()
    assert.deepEqual(
      messages.map(({ kind, text }) => [kind, text]),
      [said[0], said[1], said[5]],
    )
    assert.equal(log.length, said.length, 'held, so that what follows is shown')
    assert.equal(chat.summary.getSnapshot().last?.text, 'words for something else')
  }
  world.server.store.say(2, 1, 'and on')
  await world.settle()
  for (const { im } of [here, there]) {
    const { messages } = im.conversation({ account: 2 }).window.getSnapshot()
    assert.equal(messages.at(-1)?.text, 'and on')
  }
})
