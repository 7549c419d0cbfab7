import type { InlineIndex } from '../../../server/src/data/sqlite/search/inline-threads.ts'
import type { HostClock } from './host-clock.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { Timeline } from './timeline.ts'

/** How long a message takes from one thread to another, mostly and now and then. */
const usualMs = { low: 0.01, high: 0.5 }
const lateMs = { low: 1, high: 300 }
const late = 0.03
const faultEveryMs = 8_000
/** Others have the processor meanwhile; now and then for longer than anybody waits for an answer. */
const starvedMs = { low: 500, high: 15_000 }
/** Pieces of work after which one dies in the midst of it. */
const workMax = 40

type Name = 'search' | 'find'

/** What a thread dies of that does so in the midst of its work. */
class Death extends Error {}

/** The threads of search of a world: how they hear of each other, and what befalls them. */
export class SearchThreads {
  readonly #random: SeededRandom
  readonly #kills = new Map<Name, () => void>()
  #starvedUntilMs = 0
  /** Pieces of work until one dies; 0: it does not. */
  #workLeft = 0
  #isActive = false
  /** How many came, and how many were killed. */
  readonly figures = { started: 0, killed: 0, starved: 0 }

  constructor(random: SeededRandom) {
    this.#random = random
  }

  /** In one life of the server, by its clock. */
  within(clock: HostClock): Pick<InlineIndex, 'carrier' | 'rest' | 'started'> {
    const random = this.#random.fork('life')
    this.#kills.clear()
    return {
      carrier: () => {
        let lastMs = 0
        return (deliver) => {
          const { low, high } = random.chance(late) ? lateMs : usualMs
          const nowMs = clock.monotonicMs()
          lastMs = Math.max(lastMs, nowMs + random.between(low, high), this.#starvedUntil(clock))
          clock.after(lastMs - nowMs, deliver)
        }
      },
      rest: () => {
        if (this.#workLeft === 0) return
        this.#workLeft -= 1
        if (this.#workLeft > 0) return
        this.figures.killed += 1
        throw new Death('in the midst of its work')
      },
      started: (name, kill) => {
        this.figures.started += 1
        this.#kills.set(name, kill)
      },
    }
  }

  /** Whether it is no fault of the product. */
  isDeath(thrown: unknown): boolean {
    return thrown instanceof Death
  }

  /** From now on they die and are starved, now and then. */
  trouble(timeline: Timeline, note: (what: string) => void): void {
    this.#isActive = true
    const random = this.#random.fork('faults')
    const later = (): void => {
      timeline.after(random.waitMs(faultEveryMs), () => {
        if (!this.#isActive) return
        note(this.#befall(random, timeline.nowMs))
        later()
      })
    }
    later()
  }

  /** Nothing befalls them any more. */
  mend(): void {
    this.#isActive = false
    this.#workLeft = 0
    this.#starvedUntilMs = 0
  }

  #befall(random: SeededRandom, nowMs: number): string {
    const what = random.weighted([
      [2, 'search'],
      [2, 'find'],
      [3, 'midst'],
      [3, 'starved'],
    ] as const)
    if (what === 'midst') {
      this.#workLeft = 1 + random.below(workMax)
      return 'the thread search is to die in the midst of its work'
    }
    if (what === 'starved') {
      this.figures.starved += 1
      this.#starvedUntilMs = nowMs + random.between(starvedMs.low, starvedMs.high)
      return 'the threads of search have no time'
    }
    this.figures.killed += 1
    this.#kills.get(what)?.()
    return `the thread ${what} is killed`
  }

  #starvedUntil(clock: HostClock): number {
    return this.#starvedUntilMs - clock.bootMs
  }
}
