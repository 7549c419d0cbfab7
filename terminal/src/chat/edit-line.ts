/** The composer's line: what stands in it, and where the cursor is, in characters as people count them. */
export interface EditLine {
  readonly before: string
  readonly after: string
}

export const emptyLine: EditLine = { before: '', after: '' }

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export interface EditKey {
  input: string
  leftArrow?: boolean
  rightArrow?: boolean
  backspace?: boolean
  delete?: boolean
  home?: boolean
  end?: boolean
  ctrl?: boolean
}

/** The line after a key. */
export function edited(line: EditLine, key: EditKey): EditLine {
  const { before, after } = line
  if (key.home || (key.ctrl && key.input === 'a')) return { before: '', after: before + after }
  if (key.end || (key.ctrl && key.input === 'e')) return { before: before + after, after: '' }
  if (key.ctrl && key.input === 'u') return { before: '', after }
  if (key.leftArrow) return { before: withoutLast(before), after: last(before) + after }
  if (key.rightArrow)
    return { before: before + first(after), after: after.slice(first(after).length) }
  // NOTE terminals send DEL for the backspace key, which ink reports as delete.
  if (key.backspace || key.delete) return { before: withoutLast(before), after }
  if (key.ctrl || key.input === '') return line
  return { before: before + typeable(key.input), after }
}

/** Ends of lines stay, other control characters do not: they would drive the terminal. */
function typeable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
}

export function first(text: string): string {
  for (const { segment } of segmenter.segment(text)) return segment
  return ''
}

function last(text: string): string {
  return text.slice(withoutLast(text).length)
}

function withoutLast(text: string): string {
  let end = 0
  for (const { index } of segmenter.segment(text)) end = index
  return text.slice(0, end)
}
