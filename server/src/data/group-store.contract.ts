import assert from 'node:assert/strict'
import test from 'node:test'
import { groupRoles } from '@parley/protocol'
import type { GroupAct, GroupSettings } from './group-store.ts'
import { Cast, type OpenWorld, type StoreWorld } from './testing/store-world.ts'

const group = 77
const guards = { membersMax: 5_000, strangersMayWrite: true }
const settings: GroupSettings = {
  ...{ inviteFrom: groupRoles.member, mentionAllFrom: groupRoles.admin },
  ...{ approveJoins: false, historyFromStart: false },
}
const to = { target: { conversation: group } }
const numbers = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index)

/** Gives changes to one group, as its accounts. */
class GroupCast extends Cast {
  readonly #world: StoreWorld

  constructor(world: StoreWorld) {
    super(world)
    this.#world = world
  }

  asking(account: number) {
    return { account, requestKey: this.mint(), nowMs: this.#world.clock.wallMs() }
  }

  create(owner: number, members: readonly number[]) {
    const asked = { name: 'Flat', avatar: '', members, settings }
    return this.#world.store.groups.create(this.asking(owner), group, asked, guards)
  }

  change(account: number, act: GroupAct) {
    return this.#world.store.groups.change(this.asking(account), group, act, guards)
  }
}

export function groupStoreContract(engine: string, open: OpenWorld): void {
  test(`${engine}: [R1] a group is what it was after a restart, with everything that was changed`, async () => {
    await using world = await open()
    const cast = new GroupCast(world)
    await cast.people(1, 2, 3, 4)
    const made = await cast.create(1, [2, 3])
    assert.deepEqual(made.change.members, { before: 0, added: [1, 2, 3], removed: [] })
    await cast.change(1, { do: 'setRole', account: 2, role: groupRoles.admin })
    await cast.change(2, { do: 'announce', text: 'rent' })
    await cast.change(2, { do: 'mute', account: 3, untilMs: 4e12 })
    await cast.change(3, { do: 'setNickname', nickname: 'Trey' })
    await cast.change(1, { do: 'invite', accounts: [4] })
    await cast.change(1, { do: 'remove', accounts: [4] })
    const before = await world.store.conversations.view(1, group, 10)
    await world.restart()
    assert.deepEqual(await world.store.conversations.view(1, group, 10), before)
    assert.deepEqual([before?.group?.announcement, before?.group?.admins], ['rent', [2]])
    const page = { after: 0, limit: 10, accounts: [] }
    const { members } = await world.store.groups.members(1, group, page)
    assert.deepEqual(
      members.map(({ account, role, nickname, mutedUntilMs }) => [
        ...[account, role, nickname, mutedUntilMs],
      ]),
      [
        [1, groupRoles.owner, '', 0],
        [2, groupRoles.admin, '', 0],
        [3, groupRoles.member, 'Trey', 4e12],
      ],
    )
    const left = await world.store.conversations.view(4, group, 0)
    const owners = [group, 5].map((id) => world.store.groups.owner(id))
    assert.deepEqual(await Promise.all(owners), [1, undefined])
    assert.deepEqual([left?.left, left?.group?.name, left?.headSeq], [true, 'Flat', 7])
  })

  test(`${engine}: [R2] a change said twice, also after a restart, has its effect once`, async () => {
    await using world = await open()
    const cast = new GroupCast(world)
    await cast.people(1, 2)
    await cast.create(1, [])
    const asking = cast.asking(1)
    const act: GroupAct = { do: 'invite', accounts: [2] }
    const ask = () => world.store.groups.change(asking, group, act, guards)
    const both = await Promise.all([ask(), ask()])
    assert.deepEqual(
      both.map(({ repeated }) => repeated),
      [false, true],
    )
    await world.restart()
    assert.deepEqual(await ask(), { change: both[0].change, repeated: true })
    assert.equal((await world.store.conversations.view(1, group, 0))?.headSeq, 2)
  })

  test(`${engine}: [R9] a group of 5,000 is full, and a send to it is one entry for all`, async () => {
    await using world = await open()
    const cast = new GroupCast(world)
    const { conversations, groups, sync } = world.store
    await cast.people(...numbers(1, 5_001))
    await cast.create(1, numbers(2, 4_999))
    await assert.rejects(cast.change(1, { do: 'invite', accounts: [5_001] }), {
      code: 'LIMIT_REACHED',
    })
    assert.equal((await conversations.members(group)).accounts.length, 5_000)
    const append = await cast.sent(1, 0, to)
    assert.equal(append.seq, 2)
    for (const account of [1, 2, 2_500, 5_000]) {
      const limits = { conversationsMax: 5, entriesPerConversation: 5, accountEntriesMax: 5 }
      const asked = { account, since: undefined, goOn: undefined, bytesMax: 1e6, ...limits }
      const page = await sync.sync(asked)
      assert.deepEqual(
        page.conversations.map(({ headSeq, unread, read }) => [headSeq, unread, read]),
        [[2, account === 1 ? 0 : 1, 1]],
      )
    }
    await cast.move(
      ...numbers(2, 300).map((account) => ({
        ...{ conversation: group, account, delivered: 2, read: 2 },
      })),
    )
    const asked = { reader: 1, conversation: group, seq: 2, unread: false, after: 0, limit: 200 }
    const first = await groups.readers(asked)
    assert.deepEqual(first.accounts, numbers(2, 200))
    assert.deepEqual([first.more, first.readCount, first.unreadCount], [true, 300, 4_699])
    const second = await groups.readers({ ...asked, after: 201 })
    assert.deepEqual([second.accounts, second.more], [numbers(202, 100), false])
    const unread = await groups.readers({ ...asked, unread: true, limit: 3 })
    assert.deepEqual([unread.accounts, unread.more], [numbers(302, 3), true])
    const page = { after: 4_998, limit: 200, accounts: [] }
    const { members, more } = await groups.members(1, group, page)
    assert.deepEqual([members.map(({ account }) => account), more], [[4_999, 5_000], false])
  })

  test(`${engine}: [R16.h] who joins and sees what was said before has read it when its cursor moves, not by joining`, async () => {
    await using world = await open()
    const cast = new GroupCast(world)
    await cast.people(1, 2, 3)
    await cast.create(1, [2])
    await cast.change(1, { do: 'setSettings', settings: { ...settings, historyFromStart: true } })
    const burn = { afterMs: 5_000, maxMs: 5_000 }
    const { seq } = await cast.sent(1, 2, { ...to, burn })
    await cast.change(1, { do: 'invite', accounts: [3] })
    const { seq: last } = await cast.sent(1, 2, to)
    const look = () => world.store.entries.burnDue(world.clock.wallMs())
    await world.clock.advance(60_000)
    assert.deepEqual((await look()).burnt, [])
    await cast.move({ conversation: group, account: 3, delivered: last, read: last })
    await world.clock.advance(5_000)
    assert.deepEqual(
      (await look()).burnt.map(({ entry }) => entry.refSeq),
      [seq],
    )
  })

  test(`${engine}: [R16.h] what a reader does not see is not read by it`, async () => {
    await using world = await open()
    const cast = new GroupCast(world)
    await cast.people(1, 2, 3)
    await cast.create(1, [2])
    await cast.sent(1, 2, { ...to, burn: { afterMs: 5_000, maxMs: 5_000 } })
    await cast.change(1, { do: 'invite', accounts: [3] })
    const { seq } = await cast.sent(1, 2, to)
    await cast.move({ conversation: group, account: 3, delivered: seq, read: seq })
    await world.clock.advance(60_000)
    assert.deepEqual((await world.store.entries.burnDue(world.clock.wallMs())).burnt, [])
  })
}
