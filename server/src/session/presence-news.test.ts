import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ManualClock } from '../base/testing/manual-clock.ts'
import { awayState, presenceGraceMs, PresenceNews } from './presence-news.ts'

function world(watchers: Record<number, number[]>) {
  const clock = new ManualClock()
  const states = new Map<number, string>()
  const told: { atMs: number; session: number; accounts: number[] }[] = []
  const news = new PresenceNews(clock, {
    watchers: (account) => watchers[account] && new Set(watchers[account]),
    stateOf: (account) => states.get(account) ?? awayState,
    tell: (session, accounts) =>
      told.push({ atMs: clock.monotonicMs(), session, accounts: [...accounts] }),
  })
  for (const account of Object.keys(watchers).map(Number)) news.watched(account)
  const become = (account: number, state: string) => {
    states.set(account, state)
    if (state === awayState) news.noteLater(account)
    else news.note(account)
  }
  return { clock, news, told, become }
}

test('[R13] never more than 200 frames in 100 ms, and one for each session and round', async () => {
  const sessions = Array.from({ length: 1_000 }, (_, index) => index)
  const accounts = Array.from({ length: 100 }, (_, index) => index + 1)
  const { clock, told, become } = world(Object.fromEntries(accounts.map((one) => [one, sessions])))
  for (let step = 0; step < 100; step += 1) {
    for (const account of accounts) become(account, `${step}`)
    await clock.advance(50)
  }
  await clock.advance(5_000)
  const slices = new Map<number, number>()
  for (const { atMs } of told) slices.set(atMs, (slices.get(atMs) ?? 0) + 1)
  assert.ok([...slices.values()].every((frames) => frames <= 200))
  const times = [...slices.keys()]
  assert.ok(times.every((atMs, index) => index === 0 || atMs - (times[index - 1] ?? 0) >= 100))
  assert.ok(told.length <= 10 * sessions.length, `${told.length} frames`)
  for (const session of sessions) {
    const heard = told.filter((one) => one.session === session)
    assert.deepEqual(heard.at(-1)?.accounts.length, accounts.length)
  }
})

test('who is back within five seconds was never away; who is not is told then, once', async () => {
  const { clock, told, become } = world({ 1: [7] })
  become(1, 'there')
  await clock.advance(2_000)
  assert.equal(told.length, 1)
  for (let time = 0; time < 3; time += 1) {
    become(1, awayState)
    await clock.advance(4_000)
    become(1, 'there')
    await clock.advance(500)
  }
  await clock.advance(10_000)
  assert.equal(told.length, 1)
  become(1, awayState)
  await clock.advance(4_900)
  assert.equal(told.length, 1)
  await clock.advance(2_000)
  assert.equal(told.length, 2)
})

test('who begins to watch while somebody is shortly away hears of the return, and nobody hears early of the leaving', async () => {
  const { clock, news, told, become } = world({ 1: [7, 8] })
  become(1, 'there')
  await clock.advance(2_000)
  become(1, awayState)
  await clock.advance(1_000)
  news.watched(1)
  await clock.advance(2_000)
  assert.equal(told.length, 2)
  become(1, 'there')
  await clock.advance(2_000)
  assert.deepEqual(
    told.slice(2).map(({ session }) => session),
    [7, 8],
  )
})

test('one who stops to watch is told nothing more', async () => {
  const { clock, news, told, become } = world({ 1: [7] })
  become(1, 'there')
  news.add(7, [1, 2])
  await clock.advance(900)
  news.forget(7)
  await clock.advance(50)
  assert.deepEqual(told, [])
})

test('what a session has to hear of somebody who is shortly away is told when that is over, one way or the other', async () => {
  for (const [after, asTold] of [
    ['there', 3_000],
    [awayState, presenceGraceMs],
  ] as const) {
    const { clock, news, told, become } = world({ 1: [7], 2: [7] })
    become(1, 'there')
    become(2, 'there')
    await clock.advance(2_000)
    told.splice(0)
    become(1, awayState)
    news.add(7, [1, 2])
    await clock.advance(2_500)
    assert.deepEqual(
      told.map(({ accounts }) => accounts),
      [[2]],
    )
    if (after === 'there') become(1, after)
    await clock.advance(asTold)
    assert.deepEqual(
      told.map(({ accounts }) => accounts),
      [[2], [1]],
    )
  }
})
