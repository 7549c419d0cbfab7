/** Chance, as everything below `app/` sees it. */
export interface Random {
  /** Fills and returns `bytes`, fit for secrets. */
  fill(bytes: Uint8Array): Uint8Array
  /** At least 0, below 1. For jitter, not for secrets. */
  unit(): number
}

/** A fresh id for an account, device, conversation or session: 1 to 2^52 − 1, not guessable from another. */
export function randomId(random: Random): number {
  const bytes = random.fill(new Uint8Array(7))
  let id = (bytes[0] ?? 0) & 15
  for (let index = 1; index < 7; index += 1) id = id * 256 + (bytes[index] ?? 0)
  return id === 0 ? 1 : id
}
