import type { SeededRandom } from '../world/seeded-random.ts'

/**
 * A decoder behind its production entrance, for one round. A round is its seed: everything it tries can be made again.
 */
export interface HostileRound {
  /** Tries about `framesMax` frames and lets everything run that they lead to. @returns how many were tried. */
  batch(framesMax: number): Promise<number>
  /** Whether what is honest still works, after everything. */
  finish(): Promise<void>
}

export interface RoundDeps {
  random: SeededRandom
  /** Told of everything that must not be. */
  violation(what: string, bytes?: Uint8Array): void
}

export type OpenRound = (deps: RoundDeps) => Promise<HostileRound>
