import { SeededRandom } from '../world/seeded-random.ts'
import type { OpenRound, RoundDeps } from './decoder.ts'

export const framesPerRound = 20_000
const framesPerBatch = 32
/** No frame may take longer than this; a whole batch is held against it. */
export const slowMs = 50
/** What was slow is tried so many times more: the first batch of a program compiles it. */
const looksAgain = 3
/** What the heap may have grown by between the first rounds and the last, after collections. */
export const heapGrowthBytesMax = 32 * 1_048_576
const shownBytesMax = 400
const violationsMax = 50

export interface RoundsReport {
  frames: number
  rounds: number
  /** Processor time of the slowest batch of frames. */
  slowestMs: number
  heapGrowthBytes: number
  heapPeakBytes: number
  violations: string[]
}

export interface RoundsInput {
  decoder: string
  seed: string
  frames: number
  /** Only this one. */
  round?: number | undefined
  progress?(report: RoundsReport): void
}

/** Rounds until so many frames were tried. What escapes a decoder is a violation and ends the round. */
export async function runRounds(open: OpenRound, input: RoundsInput): Promise<RoundsReport> {
  const report: RoundsReport = {
    ...{ frames: 0, rounds: 0, slowestMs: 0, heapGrowthBytes: 0, heapPeakBytes: 0 },
    violations: [],
  }
  const heap = new HeapWatch(report)
  let round = input.round ?? 0
  const violation = (what: string, bytes?: Uint8Array) => {
    if (report.violations.length >= violationsMax) return
    const shown =
      bytes === undefined
        ? ''
        : `: ${Buffer.from(bytes.subarray(0, shownBytesMax)).toString('hex')}`
    report.violations.push(`round ${round}: ${what}${shown}`)
  }
  const seedOf = (number: number) => `${input.seed}/${input.decoder}/${number}`
  const escaped = (thrown: unknown) => violation(`escaped: ${told(thrown)}`)
  process.on('uncaughtException', escaped)
  process.on('unhandledRejection', escaped)
  try {
    let framesBefore = -1
    do {
      framesBefore = report.frames
      const random = new SeededRandom(seedOf(round))
      const slow = await oneRound(open, { random, violation }, report, input.frames)
      if (slow.size > 0) await lookAgain(open, seedOf(round), { slow, violation }, report)
      report.rounds += 1
      round += 1
      heap.look()
      input.progress?.(report)
      // NOTE a round that got nowhere would get nowhere for ever.
    } while (
      report.frames > framesBefore &&
      report.frames < input.frames &&
      input.round === undefined
    )
  } finally {
    process.off('uncaughtException', escaped)
    process.off('unhandledRejection', escaped)
  }
  if (report.heapGrowthBytes > heapGrowthBytesMax)
    violation(`the heap grew by ${report.heapGrowthBytes} bytes`)
  return report
}

/** @returns the batches that were slow, by their number in the round, with their milliseconds. */
async function oneRound(
  open: OpenRound,
  deps: RoundDeps,
  report: RoundsReport,
  framesMax: number,
): Promise<Map<number, number>> {
  const slow = new Map<number, number>()
  try {
    const round = await open(deps)
    let tried = 0
    for (let batch = 0; tried < framesPerRound && report.frames < framesMax; batch += 1) {
      const { frames, ms } = await timed(() => round.batch(framesPerBatch))
      if (ms > slowMs) slow.set(batch, ms)
      else report.slowestMs = Math.max(report.slowestMs, ms)
      tried += frames
      report.frames += frames
    }
    await round.finish()
  } catch (thrown) {
    deps.violation(`ended the round: ${told(thrown)}`)
  }
  return slow
}

/**
 * What was slow is slow again with the same frames, if it is the frames; collections of garbage and the compiling of code
 * come at other moments.
 */
async function lookAgain(
  open: OpenRound,
  seed: string,
  { slow, violation }: { slow: Map<number, number>; violation: RoundDeps['violation'] },
  report: RoundsReport,
): Promise<void> {
  const last = Math.max(...slow.keys())
  for (let look = 0; look < looksAgain; look += 1) {
    const round = await open({ random: new SeededRandom(seed), violation() {} })
    for (let batch = 0; batch <= last; batch += 1) {
      const { ms } = await timed(() => round.batch(framesPerBatch))
      const before = slow.get(batch)
      if (before !== undefined) slow.set(batch, Math.min(ms, before))
    }
    await round.finish()
  }
  for (const [batch, ms] of slow) {
    report.slowestMs = Math.max(report.slowestMs, ms)
    if (ms > slowMs) violation(`batch ${batch} took ${ms.toFixed(0)} ms, ${1 + looksAgain} times`)
  }
}

/** Milliseconds of this thread's processor time. */
async function timed(batch: () => Promise<number>): Promise<{ frames: number; ms: number }> {
  const before = process.threadCpuUsage()
  const frames = await batch()
  const { user, system } = process.threadCpuUsage(before)
  return { frames, ms: (user + system) / 1_000 }
}

function told(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}

/** Rounds before what is compared with: code is compiled and caches are filled by then. */
const warmRounds = 5
const collectEvery = 5

class HeapWatch {
  readonly #report: RoundsReport
  #looks = 0
  #base: number | undefined

  constructor(report: RoundsReport) {
    this.#report = report
  }

  look(): void {
    this.#looks += 1
    const report = this.#report
    report.heapPeakBytes = Math.max(report.heapPeakBytes, held())
    if (this.#looks < warmRounds || this.#looks % collectEvery !== 0) return
    globalThis.gc?.()
    this.#base ??= held()
    report.heapGrowthBytes = held() - this.#base
  }
}

function held(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
