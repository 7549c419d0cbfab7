import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Clock, Timer } from './clock.ts'
import { TimingWheel, Waiter } from './timing-wheel.ts'

class Steps implements Clock {
  nowMs = 7.25
  timers: { atMs: number; run: () => void }[] = []
  armed = 0

  monotonicMs = () => this.nowMs
  wallMs = () => this.nowMs
  soon(): void {}

  after(delayMs: number, run: () => void): Timer {
    const timer = { atMs: this.nowMs + delayMs, run }
    this.armed += 1
    this.timers.push(timer)
    return { cancel: () => (this.timers = this.timers.filter((other) => other !== timer)) }
  }

  /** Time goes on; `blocked`: nothing runs before the end of it. */
  advance(byMs: number, blocked = false): void {
    const untilMs = this.nowMs + byMs
    if (blocked) this.nowMs = untilMs
    for (;;) {
      const [next] = this.timers
        .filter(({ atMs }) => atMs <= untilMs)
        .sort((a, b) => a.atMs - b.atMs)
      if (next === undefined) break
      this.timers = this.timers.filter((other) => other !== next)
      this.nowMs = Math.max(this.nowMs, next.atMs)
      next.run()
    }
    this.nowMs = untilMs
  }
}

class Probe extends Waiter {
  wokenMs: number[] = []
  onWake: () => void = () => {}

  override wake(nowMs: number): void {
    this.wokenMs.push(nowMs)
    this.onWake()
  }
}

test('wakes once, not before its moment and at most a tick after it, also beyond a round', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 5_000, noNaN: true }), { maxLength: 40 }),
      (delays) => {
        const clock = new Steps()
        const wheel = new TimingWheel(clock, 10, 16)
        const startMs = clock.nowMs
        const probes = delays.map((delayMs) => {
          const probe = new Probe()
          wheel.wait(probe, delayMs)
          return { probe, dueMs: startMs + delayMs }
        })
        clock.advance(6_000)
        for (const { probe, dueMs } of probes) {
          assert.equal(probe.wokenMs.length, 1)
          assert.ok((probe.wokenMs[0] ?? 0) >= dueMs - 1e-6)
          assert.ok((probe.wokenMs[0] ?? 0) <= dueMs + 20)
        }
        assert.equal(wheel.waiting, 0)
        assert.equal(clock.timers.length, 0)
      },
    ),
  )
})

test('waiting anew forgets the moment before; who is taken out is not woken', () => {
  const clock = new Steps()
  const wheel = new TimingWheel(clock, 10, 16)
  const [moved, gone] = [new Probe(), new Probe()]
  wheel.wait(moved, 50)
  wheel.wait(gone, 50)
  wheel.wait(moved, 500)
  wheel.cancel(gone)
  wheel.cancel(gone)
  clock.advance(400)
  assert.deepEqual([moved.wokenMs.length, gone.wokenMs.length, wheel.waiting], [0, 0, 1])
  clock.advance(200)
  assert.equal(moved.wokenMs.length, 1)
})

test('a wake may put itself in again, and take out another that is due at the same moment', () => {
  const clock = new Steps()
  const wheel = new TimingWheel(clock, 10, 16)
  const [one, other] = [new Probe(), new Probe()]
  one.onWake = () => {
    wheel.cancel(other)
    if (one.wokenMs.length < 3) wheel.wait(one, 100)
  }
  other.onWake = () => wheel.cancel(one)
  wheel.wait(one, 100)
  wheel.wait(other, 100)
  clock.advance(1_000)
  assert.equal(one.wokenMs.length + other.wokenMs.length, one.wokenMs.length > 0 ? 3 : 1)
  assert.equal(wheel.waiting, 0)
})

test('after the event loop stood still all that is due wakes at once, whatever its round', () => {
  const clock = new Steps()
  const wheel = new TimingWheel(clock, 10, 16)
  const probes = [5, 100, 170, 330, 900].map((delayMs) => {
    const probe = new Probe()
    wheel.wait(probe, delayMs)
    return probe
  })
  clock.advance(600, true)
  assert.deepEqual(
    probes.map(({ wokenMs }) => wokenMs.length),
    [1, 1, 1, 1, 0],
  )
  clock.advance(400)
  assert.equal(probes[4]?.wokenMs.length, 1)
})

test('ten thousand waiters take one timer, and a closed wheel wakes nobody', () => {
  const clock = new Steps()
  const wheel = new TimingWheel(clock)
  const probes = Array.from({ length: 10_000 }, () => new Probe())
  for (const probe of probes) wheel.wait(probe, 30_000)
  assert.equal(clock.timers.length, 1)
  wheel.close()
  clock.advance(60_000)
  assert.equal(clock.timers.length, 0)
  assert.ok(probes.every(({ wokenMs }) => wokenMs.length === 0))
})
