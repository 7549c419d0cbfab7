import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { lines } from './harness/parley-process.ts'
import { startWorld, type World } from './harness/parley-world.ts'

suite('groups on the command line', () => {
  let world: World
  before(async () => {
    world = await startWorld()
    await world.people('ann', 'ben', 'cai')
  })
  after(() => world[Symbol.asyncDispose]())

  const group = async (as: string, ...words: string[]) => {
    const ran = await world.run(['group', ...words, '--as', as, '--json'])
    return { ...ran, first: ran.json[0] ?? {} }
  }
  const send = (as: string, to: string, text: string) =>
    world.run(['send', '--as', as, '--to', to, '--text', text, '--json'])
  const texts = async (as: string, to: string) => {
    const { json } = await world.run(['history', '--as', as, '--to', to, '--json'])
    return json.map(({ sender, text }) => `${String(sender)} ${String(text)}`)
  }

  test('a group is made, written to, read, followed and changed by its name', async () => {
    const made = await group('ann', 'create', 'Flat 12', '--members', 'ben')
    assert.equal(made.status, 0, made.err)
    const { group: id, role, members, owner, historyFromStart } = made.first
    assert.deepEqual([role, members, owner, historyFromStart], ['owner', 2, 'ann', false])
    // NOTE from the first one: what was written before it has begun would not be seen.
    const follow = ['tail', '--as', 'ben', '--to', 'group:Flat 12', '--from', '1', '--json']
    const tail = world.spawn(follow)
    const seen = lines(tail)
    assert.equal((await send('ann', 'group:Flat 12', 'rent is due')).status, 0)
    assert.equal((await send('ben', `group:${String(id)}`, 'again?')).status, 0)
    assert.equal((await group('ann', 'announce', 'Flat 12', 'on the 1st')).status, 0)
    await seen.until((all) => all.some(({ text }) => text === 'announced: on the 1st'))
    tail.kill('SIGINT')
    assert.deepEqual(await texts('ben', 'group:Flat 12'), [
      'ann made the group “Flat 12” with ben',
      'ann rent is due',
      'ben again?',
      'ann announced: on the 1st',
    ])
    const [notice] = (
      await world.run(['history', '--as', 'ben', '--to', 'group:Flat 12', '--json', '--limit', '1'])
    ).json
    assert.deepEqual(notice?.['notice'], {
      ...{ type: 'announcement_changed', accounts: [], text: 'on the 1st', value: 0 },
    })
    const found = ['search', '--as', 'ben', '--to', 'group:Flat 12', '--text', 'rent', '--json']
    for (let times = 0; times < 100; times += 1) {
      const { json, status } = await world.run(found)
      assert.equal(status, 0)
      if (json.length > 0) break
    }
    const listed = await group('ben')
    assert.deepEqual([listed.json.length, listed.first['announcement']], [1, 'on the 1st'])
    assert.match((await world.run(['group', '--as', 'ben'])).out, /Flat 12.*2 members, you are/)
  })

  test('members, roles, mutes, names, readers', async () => {
    await group('ann', 'create', 'House', '--members', 'ben,cai')
    const sent = await send('ann', 'group:House', 'who reads this?')
    const seq = String(sent.json[0]?.['seq'])
    const [numbers, ...unread] = (await group('ann', 'readers', 'House', '--seq', seq, '--unread'))
      .json
    assert.deepEqual([numbers?.['readCount'], numbers?.['unreadCount']], [0, 2])
    assert.deepEqual(unread.map(({ handle }) => handle).toSorted(), ['ben', 'cai'])

    assert.equal((await group('ben', 'rename', 'House', 'mine')).error['code'], 'FORBIDDEN')
    const promoted = await group('ann', 'role', 'House', 'ben', '--role', 'admin')
    assert.deepEqual(promoted.first['admins'], ['ben'])
    await group('ben', 'mute', 'House', 'cai', '--for', '1h')
    assert.equal((await send('cai', 'group:House', 'hm')).error['code'], 'MUTED')
    await group('ben', 'unmute', 'House', 'cai')
    await group('cai', 'nickname', 'House', 'Caius')
    await group('cai', 'remark', 'House', 'home')
    assert.equal((await send('cai', 'group:home', 'here')).status, 0)
    const { json } = await group('ann', 'members', 'House')
    assert.deepEqual(
      json.map(({ handle, role, nickname }) => [handle, role, nickname].join()).toSorted(),
      ['ann,owner,', 'ben,admin,', 'cai,member,Caius'],
    )
    const open = ['--history-from-start', 'on', '--mention-all-from', 'member']
    const set = await group('ann', 'set', 'House', ...open)
    const { historyFromStart, mentionAllFrom, inviteFrom, approveJoins } = set.first
    assert.deepEqual(
      [historyFromStart, mentionAllFrom, inviteFrom, approveJoins],
      [true, 'member', 'member', false],
    )
    const removed = await group('ben', 'remove', 'House', 'cai')
    assert.equal(removed.first['members'], 2)
    assert.equal((await send('cai', 'group:House', 'but')).error['code'], 'NOT_FOUND')
    await group('ann', 'transfer', 'House', 'ben')
    assert.equal((await group('ann', 'leave', 'House')).first['left'], true)
    assert.equal((await group('ben', 'dissolve', 'House')).first['dissolved'], true)
    assert.equal((await send('ben', 'group:House', 'alone')).error['code'], 'WRONG_STATE')
  })

  test('in by a link, and by an answer', async () => {
    await group('ann', 'create', 'Street', '--approve-joins', 'on')
    const { token } = (await group('ann', 'link', 'Street', '--uses', '3', '--for', '24h')).first
    const look = await group('ben', 'look', String(token))
    assert.deepEqual(look.first, { group: null, name: 'Street', members: 1, approveJoins: true })
    const waits = await group('ben', 'join', String(token), '--text', 'it is ben')
    assert.deepEqual(waits.first, { group: null, waits: true })
    const asked = await group('ann', 'requests', 'Street')
    assert.deepEqual([asked.first['handle'], asked.first['text']], ['ben', 'it is ben'])
    assert.equal((await group('ann', 'accept', 'Street', 'ben')).first['members'], 2)
    await group('ann', 'set', 'Street', '--approve-joins', 'off')
    assert.equal((await group('cai', 'join', String(token))).first['name'], 'Street')
    assert.equal((await group('ann', 'links', 'Street')).first['uses'], 2)
    await group('ann', 'unlink', 'Street', String(token))
    assert.equal((await group('cai', 'look', String(token))).error['code'], 'NOT_FOUND')
  })

  test('[R14] what cannot be done says why, and a wrong line is told before anything is tried', async () => {
    assert.equal((await group('ann', 'show', 'nowhere')).error['code'], 'NOT_FOUND')
    assert.equal((await send('ann', 'group:nowhere', 'x')).error['code'], 'NOT_FOUND')
    await group('ann', 'create', 'Twice')
    await group('ann', 'create', 'Twice')
    assert.equal((await send('ann', 'group:Twice', 'x')).error['code'], 'WRONG_STATE')
    for (const words of [
      ['marry', 'Twice'],
      ['create'],
      ['invite', 'Twice'],
      ['role', 'Twice', 'ben', '--role', 'king'],
      ['leave', 'Twice', 'now'],
      ['set', 'Twice', '--approve-joins', 'maybe'],
    ])
      assert.equal((await group('ann', ...words)).status, 2, words.join(' '))
  })
})
