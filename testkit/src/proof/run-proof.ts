import type { Piece, PieceResult } from './piece.ts'
import type { runPiece } from './run-piece.ts'
import { tableOf, violationsOf, type Row } from './table.ts'

/** All of it; a piece that has not begun by then is a violation, too: its promise was not tried. */
const proofMsMax = 900_000

export interface ProofInput {
  pieces: readonly Pick<Piece, 'name' | 'promise' | 'msMax'>[]
  seed: number
  signal: AbortSignal
  runPiece: typeof runPiece
  nowMs: () => number
  print(text: string): void
}

/** One piece after the other, all of them whatever is found; then the table. @returns whether nothing was found. */
export async function runProof(input: ProofInput): Promise<boolean> {
  const { pieces, seed, signal, nowMs, print } = input
  const startMs = nowMs()
  const rows: Row[] = []
  for (const piece of pieces) {
    const beganMs = nowMs()
    const leftMs = startMs + proofMsMax - beganMs
    print(`${piece.name}: ${piece.promise}`)
    const msMax = Math.min(piece.msMax, leftMs)
    const result: PieceResult =
      msMax > 0 && !signal.aborted
        ? await input.runPiece(piece, { seed, msMax, signal })
        : { kind: 'ran', tried: {}, violations: [`${piece.name} was not begun`] }
    rows.push({ piece, result, seed, seconds: (nowMs() - beganMs) / 1_000 })
  }
  print(`\n${tableOf(rows)}\n`)
  for (const { piece, result } of rows) {
    if (result.kind === 'skipped') print(`SKIPPED: ${piece.name}: ${result.why}`)
    for (const violation of violationsOf(result)) print(`VIOLATION: ${piece.name}: ${violation}`)
  }
  const found = rows.reduce((sum, { result }) => sum + violationsOf(result).length, 0)
  const ranCount = rows.filter(({ result }) => result.kind === 'ran').length
  const seconds = Math.round((nowMs() - startMs) / 1_000)
  print(
    `${ranCount} of ${rows.length} pieces ran in ${seconds} s, seed ${seed}: ${found} violations`,
  )
  return found === 0
}
