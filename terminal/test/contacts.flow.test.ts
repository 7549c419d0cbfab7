import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { startWorld, type World } from './harness/parley-world.ts'

suite('contacts on the command line', () => {
  let world: World
  before(async () => {
    world = await startWorld()
    await world.people('ann', 'ben')
  })
  after(() => world[Symbol.asyncDispose]())

  const contact = async (as: string, ...words: string[]) => {
    const ran = await world.run(['contact', ...words, '--as', as, '--json'])
    return { ...ran, first: ran.json[0] ?? {} }
  }

  test('a request is made, shown on both sides, answered, named, blocked and ended', async () => {
    const asked = await contact('ann', 'request', 'ben', '--greeting', 'it is ann')
    assert.deepEqual([asked.status, asked.first['state']], [0, 'asked'])
    const { json } = await contact('ben')
    assert.deepEqual(Object.keys(json[0]!), [
      ...['handle', 'account', 'state', 'greeting', 'remark', 'tags', 'blocked'],
      ...['since', 'expires'],
    ])
    const [{ handle, state, greeting }] = json as [Record<string, unknown>]
    assert.deepEqual([handle, state, greeting], ['ann', 'asking', 'it is ann'])
    assert.equal((await contact('ben', 'accept', 'ann')).first['state'], 'contact')
    const named = await contact('ben', 'set', 'ann', '--remark', 'Ann 安', '--tags', 'work, 朋友')
    assert.deepEqual([named.first['remark'], named.first['tags']], ['Ann 安', ['work', '朋友']])
    assert.equal((await contact('ben', 'block', 'ann')).first['blocked'], true)
    const sent = await world.run(['send', '--as', 'ann', '--to', 'ben', '--text', 'hi', '--json'])
    assert.deepEqual([sent.status, sent.error['code']], [1, 'BLOCKED'])
    assert.equal((await contact('ben', 'unblock', 'ann')).first['blocked'], false)
    assert.equal((await contact('ben', 'remove', 'ann')).first['state'], 'none')
    assert.deepEqual((await contact('ann', 'list')).json, [])
    assert.equal((await contact('ben', 'list')).json.length, 1)
  })

  test('[R14] what cannot be done says why', async () => {
    const wrong = await contact('ann', 'accept', 'ben')
    assert.deepEqual([wrong.status, wrong.error['code']], [1, 'WRONG_STATE'])
    assert.equal((await contact('ann', 'request', 'nobody')).error['code'], 'NOT_FOUND')
    assert.equal((await contact('ann', 'request')).status, 2)
    assert.equal((await contact('ann', 'marry', 'ben')).status, 2)
  })

  test('what the account has settled is shown and changed', async () => {
    const account = async (...more: string[]) => {
      const ran = await world.run(['account', '--as', 'ann', '--json', ...more])
      return { ...ran, first: ran.json[0] }
    }
    const open = { findableBy: 'everybody', writableBy: 'everybody', lastSeenBy: 'everybody' }
    assert.deepEqual((await account()).first, { status: 'online', ...open })
    const changed = { status: 'away', ...open, findableBy: 'contacts', lastSeenBy: 'nobody' }
    const given = ['--status', 'away', '--findable-by', 'contacts', '--last-seen-by', 'nobody']
    assert.deepEqual((await account(...given)).first, changed)
    assert.deepEqual((await account()).first, changed)
    assert.equal((await account('--findable-by', 'nobody')).status, 2)
  })
})
