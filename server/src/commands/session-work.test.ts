import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SessionWork } from './session-work.ts'

function held() {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  return { work: () => promise, resolve, reject }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('[R5] a read waits for the sends before it on the same target, and for no others', async () => {
  const work = new SessionWork()
  const ran: string[] = []
  const first = held()
  const second = held()
  void work.runSend(1, first.work)
  void work.runSend(1, second.work)
  void work.runAfterSends(1, async () => void ran.push('same'))
  void work.runAfterSends(2, async () => void ran.push('other'))
  await turn()
  assert.deepEqual(ran, ['other'])
  second.resolve()
  await turn()
  assert.deepEqual(ran, ['other', 'same'])
  first.resolve()
})

test('a read runs when the send before it is refused', async () => {
  const work = new SessionWork()
  const send = held()
  work.runSend(1, send.work).catch(() => undefined)
  const read = work.runAfterSends(1, async () => 'page')
  send.reject(new Error('refused'))
  assert.equal(await read, 'page')
})

test('idle waits for everything that was given, sends and reads', async () => {
  const work = new SessionWork()
  const send = held()
  let idle = false
  void work.runSend(1, send.work)
  const read = work.runAfterSends(1, async () => assert.equal(idle, false))
  const done = work.idle().then(() => (idle = true))
  await turn()
  assert.equal(idle, false)
  send.resolve()
  await read
  await done
  await work.idle()
})
