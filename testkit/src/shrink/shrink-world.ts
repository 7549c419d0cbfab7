import { actNames } from '../world/person.ts'
import type { WorldOptions, WorldResult } from '../world/world-result.ts'

/** What of a world is made smaller. */
export type Shape = Pick<
  WorldOptions,
  'seconds' | 'devices' | 'withoutFaults' | 'silent' | 'withoutActs'
>

export interface ShrinkDeps {
  /** Runs the world in this shape. */
  run(shape: Shape): Promise<Pick<WorldResult, 'problems' | 'faults' | 'faultsPlanned'>>
  runsMax: number
  /** Told of every step that went on. */
  note?: (what: string) => void
}

export interface Shrunk {
  shape: Shape
  /** The sort of problem that every step kept. */
  sort: string
  problems: string[]
  runs: number
}

const devicesMin = 2
const secondsMin = 1

/**
 * Makes a world that is not good smaller, as long as it stays not good in the same way: shorter, fewer devices, fewer
 * faults, fewer who act, fewer sorts of acts. One world always shrinks alike. Undefined: it is good.
 */
export async function shrinkWorld(deps: ShrinkDeps, begin: Shape): Promise<Shrunk | undefined> {
  const first = await deps.run(begin)
  const sort = sortOf(first.problems[0])
  if (sort === undefined) return undefined
  return await new Shrinker(deps, { ...begin }, { ...first, sort }).shrink()
}

/** The word before the colon: the class of a violation. */
export function sortOf(problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : (/^[a-z-]+(?=:)/.exec(problem)?.[0] ?? 'other')
}

class Shrinker {
  readonly #deps: ShrinkDeps
  readonly #sort: string
  #shape: Shape
  #problems: string[]
  #faults: Readonly<Record<string, number>>
  #faultsPlanned: number
  #runs = 1

  constructor(
    deps: ShrinkDeps,
    shape: Shape,
    first: Awaited<ReturnType<ShrinkDeps['run']>> & { sort: string },
  ) {
    this.#deps = deps
    this.#shape = shape
    this.#sort = first.sort
    this.#problems = first.problems
    this.#faults = first.faults
    this.#faultsPlanned = first.faultsPlanned
  }

  async shrink(): Promise<Shrunk> {
    for (let before = -1; before !== this.#size() && this.#mayRun();) {
      before = this.#size()
      await this.#less('seconds', secondsMin, 1)
      await this.#less('devices', devicesMin, 2)
      for (const name of Object.keys(this.#faults))
        await this.#try({ withoutFaults: [...(this.#shape.withoutFaults ?? []), name] })
      await this.#leaveOut('withoutFaults', upTo(this.#faultsPlanned))
      await this.#leaveOut(
        'silent',
        upTo(this.#shape.devices).map((place) => place - 1),
      )
      for (const name of actNames)
        if (!(this.#shape.withoutActs ?? []).includes(name))
          await this.#try({ withoutActs: [...(this.#shape.withoutActs ?? []), name] })
    }
    const { problems, runs } = { problems: this.#problems, runs: this.#runs }
    return { shape: this.#shape, sort: this.#sort, problems, runs }
  }

  /** By halves, then by quarters, as long as it helps. */
  async #less(what: 'seconds' | 'devices', min: number, step: number): Promise<void> {
    for (const part of [2, 4 / 3, 8 / 7]) {
      for (;;) {
        const now = this.#shape[what]
        const less = Math.max(min, Math.floor(now / part / step) * step)
        if (less >= now || !(await this.#try({ [what]: less }))) break
      }
    }
  }

  /** In blocks, larger ones first. */
  async #leaveOut(what: 'withoutFaults' | 'silent', all: readonly number[]): Promise<void> {
    for (
      let size = Math.ceil(all.length / 2);
      size >= 1;
      size = size === 1 ? 0 : Math.ceil(size / 2)
    ) {
      for (let from = 0; from < all.length; from += size) {
        const known: readonly (string | number)[] = this.#shape[what] ?? []
        const more = all.slice(from, from + size).filter((one) => !known.includes(one))
        if (more.length > 0) await this.#try({ [what]: [...known, ...more] })
      }
    }
  }

  async #try(change: Partial<Shape>): Promise<boolean> {
    if (!this.#mayRun()) return false
    this.#runs += 1
    const shape = { ...this.#shape, ...change }
    const { problems, faults, faultsPlanned } = await this.#deps.run(shape)
    if (!problems.some((problem) => sortOf(problem) === this.#sort)) return false
    this.#shape = shape
    this.#problems = problems
    this.#faults = faults
    this.#faultsPlanned = faultsPlanned
    this.#deps.note?.(`${this.#runs}: ${JSON.stringify(change)}`)
    return true
  }

  #mayRun(): boolean {
    return this.#runs < this.#deps.runsMax
  }

  #size(): number {
    const { seconds, devices, withoutFaults = [], silent = [], withoutActs = [] } = this.#shape
    return seconds + devices * 1_000 - withoutFaults.length - silent.length - withoutActs.length
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
