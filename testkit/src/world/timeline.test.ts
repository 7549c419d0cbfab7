import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HostClock } from './host-clock.ts'
import { withoutRealWorld } from './real-world-guards.ts'
import { SeededRandom } from './seeded-random.ts'
import { Timeline } from './timeline.ts'

test('moments run by time, then in the order of planning', async () => {
  const timeline = new Timeline()
  const seen: string[] = []
  timeline.after(20, () => seen.push(`b@${timeline.nowMs}`))
  timeline.after(10, () => seen.push(`a@${timeline.nowMs}`))
  timeline.after(20, () => seen.push(`c@${timeline.nowMs}`))
  timeline.after(15, () => seen.push('never')).cancel()
  await timeline.run(100)
  assert.deepEqual(seen, ['a@10', 'b@20', 'c@20'])
  assert.equal(timeline.nowMs, 100)
})

test('everything that promises make of a moment happens before the next', async () => {
  const timeline = new Timeline()
  const seen: string[] = []
  timeline.after(1, () => {
    void (async () => {
      for (let hop = 0; hop < 50; hop += 1) await Promise.resolve()
      seen.push('after fifty hops')
      timeline.soon(() => seen.push('soon'))
    })()
  })
  timeline.after(1, () => seen.push('next'))
  await timeline.run(1)
  assert.deepEqual(seen, ['after fifty hops', 'soon', 'next'])
})

test('many moments keep their order', async () => {
  const timeline = new Timeline()
  const random = new SeededRandom(1)
  const seen: number[] = []
  for (let index = 0; index < 5_000; index += 1) {
    timeline.after(random.below(500), () => seen.push(timeline.nowMs))
  }
  await timeline.run(1_000)
  assert.equal(seen.length, 5_000)
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => a - b),
  )
})

test('a timer never runs a rounding error too early', async () => {
  const timeline = new Timeline()
  await timeline.run(0.1)
  const clock = new HostClock(timeline)
  const random = new SeededRandom(4)
  let early = 0
  const again = (): void => {
    const dueMs = clock.monotonicMs() + random.unit() * 100
    clock.after(dueMs - clock.monotonicMs(), () => {
      if (clock.monotonicMs() < dueMs) early += 1
      again()
    })
  }
  again()
  await timeline.run(100_000)
  assert.equal(early, 0)
})

test('a loop without time is found out', async () => {
  const timeline = new Timeline()
  const again = (): void => void timeline.after(0, again)
  again()
  await assert.rejects(timeline.run(1), /time stands still/)
})

test('a killed host never acts again; its wall clock steps, its monotonic one does not', async () => {
  const timeline = new Timeline()
  const clock = new HostClock(timeline)
  const seen: string[] = []
  const wallMs = clock.wallMs()
  clock.step(-3_600_000)
  assert.equal(clock.wallMs(), wallMs - 3_600_000)
  assert.equal(clock.monotonicMs(), 0)
  clock.after(10, () => seen.push('before'))
  clock.after(30, () => seen.push('after'))
  timeline.after(20, () => clock.kill())
  await timeline.run(100)
  assert.deepEqual(seen, ['before'])
})

test('inside a world the real clock, chance and timers throw, and afterwards they are back', async () => {
  const timeline = new Timeline()
  const tries: (() => unknown)[] = [
    () => Date.now(),
    () => new Date(),
    () => Math.random(),
    () => setTimeout(() => {}, 1),
    () => setImmediate(() => {}),
    () => performance.now(),
    () => crypto.randomUUID(),
    () => AbortSignal.timeout(1),
    () => new WeakRef({}),
  ]
  const thrown: boolean[] = []
  timeline.after(1, () => {
    for (const attempt of tries) {
      try {
        attempt()
        thrown.push(false)
      } catch {
        thrown.push(true)
      }
    }
    assert.equal(new Date(0).toISOString(), '1970-01-01T00:00:00.000Z')
  })
  await timeline.run(2, withoutRealWorld)
  assert.deepEqual(
    thrown,
    tries.map(() => true),
  )
  assert.ok(Date.now() > 0 && Math.random() < 1 && performance.now() > 0)
})

test('a seed gives the same chance again; streams differ', () => {
  const draw = (seed: number | string) => {
    const random = new SeededRandom(seed)
    return [
      random.word(),
      random.unit(),
      ...random.fill(new Uint8Array(9)),
      random.fork('x').word(),
    ]
  }
  assert.deepEqual(draw(7), draw(7))
  assert.notDeepEqual(draw(7), draw(8))
  const random = new SeededRandom(3)
  let sum = 0
  for (let index = 0; index < 20_000; index += 1) sum += random.unit()
  assert.ok(Math.abs(sum / 20_000 - 0.5) < 0.01)
})
