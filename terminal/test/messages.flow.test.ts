import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { uuidToText, uuidV7Minter } from '@parley/protocol'
import { randomFillSync } from 'node:crypto'
import { ended, lines } from './harness/parley-process.ts'
import { password, startWorld, type World } from './harness/parley-world.ts'

const fill = (bytes: Uint8Array) => void randomFillSync(bytes)
const mint = uuidV7Minter({ nowMs: () => Date.now(), fill })
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index))

suite('messages on the command line', () => {
  let world: World
  before(async () => {
    world = await startWorld()
    await world.people('ann', 'ben', 'cleo', 'dora', 'eli')
  })
  after(() => world[Symbol.asyncDispose]())

  const send = (from: string, to: string, text: string, more: string[] = []) =>
    world.run(['send', '--as', from, '--to', to, '--text', text, '--json', ...more])
  const history = async (as: string, to: string, more: string[] = []) =>
    (await world.run(['history', '--as', as, '--to', to, '--json', ...more])).json

  test('[R2] the same client id again is a duplicate with the same seq; another text is refused', async () => {
    const id = uuidToText(mint())
    const first = await send('ann', 'cleo', 'once', ['--client-id', id])
    const again = await send('ann', 'cleo', 'once', ['--client-id', id])
    const [ack] = first.json
    assert.deepEqual(Object.keys(ack!), ['conversation', 'seq', 'clientId', 'time', 'duplicate'])
    assert.deepEqual(again.json, [{ ...ack, duplicate: true }])
    assert.deepEqual([ack!['clientId'], ack!['duplicate'], ack!['seq']], [id, false, 1])
    const other = await send('ann', 'cleo', 'other', ['--client-id', id])
    assert.deepEqual([other.status, other.error['code'], other.out], [1, 'ID_REUSED', ''])
    assert.equal((await history('cleo', 'ann')).length, 1)
  })

  test('messages are found by their words, in all conversations or in one', async () => {
    await send('dora', 'eli', '二手相机出售 camera')
    await send('cleo', 'dora', 'which camera?')
    const search = (as: string, text: string, more: string[] = []) =>
      world.run(['search', '--as', as, '--text', text, '--json', ...more])
    const texts = async (...args: Parameters<typeof search>) =>
      (await search(...args)).json.map((entry) => entry['text'])
    while ((await texts('dora', 'camera')).length < 2);
    assert.deepEqual(await texts('dora', 'camera'), ['which camera?', '二手相机出售 camera'])
    assert.deepEqual(await texts('dora', '相机'), ['二手相机出售 camera'])
    assert.deepEqual(await texts('dora', 'cam', ['--to', 'cleo']), ['which camera?'])
    assert.deepEqual(await texts('cleo', '相机'), [])
    assert.deepEqual(await texts('dora', 'camera', ['--limit', '1']), ['which camera?'])
    assert.equal((await world.run(['search', '--as', 'dora'])).status, 2)
  })

  test('[R5] a thousand lines are sent in order, and history pages by itself', async () => {
    const input = `${numbered(1, 1_000).join('\n')}\n`
    const args = ['send', '--as', 'ann', '--to', 'ben', '--json']
    const { status, json } = await world.run(args, { input })
    assert.equal(status, 0)
    const seqs = json.map(({ seq }) => seq)
    assert.deepEqual(seqs, numbered(1, 1_000).map(Number))
    const all = await history('ben', 'ann')
    assert.deepEqual(
      all.map(({ text }) => text),
      numbered(1, 1_000),
    )
    assert.deepEqual(Object.keys(all[0]!), [
      ...['conversation', 'seq', 'sender', 'clientId', 'kind', 'text', 'time'],
    ])
    const [{ sender, kind, conversation }] = all as [Record<string, unknown>]
    assert.deepEqual([sender, kind, typeof conversation], ['ann', 'text', 'string'])
    const texts = async (more: string[]) =>
      (await history('ben', 'ann', more)).map(({ text }) => text)
    assert.deepEqual(await texts(['--from', '998']), ['998', '999', '1000'])
    assert.deepEqual(await texts(['--from', '3', '--limit', '600']), numbered(3, 602))
    assert.deepEqual(await texts(['--limit', '600']), numbered(401, 1_000))
    assert.deepEqual(await texts(['--from', '1001']), [])
  })

  test('with --password-stdin the password is the first line, the rest are messages, on every transport', async () => {
    const { http, tcp } = world.endpoints
    for (const server of [tcp, http.replace('http', 'ws'), http]) {
      const args = ['send', '--as', 'cleo', '--to', 'ben', '--password-stdin', '--json']
      const input = `${password}\nfirst ${server}\n\nlast 你好 ${server}`
      const sent = await world.run([...args, '--server', server], { input })
      assert.deepEqual([sent.status, sent.json.length], [0, 2], sent.err)
    }
    const texts = (await history('ben', 'cleo')).map(({ text }) => text)
    assert.equal(texts.length, 6)
    assert.equal(texts[5], `last 你好 ${http}`)
  })

  test('[R14] an unknown handle is refused for good', async () => {
    const { status, error, out } = await send('ann', 'nobody', 'x')
    assert.deepEqual([status, error['code'], out], [1, 'NOT_FOUND', ''])
  })

  test('a line that cannot be sent ends it: what was before is stored, nothing after', async () => {
    await world.people('dan')
    const input = `one\ntwo\n${'x'.repeat(20_001)}\nfour\n`
    const args = ['send', '--as', 'dan', '--to', 'ann', '--json']
    const { status, error, json } = await world.run(args, { input })
    assert.deepEqual([status, error['code'], json.length], [1, 'TOO_LARGE', 2])
    assert.deepEqual(error['notAcked'], [{ line: 3, clientId: null, sent: false }])
    assert.equal((await history('ann', 'dan')).length, 2)
  })

  test('a conversation that does not exist has no entries', async () => {
    await world.people('empty')
    assert.deepEqual(await history('empty', 'ann'), [])
  })

  test('tail without --to prints every conversation, also one that begins meanwhile, own ones included', async () => {
    await world.people('eve', 'finn')
    await send('eve', 'ann', 'before')
    const tail = world.spawn(['tail', '--as', 'ann', '--json'])
    const over = ended(tail)
    const seen = lines(tail)
    // NOTE it prints what comes after it began: ask until the first one is seen.
    for (let n = 0; seen.all.length === 0; n += 1) await send('eve', 'ann', `ping ${n}`)
    await send('ann', 'eve', 'own')
    await send('finn', 'ann', 'new conversation')
    await seen.until((all) => all.some(({ text }) => text === 'new conversation'))
    await seen.until((all) => all.some(({ text }) => text === 'own'))
    assert.ok(!seen.all.some(({ text }) => text === 'before'))
    assert.deepEqual(
      seen.all.filter(({ sender }) => sender === 'finn').map(({ seq }) => seq),
      [1],
    )
    tail.kill('SIGTERM')
    assert.equal((await over).status, 0)
  })
})

test('[R1] [R4] a SIGKILL of the server in mid-stream: tail prints each entry once and in order, send loses nothing', async () => {
  await using world = await startWorld()
  await world.people('ann', 'ben')
  await world.run(['send', '--as', 'ann', '--to', 'ben', '--text', '0'])
  const tail = world.spawn(['tail', '--as', 'ben', '--to', 'ann', '--from', '1', '--json'])
  const over = ended(tail)
  const seen = lines(tail)
  const sender = world.spawn(['send', '--as', 'ann', '--to', 'ben', '--json', '--timeout', '2m'])
  const sent = ended(sender)
  const count = 3_000
  sender.stdin!.end(numbered(1, count).join('\n'))
  await seen.until((all) => all.length > count / 4)
  await world.kill()
  const atKill = seen.all.length
  await world.restart()
  await seen.until((all) => all.length > count)
  const { status, json } = await sent
  tail.kill('SIGINT')
  assert.equal((await over).status, 0)
  assert.ok(atKill < count, 'the kill came in the middle')
  assert.equal(status, 0)
  assert.deepEqual(
    json.map(({ seq }) => seq),
    numbered(2, count + 1).map(Number),
  )
  assert.deepEqual(
    seen.all.map(({ text, seq }) => [text, seq]),
    numbered(0, count).map((text, index) => [text, index + 1]),
  )
})

test('send gives up after --timeout with a status of its own and says what was not acked', async () => {
  await using world = await startWorld()
  await world.people('ann', 'ben')
  await world.kill()
  const base = ['send', '--as', 'ann', '--to', 'ben', '--timeout', '300ms', '--json']
  const id = uuidToText(mint())
  const one = await world.run([...base, '--text', 'x', '--client-id', id])
  assert.deepEqual([one.status, one.error['code'], one.error['retry']], [5, 'GAVE_UP', 'later'])
  assert.deepEqual(one.error['notAcked'], [{ line: 1, clientId: id, sent: false }])
  const piped = await world.run(base, { input: 'a\nb\n' })
  assert.deepEqual([piped.status, piped.out], [5, ''])
  const read = ['history', '--as', 'ann', '--to', 'ben', '--timeout', '300ms', '--json']
  assert.equal((await world.run(read)).status, 3)
})

test('send gives up in mid-stream and lists the lines that were under way', async () => {
  await using world = await startWorld()
  await world.people('ann', 'ben')
  const sender = world.spawn(['send', '--as', 'ann', '--to', 'ben', '--timeout', '1s', '--json'])
  const sent = ended(sender)
  const acks = lines(sender)
  sender.stdin!.write('1\n')
  await acks.until((all) => all.length === 1)
  await world.kill()
  sender.stdin!.write('2\n3\n')
  const { status, error } = await sent
  assert.equal(status, 5)
  assert.deepEqual(
    (error['notAcked'] as { line: number }[]).map(({ line }) => line),
    [2, 3],
  )
})
