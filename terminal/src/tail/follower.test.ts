import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { pushes, wire, type CommandName } from '@parley/protocol'
import { IMError } from '../session/sdk.ts'
import { FakeClock, FakeSession, fakeRandom, settle } from '../testing/fake-session.ts'
import { Follower } from './follower.ts'

interface Log {
  conversation: number
  peer: number
  head: number
  first: number
}

/** A server with conversation logs whose entries are their seqs. */
function world(input: { to?: { account: number }; from?: number } = {}) {
  const session = new FakeSession()
  const time = new FakeClock()
  const logs = new Map<number, Log>()
  const printed: string[] = []
  const failures: unknown[] = []
  const state = { generation: 1, pulls: 0, refuse: () => {} }
  const entry = (seq: number) => ({ seq, sender: 2 })
  const sync = () => ({
    generation: Buffer.from([state.generation]),
    token: Buffer.from([1]),
    conversations: [...logs.values()].map(({ head, first, ...log }) => ({
      ...log,
      headSeq: head,
      firstSeq: first,
    })),
  })
  const pull = (request: { target: { conversation: number }; fromSeq: number }) => {
    state.pulls += 1
    state.refuse()
    const log = logs.get(request.target.conversation)!
    if (request.fromSeq < log.first) throw new IMError('TRIMMED')
    // NOTE pages are short, so that paging is seen.
    const to = Math.min(log.head, request.fromSeq + 2)
    if (to < request.fromSeq) return { headSeq: log.head }
    const entries = Array.from({ length: to - request.fromSeq + 1 }, (_, n) =>
      entry(request.fromSeq + n),
    )
    const { conversation, head: headSeq } = log
    return { conversation, entries, coveredFrom: request.fromSeq, coveredTo: to, headSeq }
  }
  session.answer = (name: CommandName, request: never) =>
    name === 'sync' ? sync() : name === 'pull' ? pull(request) : {}
  const append = (conversation: number, peer: number, count = 1) => {
    const log = logs.get(conversation) ?? { conversation, peer, head: 0, first: 1 }
    log.head += count
    logs.set(conversation, log)
    return log.head
  }
  const push = (conversation: number, seq: number) => {
    const body = wire.EntryPush.encode({ conversation, entry: entry(seq), headSeq: seq }).finish()
    session.emit('pushed', { command: pushes.entry.id, body })
  }
  const print = async (conversation: number, entries: readonly { seq?: number | null }[]) => {
    await new Promise((resolve) => setImmediate(resolve))
    for (const { seq } of entries) printed.push(`${conversation}:${seq}`)
  }
  const follower = new Follower(
    { session: session.asSession(), clock: time, random: fakeRandom },
    { ...input, print, failed: (thrown) => failures.push(thrown) },
  )
  const quiet = async () => {
    for (let before = -1; before !== printed.length + state.pulls;) {
      before = printed.length + state.pulls
      await settle()
    }
  }
  /** Lets time pass, and what it began come to its end. */
  const clock = {
    run: async (forMs: number) => {
      await quiet()
      await time.run(forMs)
      await quiet()
    },
  }
  return { session, clock, logs, printed, failures, state, append, push, follower }
}

const seqs = (conversation: number, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `${conversation}:${from + n}`)

suite('Follower', () => {
  test('from now on: nothing that was there, then what is pushed', async () => {
    const { session, clock, printed, append, push, state } = world()
    append(5, 2, 10)
    session.ready()
    await clock.run(10)
    push(5, append(5, 2))
    push(5, append(5, 2))
    await clock.run(100)
    assert.deepEqual([printed, state.pulls], [seqs(5, 11, 12), 0])
  })

  test('[R4] pushes twice, late and with holes: each entry once and in order', async () => {
    const { session, clock, printed, append, push } = world()
    append(5, 2, 1)
    session.ready()
    await clock.run(10)
    append(5, 2, 9)
    for (const seq of [2, 2, 5, 3, 9, 10, 4]) push(5, seq)
    await clock.run(100)
    assert.deepEqual(printed, seqs(5, 2, 10))
  })

  test('[R6] what was written while it was away comes with the next login, new conversations whole', async () => {
    const { session, clock, printed, append } = world()
    append(5, 2, 3)
    session.ready()
    await clock.run(10)
    session.cut()
    append(5, 2, 7)
    append(6, 3, 8)
    session.ready()
    await clock.run(100)
    assert.deepEqual(printed.toSorted(), [...seqs(5, 4, 10), ...seqs(6, 1, 8)].toSorted())
    assert.deepEqual(
      printed.filter((one) => one.startsWith('6')),
      seqs(6, 1, 8),
    )
  })

  test('[R6] a dropped push is found when the server says behind', async () => {
    const { session, clock, printed, append } = world()
    session.ready()
    await clock.run(10)
    append(5, 2, 2)
    session.emit('behind', undefined)
    await clock.run(100)
    assert.deepEqual(printed, seqs(5, 1, 2))
  })

  test('a cut in the middle of a page: it goes on where it stood', async () => {
    const { session, clock, printed, append, state } = world({ to: { account: 2 }, from: 1 })
    append(5, 2, 10)
    let cuts = 2
    state.refuse = () => {
      if (state.pulls % 2 === 0 && cuts-- > 0) session.cut()
    }
    session.ready()
    await clock.run(100)
    session.ready()
    await clock.run(2_000)
    session.ready()
    await clock.run(2_000)
    assert.deepEqual(printed, seqs(5, 1, 10))
  })

  test('with --to only that conversation, from the seq asked for, also before it exists', async () => {
    const { session, clock, printed, append, push } = world({ to: { account: 2 }, from: 3 })
    append(6, 9, 5)
    session.ready()
    await clock.run(10)
    push(6, append(6, 9))
    for (let n = 0; n < 4; n += 1) push(5, append(5, 2))
    await clock.run(100)
    assert.deepEqual(printed, seqs(5, 3, 4))
  })

  test('what is no longer kept is passed over', async () => {
    const { session, clock, printed, append, logs } = world({ to: { account: 2 }, from: 1 })
    append(5, 2, 10)
    logs.get(5)!.first = 8
    session.ready()
    await clock.run(100)
    assert.deepEqual(printed, seqs(5, 8, 10))
  })

  test('a restored store that holds less: goes on at its head', async () => {
    const { session, clock, printed, append, push, logs, state } = world({
      to: { account: 2 },
      from: 1,
    })
    append(5, 2, 6)
    session.ready()
    await clock.run(10)
    session.cut()
    state.generation = 2
    logs.get(5)!.head = 4
    session.ready()
    await clock.run(10)
    push(5, append(5, 2))
    await clock.run(100)
    assert.deepEqual(printed, [...seqs(5, 1, 6), '5:5'])
  })

  test('[R7] what was printed is reported as received, once', async () => {
    const { session, clock, append, follower } = world({ to: { account: 2 }, from: 1 })
    append(5, 2, 6)
    session.ready()
    await clock.run(1_000)
    const notes = session.notes.map(({ body }) => wire.ReceivedNote.decode(body).upTo)
    assert.deepEqual(notes, [6])
    follower.close()
  })

  test('[R13] a slow reader holds up no more than a bound, and misses nothing', async () => {
    const { session, clock, printed, append, push } = world()
    append(5, 2, 1)
    session.ready()
    await clock.run(10)
    append(5, 2, 2_999)
    for (let seq = 2; seq <= 3_000; seq += 1) push(5, seq)
    await clock.run(100)
    assert.deepEqual(printed, seqs(5, 2, 3_000))
  })

  test('[R12] signed out: it is told, once and for good', async () => {
    const { session, failures } = world()
    session.become({ name: 'signedOut', error: new IMError('TOKEN_INVALID') })
    assert.equal((failures[0] as IMError).code, 'TOKEN_INVALID')
  })
})
