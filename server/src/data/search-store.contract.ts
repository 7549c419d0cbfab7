import assert from 'node:assert/strict'
import test from 'node:test'
import { wire } from '@parley/protocol'
import type { SearchInput } from './search-store.ts'
import { Cast, type OpenWorld, type StoreWorld } from './testing/store-world.ts'

const body = (text: string) => wire.EntryBody.encode({ text }).finish()

async function start(open: OpenWorld) {
  const world = await open()
  const cast = new Cast(world)
  await cast.people(1, 2, 3)
  const say = async (from: number, to: number, text: string) => {
    const { conversation, seq } = await cast.sent(from, to, { body: body(text) })
    await world.clock.advance(1_000)
    return `${conversation} ${seq}`
  }
  return { world, say, cast }
}

async function find(world: StoreWorld, reader: number, more: Partial<SearchInput> = {}) {
  await world.store.search.caughtUp()
  const page = await world.store.search.find({
    ...{ reader, text: '', conversation: undefined, sender: undefined, kinds: [] },
    ...{ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, after: undefined, limit: 50 },
    ...more,
  })
  return { ...page, places: page.found.map(({ conversation, seq }) => `${conversation} ${seq}`) }
}

export function searchStoreContract(engine: string, open: OpenWorld): void {
  test(`${engine}: what was written is found by its words, newest first, by those who have it`, async () => {
    const { world, say } = await start(open)
    await using _ = world
    const first = await say(1, 2, '苹果手机八成新')
    const second = await say(2, 1, 'Is the Apple phone (手机) still there?')
    const other = await say(1, 3, '手机壳')
    assert.deepEqual((await find(world, 2, { text: '手机' })).places, [second, first])
    assert.deepEqual((await find(world, 1, { text: '手机' })).places, [other, second, first])
    assert.deepEqual((await find(world, 3, { text: '手机' })).places, [other])
    assert.deepEqual((await find(world, 2, { text: 'sti apple' })).places, [])
    assert.deepEqual((await find(world, 2, { text: 'apple the' })).places, [second])
    assert.deepEqual((await find(world, 2, { text: '果手' })).places, [first])
    assert.deepEqual((await find(world, 2, { text: '!' })).places, [])
    const page = await find(world, 2, { text: '手机' })
    assert.deepEqual([page.behind, page.next], [false, undefined])
  })

  test(`${engine}: a search is narrowed by conversation, sender, kind and date`, async () => {
    const { world, say } = await start(open)
    await using _ = world
    const startMs = world.clock.wallMs()
    const first = await say(1, 2, '房子 one')
    const second = await say(2, 1, '房子 two')
    const third = await say(3, 1, '房子 three')
    const conversation = Number(first.split(' ')[0])
    const places = async (more: Partial<SearchInput>) =>
      (await find(world, 1, { text: '房子', ...more })).places
    assert.deepEqual(await places({ conversation }), [second, first])
    assert.deepEqual(await places({ sender: 1 }), [first])
    assert.deepEqual(await places({ sender: 2, conversation }), [second])
    assert.deepEqual(await places({ kinds: [1] }), [third, second, first])
    assert.deepEqual(await places({ kinds: [2, 3] }), [])
    assert.deepEqual(await places({ fromMs: startMs + 500 }), [third, second])
    assert.deepEqual(await places({ fromMs: startMs + 500, toMs: startMs + 1_500 }), [second])
    assert.deepEqual(await places({ text: '', conversation, sender: 2 }), [second])
  })

  test(`${engine}: pages bring everything once, also of one moment`, async () => {
    const { world } = await start(open)
    await using _ = world
    const cast = new Cast(world)
    const sends = Array.from({ length: 23 }, () => cast.sent(1, 2, { body: body('同一时间') }))
    const all = (await Promise.all(sends)).map(({ conversation, seq }) => `${conversation} ${seq}`)
    for (const limit of [1, 7, 22, 23, 24]) {
      const places: string[] = []
      let after: string | undefined
      do {
        const page = await find(world, 2, { text: '时间', limit, after })
        places.push(...page.places)
        after = page.next
      } while (after !== undefined)
      assert.deepEqual(places, all.toReversed(), `${limit}`)
    }
    for (const after of ['x', '1.5', '-1']) {
      await assert.rejects(find(world, 2, { text: '时间', after }), { code: 'BAD_REQUEST' })
    }
  })

  test(`${engine}: the index is right after a crash`, async () => {
    const { world, say } = await start(open)
    await using _ = world
    const first = await say(1, 2, 'before the crash')
    await world.store.search.caughtUp()
    const second = await say(1, 2, 'crash soon after')
    await world.restart()
    assert.deepEqual((await find(world, 2, { text: 'crash' })).places, [second, first])
    const third = await say(2, 1, 'after the crash')
    assert.deepEqual((await find(world, 2, { text: 'crash' })).places, [third, second, first])
  })

  test(`${engine}: what was edited is found by its new words, what was recalled by none`, async () => {
    const { world, say, cast } = await start(open)
    await using _ = world
    const edited = await say(1, 2, 'a red bicycle')
    const recalled = await say(1, 2, 'another bicycle')
    await world.store.search.caughtUp()
    const kinds = wire.EntryKind
    const acts = [
      { refSeq: 1, kind: kinds.ENTRY_KIND_EDIT, body: body('a blue scooter'), type: 'edit' },
      { refSeq: 2, kind: kinds.ENTRY_KIND_RECALL, body: new Uint8Array(), type: 'recall' },
    ] as const
    for (const { type, ...act } of acts)
      await cast.sent(1, 2, { ...act, act: { type, withinMs: 60_000 } })
    const places = async (text: string) => (await find(world, 2, { text })).places
    assert.deepEqual(
      [edited, recalled].map((place) => place.split(' ')[1]),
      ['1', '2'],
    )
    assert.deepEqual(await places('scooter'), [edited])
    assert.deepEqual(await places('bicycle'), [])
  })

  test(`${engine}: people are found by name, handle and pinyin, the best match first`, async () => {
    const { world, say } = await start(open)
    await using _ = world
    await world.store.accounts.setProfile(2, { displayName: '张三' })
    await world.store.accounts.setProfile(3, { displayName: 'Zs' })
    await say(1, 2, 'hello')
    await say(1, 3, 'hello')
    const peers = async (text: string) =>
      (await world.store.search.names(1, text, 10)).map(({ peer }) => peer)
    assert.deepEqual(await peers('zs'), [3, 2])
    assert.deepEqual(await peers('张'), [2])
    assert.deepEqual(await peers('handle'), [3, 2])
    assert.deepEqual(await peers('handle1'), [])
    assert.deepEqual(await peers(''), [])
    assert.deepEqual((await world.store.search.names(1, 'handle', 1)).length, 1)
    assert.deepEqual(await world.store.search.names(9, 'zs', 10), [])
  })

  test(`${engine}: people are found by one's own remark, with a conversation or as a contact, by nobody else's`, async () => {
    const { world, say } = await start(open)
    await using _ = world
    const remark = (account: number, other: number, name: string) =>
      world.store.contacts.set({
        ...{ account, other, remark: name, tags: undefined },
        ...{ requestKey: new Cast(world).mint(), nowMs: world.clock.wallMs() },
      })
    await say(1, 2, 'hello')
    await remark(1, 2, '房东老王')
    await world.clock.advance(1_000)
    await remark(2, 1, '租客')
    await world.clock.advance(1_000)
    await remark(1, 3, '中介小李')
    const found = async (reader: number, text: string) =>
      (await world.store.search.names(reader, text, 10)).map(
        (one) => `${one.conversation > 0} ${one.peer} ${one.remark}`,
      )
    assert.deepEqual(await found(1, 'fdlw'), ['true 2 房东老王'])
    assert.deepEqual(await found(1, '小李'), ['false 3 中介小李'])
    assert.deepEqual(await found(1, 'name'), ['true 2 房东老王', 'false 3 中介小李'])
    assert.deepEqual(await found(2, '租客'), ['true 1 租客'])
    for (const text of ['老王', '中介', 'Name 3']) assert.deepEqual(await found(2, text), [])
    assert.deepEqual(await found(3, '租客'), [])
  })

  test(`${engine}: groups are found by name and own remark, by who is in them; who left finds what it saw last`, async () => {
    const { world } = await start(open)
    await using _ = world
    const cast = new Cast(world)
    const { groups, search } = world.store
    const by = (account: number) => ({
      ...{ account, requestKey: cast.mint(), nowMs: world.clock.wallMs() },
    })
    const guards = { membersMax: 10, strangersMayWrite: true }
    const settings = {
      ...{ inviteFrom: 1, mentionAllFrom: 2, approveJoins: false, historyFromStart: false },
    }
    const group = { name: '望京租房群', avatar: '', members: [2], settings }
    const { change } = await groups.create(by(1), 77, group, guards)
    const id = change.conversation
    await groups.change(by(2), id, { do: 'setRemark', remark: '邻居' }, guards)
    const found = async (reader: number, text: string) =>
      (await search.names(reader, text, 10)).map(
        ({ conversation, groupName, remark }) => `${conversation} ${groupName} ${remark}`,
      )
    assert.deepEqual(await found(1, 'wjzf'), [`${id} 望京租房群 `])
    assert.deepEqual(await found(2, 'linju'), [`${id} 望京租房群 邻居`])
    assert.deepEqual(await found(1, '邻居'), [])
    assert.deepEqual(await found(3, '望京'), [])
    await groups.change(by(2), id, { do: 'leave' }, guards)
    await groups.change(by(1), id, { do: 'rename', name: '国贸租房群' }, guards)
    assert.deepEqual(await found(1, '国贸'), [`${id} 国贸租房群 `])
    assert.deepEqual(await found(2, '国贸'), [])
    assert.deepEqual(await found(2, '望京'), [`${id} 望京租房群 邻居`])
  })
}
