/** Chance, as the core sees it. */
export interface Random {
  /** Fills and returns `bytes`, fit for ids that nobody may guess. */
  fill(bytes: Uint8Array): Uint8Array
  /** At least 0, below 1. For jitter. */
  unit(): number
}
