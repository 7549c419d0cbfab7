import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { startWorld, type World } from './harness/parley-world.ts'

suite('conversations on the command line', () => {
  let world: World
  before(async () => {
    world = await startWorld()
    await world.people('ann', 'ben', 'zoe')
    for (const as of ['ben', 'zoe'])
      for (const text of ['one', 'two', 'three'])
        await world.run(['send', '--as', as, '--to', 'ann', '--text', `${text} of ${as}`])
  })
  after(() => world[Symbol.asyncDispose]())

  const conversation = async (as: string, ...words: string[]) => {
    const ran = await world.run(['conversation', ...words, '--as', as, '--json'])
    return { ...ran, first: ran.json[0] ?? {} }
  }

  test('the list has pinned ones first, and what is kept of each', async () => {
    const { first } = await conversation('ann', 'pin', 'ben')
    assert.deepEqual(Object.keys(first), [
      ...['conversation', 'handle', 'group', 'remark', 'head', 'unread', 'pinned', 'muted'],
      ...['mutedUntil', 'markedUnread', 'archived', 'hidden', 'left'],
    ])
    assert.deepEqual([first['handle'], first['pinned'], first['unread']], ['ben', 1, 3])
    const handles = async () => (await conversation('ann')).json.map(({ handle }) => handle)
    assert.deepEqual(await handles(), ['ben', 'zoe'])
    const muted = await conversation('ann', 'mute', 'ben', '--for', '1h')
    assert.equal(muted.first['muted'], true)
    assert.ok(Date.parse(String(muted.first['mutedUntil'])) > Date.now())
    const archived = await conversation('ann', 'archive', 'ben')
    assert.deepEqual([archived.first['archived'], archived.first['pinned']], [true, 1])
    await conversation('ann', 'unpin', 'ben')
    assert.deepEqual(await handles(), ['zoe', 'ben'])
    assert.equal((await conversation('ben')).first['archived'], false)
  })

  test('what is deleted for oneself is gone from the history of oneself alone', async () => {
    const texts = async (as: string, to: string) => {
      const { json } = await world.run(['history', '--as', as, '--to', to, '--json'])
      return json.map(({ text }) => text)
    }
    assert.equal((await conversation('ann', 'delete', 'zoe', '--seq', '2')).status, 0)
    assert.deepEqual(await texts('ann', 'zoe'), ['one of zoe', 'three of zoe'])
    await conversation('ann', 'delete', 'zoe', '--up-to', '2')
    assert.deepEqual(await texts('ann', 'zoe'), ['three of zoe'])
    assert.equal((await texts('zoe', 'ann')).length, 3)
  })

  test('people are found by name, with a remark beside it', async () => {
    await world.run(['contact', 'set', 'zoe', '--remark', '房东', '--as', 'ann'])
    const { json } = await world.run([
      ...['search', '--names', '--text', 'fangd', '--as', 'ann', '--json'],
    ])
    assert.deepEqual(
      json.map(({ handle, remark }) => [handle, remark]),
      [['zoe', '房东']],
    )
  })

  test('[R14] what cannot be done says why', async () => {
    const refused = await conversation('ann', 'pin', 'group:4242')
    assert.deepEqual([refused.status, refused.error['code']], [1, 'NOT_FOUND'])
    assert.equal(
      (await conversation('ann', 'delete', 'zoe', '--seq', '9')).error['code'],
      'NOT_FOUND',
    )
    for (const words of [
      ['pin'],
      ['fold', 'zoe'],
      ['delete', 'zoe'],
      ['delete', 'zoe', '--seq', 'x'],
    ])
      assert.equal((await conversation('ann', ...words)).status, 2)
  })
})
