import { judged, type Piece, type PieceResult } from './piece.ts'

export interface Row {
  piece: Pick<Piece, 'name' | 'promise'>
  result: PieceResult
  seed: number
  seconds: number
}

const columns = ['piece', 'promise', 'tried', 'violations', 'seed', 'seconds']

/** As Markdown: it can go into a document as it is. What was skipped counts for nothing, and says so. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ piece, result, seed, seconds }) => [
    piece.name,
    piece.promise,
    result.kind === 'ran' ? triedText(result.tried) : `skipped: ${result.why}`,
    result.kind === 'ran' ? String(violationsOf(result).length) : '–',
    String(seed),
    String(Math.round(seconds)),
  ])
  const rule = columns.map(() => '---')
  return [columns, rule, ...lines].map((cells) => `| ${cells.map(plain).join(' | ')} |`).join('\n')
}

export function violationsOf(result: PieceResult): readonly string[] {
  const whole = judged(result)
  return whole.kind === 'ran' ? whole.violations : []
}

function triedText(tried: Readonly<Record<string, number>>): string {
  const parts = Object.entries(tried).map(([what, count]) => `${grouped(count)} ${what}`)
  return parts.join(', ')
}

const grouped = (count: number) => count.toLocaleString('en-US')

/** Without what would end a cell or a line. */
const plain = (cell: string) => cell.replaceAll('|', '/').replaceAll(/\s+/g, ' ')
