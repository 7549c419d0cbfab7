import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** What one round did, whatever its verdict. */
export interface RoundFigures {
  seed: number
  cycles: number
  /** Cycles that ended before the server had come up again. */
  cyclesAtStart: number
  acked: number
  /** The fewest sends in flight at a cut. */
  inFlightMin: number
  seconds: number
  isGood: boolean
}

/** The same of all rounds so far. */
export interface Sums extends Omit<RoundFigures, 'seed' | 'isGood'> {
  rounds: number
  /** Rounds with a violation. */
  bad: number
  seeds: string
}

/**
 * The rounds of a long run, a line of JSON each with its date and commit, so that it can be made in pieces: what is told
 * at the end is the sum of what ran, the bad rounds too. Without a path it lasts as long as the process.
 */
export class FiguresFile {
  readonly #path: string | undefined
  readonly #harness: string
  readonly #rounds: RoundFigures[]

  /** @throws where a line is none of ours: then nothing could be summed. */
  constructor(path: string | undefined, harness: string) {
    this.#path = path
    this.#harness = harness
    const text = path !== undefined && existsSync(path) ? readFileSync(path, 'utf8') : ''
    this.#rounds = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as RoundFigures & { harness: string })
      .filter((round) => round.harness === harness)
  }

  append(round: RoundFigures): void {
    this.#rounds.push(round)
    if (this.#path === undefined) return
    const line = { harness: this.#harness, date: new Date().toISOString(), commit: commit() }
    appendFileSync(this.#path, `${JSON.stringify({ ...line, ...round })}\n`)
  }

  /** A seed that no round has had, `first` if it is one. */
  nextSeed(first: number): number {
    return this.#rounds.reduce((next, { seed }) => Math.max(next, seed + 1), first)
  }

  sums(): Sums {
    const total = (of: (round: RoundFigures) => number) =>
      this.#rounds.reduce((sum, round) => sum + of(round), 0)
    const seeds = this.#rounds.map(({ seed }) => seed)
    return {
      rounds: this.#rounds.length,
      bad: total(({ isGood }) => (isGood ? 0 : 1)),
      cycles: total(({ cycles }) => cycles),
      cyclesAtStart: total(({ cyclesAtStart }) => cyclesAtStart),
      acked: total(({ acked }) => acked),
      inFlightMin: Math.min(...this.#rounds.map(({ inFlightMin }) => inFlightMin)),
      seconds: Math.round(total(({ seconds }) => seconds)),
      seeds: seeds.length === 0 ? '' : `${Math.min(...seeds)}–${Math.max(...seeds)}`,
    }
  }
}

/** Of the tree that runs; with a plus where it was changed since. */
export function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
  try {
    const dirty = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '+'
    return git('rev-parse', '--short', 'HEAD') + dirty
  } catch {
    return 'none'
  }
}
