import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GroupMember } from '@parley/client/browser'
import { MemberStore } from './member-store.ts'

const member = (account: number, role = 1): GroupMember => ({
  ...{ account, role, nickname: '', mutedUntilMs: 0 },
  ...{ joinedSeq: 1, delivered: 0, read: 0 },
})
const accounts = (store: MemberStore) => store.getSnapshot().members.map(({ account }) => account)

/** Twelve members, five on a page; what is known of one is what the client says when it is asked. */
function world() {
  const there = Array.from({ length: 12 }, (_, index) =>
    member(index + 1, index === 6 ? 3 : index === 9 ? 2 : 1),
  )
  const known = new Map<number, GroupMember>()
  let failing = false
  const store = new MemberStore(
    {
      async members(_group, { after = 0 } = {}) {
        if (failing) throw new Error('offline')
        const members = there.filter(({ account }) => account > after).slice(0, 5)
        return { members, next: members.length < 5 ? 0 : (members.at(-1)?.account ?? 0) }
      },
      member: (_group, account) => known.get(account),
    },
    1,
  )
  return { store, known, fail: (now: boolean) => void (failing = now) }
}

test('members come page by page, the owner and admins stand first', async () => {
  const { store } = world()
  await store.more()
  assert.deepEqual(accounts(store), [1, 2, 3, 4, 5])
  await Promise.all([store.more(), store.more()])
  assert.deepEqual(accounts(store), [7, 10, 1, 2, 3, 4, 5, 6, 8, 9])
  await store.all()
  assert.deepEqual(accounts(store), [7, 10, 1, 2, 3, 4, 5, 6, 8, 9, 11, 12])
  assert.equal(store.getSnapshot().isComplete, true)
})

test('what a notice told of is looked up after everybody has heard it, and once it is known', async () => {
  const { store, known } = world()
  await store.all()
  known.set(2, member(2))
  store.due([2, 3])
  // As the client does it: what it knew of them is forgotten with the notice.
  known.delete(2)
  await Promise.resolve()
  assert.deepEqual(accounts(store).slice(0, 3), [7, 10, 1])
  known.set(2, member(2, 2))
  known.set(3, member(3, 0))
  store.look()
  assert.deepEqual(accounts(store).slice(0, 5), [7, 2, 10, 1, 4])
})

test('who comes beyond the pages that are there waits for its page', async () => {
  const { store, known } = world()
  await store.more()
  known.set(40, member(40))
  store.due([40])
  await Promise.resolve()
  assert.deepEqual(accounts(store), [1, 2, 3, 4, 5])
})

test('a page that fails says so, and is asked for again', async () => {
  const { store, fail } = world()
  fail(true)
  await store.all()
  assert.ok(store.getSnapshot().error instanceof Error)
  fail(false)
  await store.more()
  assert.deepEqual(accounts(store), [1, 2, 3, 4, 5])
  assert.equal(store.getSnapshot().error, undefined)
})
