/** What a piece did, as numbers with their words; the first says how much was tried, and 0 of it proves nothing. */
export type Tried = Record<string, number>

export type PieceResult =
  | { kind: 'ran'; tried: Tried; violations: string[] }
  | { kind: 'skipped'; why: string }

/** One harness, called with small numbers. */
export interface Piece {
  name: string
  /** What it shows to hold, in a sentence without an end. */
  promise: string
  /** Longer than this it hangs: a violation. */
  msMax: number
  run(seed: number, log: (text: string) => void): Promise<PieceResult>
}

export const ran = (tried: Tried, violations: string[]): PieceResult => ({
  kind: 'ran',
  tried,
  violations,
})

/** A run that tried nothing is none that found nothing. */
export function judged(result: PieceResult): PieceResult {
  if (result.kind === 'skipped') return result
  const [first] = Object.entries(result.tried)
  if (first !== undefined && first[1] > 0) return result
  return { ...result, violations: [...result.violations, 'nothing was tried: this proves nothing'] }
}
