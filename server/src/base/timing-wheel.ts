import type { Clock, Timer } from './clock.ts'

/** Something that waits in a wheel. The fields belong to the wheel; they are here so that waiting allocates nothing. */
export abstract class Waiter {
  wheelNext: Waiter | undefined = undefined
  wheelBefore: Waiter | undefined = undefined
  /** −1: not waiting. */
  wheelTick = -1
  /** The wait is over; the waiter waits for nothing until it is put in again. */
  abstract wake(nowMs: number): void
}

class Head extends Waiter {
  wake(): void {}
}

const tickMsDefault = 100
const slotsDefault = 512

/**
 * All deadlines of a node on one timer. A waiter waits for one moment at a time; it is woken not before that moment
 * and, while the event loop is free, at most one tick after it. Those who only extend their deadline need not tell the wheel: they
 * look when woken and wait on. With nobody waiting no timer runs.
 */
export class TimingWheel {
  readonly #clock: Clock
  readonly #tickMs: number
  readonly #slots: Head[]
  readonly #startMs: number
  /** The last tick that was worked off. */
  #tick = 0
  #waiting = 0
  #timer: Timer | undefined = undefined
  #timerTick = 0
  readonly #run = (): void => this.#advance()

  constructor(clock: Clock, tickMs: number = tickMsDefault, slots: number = slotsDefault) {
    this.#clock = clock
    this.#tickMs = tickMs
    this.#startMs = clock.monotonicMs()
    this.#slots = Array.from({ length: slots }, () => new Head())
  }

  get waiting(): number {
    return this.#waiting
  }

  /** Wakes the waiter `delayMs` from now; forgets the moment it waited for until now. */
  wait(waiter: Waiter, delayMs: number): void {
    this.cancel(waiter)
    const nowMs = this.#clock.monotonicMs()
    if (this.#waiting === 0 && this.#timer === undefined) this.#tick = this.#tickAt(nowMs)
    const dueTick = Math.ceil((nowMs - this.#startMs + Math.max(0, delayMs)) / this.#tickMs)
    const tick = Math.max(this.#tick + 1, dueTick)
    this.#link(waiter, tick)
    this.#waiting += 1
    if (this.#timer === undefined || tick < this.#timerTick) this.#arm(tick, nowMs)
  }

  /** Harmless for one that does not wait. */
  cancel(waiter: Waiter): void {
    if (waiter.wheelTick < 0) return
    unlink(waiter)
    this.#waiting -= 1
  }

  /** Wakes nobody any more. */
  close(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    for (const head of this.#slots) while (head.wheelNext !== undefined) this.cancel(head.wheelNext)
  }

  #tickAt(nowMs: number): number {
    return Math.floor((nowMs - this.#startMs) / this.#tickMs)
  }

  #link(waiter: Waiter, tick: number): void {
    const head = this.#slots[tick % this.#slots.length]
    if (head === undefined) return
    waiter.wheelTick = tick
    waiter.wheelBefore = head
    waiter.wheelNext = head.wheelNext
    if (head.wheelNext !== undefined) head.wheelNext.wheelBefore = waiter
    head.wheelNext = waiter
  }

  #arm(tick: number, nowMs: number): void {
    this.#timer?.cancel()
    this.#timerTick = tick
    this.#timer = this.#clock.after(
      Math.max(0, this.#startMs + tick * this.#tickMs - nowMs),
      this.#run,
    )
  }

  #advance(): void {
    this.#timer = undefined
    const nowMs = this.#clock.monotonicMs()
    const nowTick = this.#tickAt(nowMs)
    // NOTE one round is enough: every slot is looked at, and what is due in it is taken whatever its round.
    const first = Math.max(this.#tick + 1, nowTick - this.#slots.length + 1)
    this.#tick = nowTick
    const due: Waiter[] = []
    for (let tick = first; tick <= nowTick; tick += 1) this.#takeDue(tick, nowTick, due)
    // NOTE taken out first, woken afterwards: a waiter may put others in or take them out.
    for (const waiter of due) {
      if (waiter.wheelTick !== woken) continue
      waiter.wheelTick = -1
      this.#waiting -= 1
      waiter.wake(nowMs)
    }
    if (this.#waiting > 0 && this.#timer === undefined) this.#arm(this.#nextTick(), nowMs)
  }

  #takeDue(tick: number, nowTick: number, due: Waiter[]): void {
    let waiter = this.#slots[tick % this.#slots.length]?.wheelNext
    while (waiter !== undefined) {
      const next: Waiter | undefined = waiter.wheelNext
      if (waiter.wheelTick <= nowTick) {
        unlink(waiter)
        waiter.wheelTick = woken
        due.push(waiter)
      }
      waiter = next
    }
  }

  /** The next tick whose slot holds anybody, of whatever round. */
  #nextTick(): number {
    for (let tick = this.#tick + 1; tick <= this.#tick + this.#slots.length; tick += 1)
      if (this.#slots[tick % this.#slots.length]?.wheelNext !== undefined) return tick
    return this.#tick + 1
  }
}

/** Taken out of its slot, about to be woken. Counts as waiting, so that `cancel` can still prevent it. */
const woken = Number.MAX_SAFE_INTEGER

function unlink(waiter: Waiter): void {
  if (waiter.wheelBefore !== undefined) waiter.wheelBefore.wheelNext = waiter.wheelNext
  if (waiter.wheelNext !== undefined) waiter.wheelNext.wheelBefore = waiter.wheelBefore
  waiter.wheelBefore = undefined
  waiter.wheelNext = undefined
  waiter.wheelTick = -1
}
