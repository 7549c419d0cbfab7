import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { uuidToText, type RequestOf } from '@parley/protocol'
import { IMError } from '../session/sdk.ts'
import { FakeClock, FakeSession, fakeRandom, settle } from '../testing/fake-session.ts'
import { outgoingLine, type OutgoingLine } from './outgoing-line.ts'
import { SendQueue } from './send-queue.ts'

type Send = RequestOf<'send'>

/** A server that keeps R2 and R5: a repeated id gives its first result, a send commits only after the one it names. */
class FakeLog {
  stored: string[] = []
  ids: string[] = []
  requests: Pick<Send, 'clientId' | 'after'>[] = []
  refuse: (text: string) => IMError | undefined = () => undefined

  send(request: Send) {
    // NOTE a field that was not set stands on the prototype.
    this.requests.push({ clientId: request.clientId, after: request.after })
    const [id, after] = [uuidToText(request.clientId), uuidToText(request.after)]
    const text = Buffer.from(request.body.subarray(2)).toString()
    const known = this.ids.indexOf(id)
    if (known >= 0) return { conversation: 9, seq: known + 1, timeMs: 5, duplicate: true }
    const refusal = this.refuse(text)
    if (refusal !== undefined) throw refusal
    if (request.after.length > 0 && !this.ids.includes(after)) throw new IMError('ORDER_HELD')
    this.ids.push(id)
    this.stored.push(text)
    return { conversation: 9, seq: this.ids.length, timeMs: 5, duplicate: false }
  }
}

function world() {
  const session = new FakeSession()
  const clock = new FakeClock()
  const log = new FakeLog()
  const acked: OutgoingLine[] = []
  session.answer = (_, request) => log.send(request)
  const deps = { session: session.asSession(), clock, random: fakeRandom }
  const queue = new SendQueue(deps, { to: { account: 7 }, timeoutMs: 60_000 }, (line) =>
    acked.push(line),
  )
  const add = (...texts: string[]) => {
    for (const text of texts)
      queue.add(outgoingLine(queue.notAcked.length + acked.length + 1, text))
  }
  return { session, clock, log, acked, queue, add }
}

const texts = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `t${from + index}`)

suite('SendQueue', () => {
  test('[R5] each names the one before it that is under way; acks come in order', async () => {
    const { session, log, acked, queue, add } = world()
    add('a', 'b', 'c')
    session.ready()
    await settle()
    assert.equal(await queue.settled(), undefined)
    const [a, b, c] = log.requests
    assert.equal(a!.after.length, 0)
    assert.deepEqual([b!.after, c!.after], [a!.clientId, b!.clientId])
    assert.deepEqual(
      acked.map(({ line, ack }) => [line, ack?.seq]),
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    )
  })

  test('[R2] after a cut the unanswered go again with the same ids and bytes, and are stored once', async () => {
    const { session, log, acked, queue, add } = world()
    let isLosing = true
    session.answer = (_, request) => {
      const reply = log.send(request)
      if (isLosing) session.cut()
      return reply
    }
    session.ready()
    add('a', 'b')
    await settle()
    assert.equal(acked.length, 0)
    isLosing = false
    session.ready()
    await queue.settled()
    assert.deepEqual(log.stored, ['a', 'b'])
    assert.equal(acked[0]!.ack!.duplicate, true)
    assert.deepEqual(log.requests.at(-2)!.clientId, log.requests[0]!.clientId)
  })

  test('[R5] a passing refusal in the middle: everything after it is held, then all come in order', async () => {
    const { session, clock, log, acked, add } = world()
    let busy = 3
    log.refuse = (text) => (text === 't5' && busy-- > 0 ? new IMError('BUSY') : undefined)
    session.ready()
    add(...texts(1, 20))
    await clock.run(30_000)
    assert.deepEqual(log.stored, texts(1, 20))
    assert.deepEqual(
      acked.map(({ line }) => line),
      texts(1, 20).map((_, index) => index + 1),
    )
  })

  test('a final refusal ends it: what was before is acked, nothing after is stored', async () => {
    const { session, clock, log, acked, queue, add } = world()
    log.refuse = (text) => (text === 't3' ? new IMError('FORBIDDEN') : undefined)
    session.ready()
    add(...texts(1, 6))
    await clock.run(5_000)
    const end = await queue.settled()
    assert.deepEqual([end?.reason, end?.error.code], ['refused', 'FORBIDDEN'])
    assert.deepEqual(
      end?.notAcked.map(({ line }) => line),
      [3, 4, 5, 6],
    )
    assert.deepEqual([log.stored, acked.length], [texts(1, 2), 2])
    assert.equal(queue.isOver, true)
    const refused = uuidToText(end!.notAcked[0]!.clientId!)
    const attempts = log.requests.filter(({ clientId }) => uuidToText(clientId) === refused)
    assert.equal(attempts.length, 1, 'what was refused for good is not sent again')
  })

  test('one before a refused one, held back for a moment, still comes through', async () => {
    const { session, clock, log, acked, queue, add } = world()
    let busy = 1
    log.refuse = (text) => {
      if (text === 't2') return new IMError('TOO_LARGE')
      return text === 't1' && busy-- > 0 ? new IMError('BUSY') : undefined
    }
    session.ready()
    add(...texts(1, 3))
    await clock.run(10_000)
    const end = await queue.settled()
    assert.deepEqual([end?.notAcked.map(({ line }) => line), acked.length], [[2, 3], 1])
  })

  test('it gives up when nothing was acked for the time, and every ack renews its patience', async () => {
    const { session, clock, queue, add } = world()
    session.ready()
    add('a')
    await clock.run(50_000)
    session.cut()
    add('b', 'c')
    await clock.run(59_000)
    assert.equal(queue.isOver, false)
    await clock.run(2_000)
    const end = await queue.ended()
    assert.equal(end.reason, 'timeout')
    assert.deepEqual(
      end.notAcked.map(({ line, attempts }) => [line, attempts]),
      [
        [2, 0],
        [3, 0],
      ],
    )
  })

  test('idle for longer than the time is no reason to give up', async () => {
    const { session, clock, queue, add } = world()
    session.ready()
    add('a')
    await clock.run(500_000)
    add('b')
    await settle()
    assert.equal(await queue.settled(), undefined)
  })

  test('[R2] an id too far ahead is minted anew after a login, but one that was given is not', async () => {
    const { session, clock, log, acked, queue, add } = world()
    let ahead = 1
    log.refuse = () => (ahead-- > 0 ? new IMError('ID_AHEAD') : undefined)
    session.ready()
    add('a')
    await clock.run(1_000)
    assert.deepEqual([session.relogins, acked.length], [1, 1])
    assert.notDeepEqual(log.requests[0]!.clientId, log.requests[1]!.clientId)
    ahead = 1
    queue.add(outgoingLine(2, 'given', new Uint8Array(16).fill(1)))
    await clock.run(1_000)
    assert.equal((await queue.settled())?.error.code, 'ID_AHEAD')
  })

  test('[R12] a session that is over for good ends it', async () => {
    const { session, queue, add } = world()
    add('a')
    session.become({ name: 'signedOut', error: new IMError('TOKEN_INVALID') })
    const end = await queue.settled()
    assert.deepEqual([end?.reason, end?.error.code], ['session', 'TOKEN_INVALID'])
  })

  test('[R13] at most a window is under way', async () => {
    const { session, log, queue } = world()
    session.answer = (_, request) => {
      log.requests.push(request)
      return new Promise(() => {})
    }
    session.ready()
    let added = 0
    void (async () => {
      for (; added < 100; added += 1) {
        await queue.room()
        queue.add(outgoingLine(added + 1, 'x'))
      }
    })()
    await settle()
    assert.equal(log.requests.length, 32)
    assert.equal(added, 32)
    queue.close()
  })
})
