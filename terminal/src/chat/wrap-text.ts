import { displayWidth, graphemes, graphemeWidth } from './display-width.ts'

/**
 * Text as rows of at most `columns`: broken at spaces and beside wide characters, in the middle of a word only where it
 * is longer than a row; never inside a character.
 */
export function wrapText(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line.replaceAll('\t', '    '), columns))
}

/** What may not begin a row. */
const closing = /^[,.!?;:)\]}、。，．！？；：）］｝」』】》〉…]/

function wrapLine(text: string, columns: number): string[] {
  const rows: string[] = []
  let row = ''
  let width = 0
  let breakAt = 0
  let lastStart = 0
  for (const grapheme of graphemes(text)) {
    const own = graphemeWidth(grapheme)
    const isWide = own === 2
    if (closing.test(grapheme)) {
      if (breakAt === row.length) breakAt = lastStart
    } else if (isWide) breakAt = row.length
    if (width + own > columns) {
      if (grapheme === ' ') {
        rows.push(row)
        row = ''
        width = 0
        breakAt = 0
        continue
      }
      const end = breakAt > 0 ? breakAt : row.length
      rows.push(row.slice(0, end).trimEnd())
      row = row.slice(end)
      width = displayWidth(row)
      breakAt = 0
    }
    lastStart = row.length
    row += grapheme
    width += own
    if (isWide || grapheme === ' ') breakAt = row.length
  }
  return [...rows, row]
}
