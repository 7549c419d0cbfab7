import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { lines } from './harness/parley-process.ts'
import { startWorld, type World } from './harness/parley-world.ts'

suite('acts on messages on the command line', () => {
  let world: World
  before(async () => {
    world = await startWorld()
    await world.people('ann', 'ben', 'cai')
  })
  after(() => world[Symbol.asyncDispose]())

  const run = (as: string, ...words: string[]) => world.run([...words, '--as', as, '--json'])
  const say = async (as: string, to: string, text: string, ...more: string[]) => {
    const sent = await run(as, 'send', '--to', to, '--text', text, ...more)
    assert.equal(sent.status, 0, sent.err)
    return String(sent.json[0]?.['seq'])
  }
  const act = (as: string, verb: string, to: string, ...more: string[]) =>
    run(as, 'message', verb, '--to', to, ...more)
  const history = async (as: string, to: string, kind = 'text') => {
    const { json } = await run(as, 'history', '--to', to)
    return json.filter((entry) => entry['kind'] === kind).map(({ text }) => text)
  }

  test('[R16] a message is edited, recalled, answered by emoji, pinned, listed and taken off again', async () => {
    const first = await say('ann', 'ben', 'frist')
    const second = await say('ann', 'ben', 'second')
    const edited = await act('ann', 'edit', 'ben', '--seq', first, '--text', 'first')
    assert.deepEqual([edited.status, edited.json[0]?.['duplicate']], [0, false], edited.err)
    assert.deepEqual(await history('ben', 'ann'), ['first', 'second'])
    for (const seq of [first, second])
      assert.equal((await act('ben', 'pin', 'ann', '--seq', seq)).status, 0)
    const pinned = async () => (await act('ann', 'pins', 'ben')).json.map(({ text }) => text)
    assert.deepEqual(await pinned(), ['second', 'first'])
    assert.equal((await act('ann', 'unpin', 'ben', '--seq', first)).status, 0)
    assert.deepEqual(await pinned(), ['second'])
    for (const verb of ['react', 'unreact'])
      assert.equal((await act('ben', verb, 'ann', '--seq', second, '--emoji', '👍')).status, 0)
    assert.equal((await act('ben', 'recall', 'ann', '--seq', second)).error['code'], 'FORBIDDEN')
    assert.equal((await act('ann', 'recall', 'ben', '--seq', second)).status, 0)
    assert.deepEqual([await pinned(), await history('ben', 'ann')], [[], ['first', '']])
    const gone = await act('ann', 'edit', 'ben', '--seq', second, '--text', 'back')
    assert.deepEqual([gone.status, gone.error['code']], [1, 'WRONG_STATE'])
    const none = await act('ann', 'pin', 'ben', '--seq', '99')
    assert.deepEqual([none.status, none.error['code']], [1, 'NOT_FOUND'])
  })

  test('messages are forwarded one by one and as one, and what is gone is not', async () => {
    const seqs = [await say('ben', 'cai', 'the key'), await say('ben', 'cai', 'is red')]
    const list = seqs.join(',')
    const copied = await act('ben', 'forward', 'cai', '--seq', list, '--into', 'ann')
    assert.deepEqual([copied.status, copied.json.length], [0, 2], copied.err)
    assert.deepEqual((await history('ann', 'ben')).slice(-2), ['the key', 'is red'])
    const title = ['--merged', '--title', 'Keys']
    const merged = await act('ben', 'forward', 'cai', '--seq', list, '--into', 'ann', ...title)
    assert.deepEqual([merged.status, merged.json.length], [0, 1], merged.err)
    assert.deepEqual(await history('ann', 'ben', 'forward'), ['Keys\nben: the key\nben: is red'])
    await act('ben', 'recall', 'cai', '--seq', seqs[0]!)
    const gone = await act('ben', 'forward', 'cai', '--seq', list, '--into', 'ann')
    assert.deepEqual([gone.status, gone.error['code'], gone.json], [1, 'WRONG_STATE', []])
  })

  test('a message names people and everybody, answers one, and burns after it was read', async () => {
    await run('ann', 'group', 'create', 'Crew', '--members', 'ben,cai')
    const asked = await say('ann', 'group:Crew', 'hey @ben and @bens', '--mention', 'ben')
    const mentioned = async (as: string) =>
      (await run(as, 'group', 'show', 'Crew')).json[0]?.['mentioned'] ?? null
    assert.deepEqual([await mentioned('ben'), await mentioned('cai')], [Number(asked), null])
    const all = await say('ann', 'group:Crew', 'everybody!', '--mention', 'all', '--reply', asked)
    assert.equal(await mentioned('cai'), Number(all))
    const may = await run('ben', 'send', '--to', 'group:Crew', '--text', 'x', '--mention', 'all')
    assert.equal(may.error['code'], 'FORBIDDEN')

    const tail = world.spawn([
      'tail',
      '--as',
      'ann',
      '--to',
      'group:Crew',
      '--from',
      asked,
      '--json',
    ])
    const seen = lines(tail)
    const burning = await say('ben', 'group:Crew', 'psst', '--burn', '1s')
    await seen.until((lines) => lines.some(({ seq }) => seq === Number(burning)))
    tail.kill('SIGINT')
    const copied = await act('ann', 'forward', 'group:Crew', '--seq', burning, '--into', 'cai')
    assert.equal(copied.error['code'], 'WRONG_STATE')
    const later = await run(
      ...(['ann', 'send', '--to', 'group:Crew', '--text', 'hi @cai', '--at', '+1h'] as const),
      ...['--mention', 'cai', '--burn', '1m'],
    )
    assert.deepEqual([later.status, later.json[0]?.['state']], [0, 'waiting'], later.err)
  })

  test('what makes no sense is a mistake of usage, and nothing was tried', async () => {
    for (const words of [
      ['message', '--to', 'ben'],
      ['message', 'forget', '--to', 'ben', '--seq', '1'],
      ['message', 'pin', '--to', 'ben'],
      ['message', 'pin', '--seq', '1'],
      ['message', 'pin', '--to', 'ben', '--seq', 'one'],
      ['message', 'edit', '--to', 'ben', '--seq', '1'],
      ['message', 'react', '--to', 'ben', '--seq', '1'],
      ['message', 'forward', '--to', 'ben', '--seq', '1'],
      ['message', 'forward', '--to', 'ben', '--seq', '1,x', '--into', 'cai'],
      ['message', 'forward', '--to', 'ben', '--seq', '1', '--into', 'cai', '--title', 'x'],
      ['send', '--to', 'ben', '--text', 'hi', '--mention', 'cai'],
      ['send', '--to', 'ben', '--mention', 'cai'],
      ['send', '--to', 'ben', '--burn', '1m'],
      ['send', '--to', 'ben', '--text', 'hi', '--reply', '0'],
      ['send', '--to', 'ben', '--text', 'hi', '--reply', '1', '--at', '+1h'],
    ])
      assert.equal((await run('ann', ...words)).status, 2, words.join(' '))
  })
})
