import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { startWorld, type World } from './harness/parley-world.ts'

suite('messages that wait, on the command line', () => {
  let world: World
  before(async () => {
    world = await startWorld()
    await world.people('ann', 'ben')
  })
  after(() => world[Symbol.asyncDispose]())

  const run = (...words: string[]) => world.run([...words, '--as', 'ann', '--json'])
  const later = (text: string, at: string) => run('send', '--to', 'ben', '--text', text, '--at', at)

  test('[R3.f] a text is kept for later, listed, moved, cancelled and sent', async () => {
    const kept = await later('later', '+2h')
    assert.deepEqual(
      [kept.status, kept.json[0]!['state'], kept.json[0]!['to']],
      [0, 'waiting', 'ben'],
    )
    const other = await later('other', '2099-01-31T09:00Z')
    assert.deepEqual([other.status, other.error['code']], [1, 'TOO_LARGE'])
    const second = await later('second', '+1h')
    const [first, id] = [kept, second].map(({ json }) => String(json[0]!['id']))
    const { json } = await run('scheduled')
    assert.deepEqual(
      json.map(({ text }) => text),
      ['second', 'later'],
    )
    const moved = await run('scheduled', 'move', id!, '--at', '+3h')
    assert.deepEqual(
      moved.json.map(({ text }) => text),
      ['later', 'second'],
    )
    assert.equal((await run('scheduled', 'cancel', id!)).json.length, 1)
    assert.deepEqual((await run('scheduled', 'now', first!)).json, [])
    const history = await world.run(['history', '--as', 'ben', '--to', 'ann', '--json'])
    assert.deepEqual(
      history.json.map(({ text }) => text),
      ['later'],
    )
    const again = await run('scheduled', 'cancel', id!)
    assert.deepEqual([again.status, again.error['code']], [1, 'NOT_FOUND'])
  })

  test('what is no time and no id is a mistake of usage', async () => {
    for (const words of [
      ['send', '--to', 'ben', '--text', 'x', '--at', 'tomorrow'],
      ['send', '--to', 'ben', '--at', '+1h'],
      ['send', '--to', 'ben', '--file', 'x', '--at', '+1h'],
      ['scheduled', 'cancel'],
      ['scheduled', 'cancel', 'x'],
      ['scheduled', 'move', '0190b6a0-0000-7000-8000-000000000000'],
      ['scheduled', 'list', '--at', '+1h'],
      ['scheduled', 'forget'],
    ])
      assert.equal((await run(...words)).status, 2, words.join(' '))
  })
})
