import { createElement as h, type ReactNode } from 'react'
import { Box, Text } from 'ink'
import type { ChatLine } from './message-lines.ts'

/** Rows that are laid out at most: more than any screen is high. */
const rowsMax = 120

/** Messages, the newest at the bottom; `back` of them are scrolled away below. */
export function messagePane(input: {
  lines: readonly ChatLine[]
  back: number
  empty: string
}): ReactNode {
  const { lines, back, empty } = input
  const end = Math.max(0, lines.length - back)
  const shown = lines.slice(Math.max(0, end - rowsMax), end)
  const rows =
    shown.length === 0 ? [h(Text, { key: 'empty', dimColor: true }, empty)] : shown.map(row)
  return h(
    Box,
    { flexDirection: 'column', flexGrow: 1, overflow: 'hidden', justifyContent: 'flex-end' },
    ...rows,
  )
}

function row(line: ChatLine): ReactNode {
  if (line.kind === 'day')
    return h(
      Box,
      { key: line.key, justifyContent: 'center', flexShrink: 0, marginTop: 1 },
      h(Text, { dimColor: true }, `── ${line.text} ──`),
    )
  const mark = line.mark === '' ? '' : ` ${line.mark}`
  const side = line.mine ? 'flex-end' : 'flex-start'
  return h(
    Box,
    {
      key: line.key,
      flexShrink: 0,
      justifyContent: side,
      paddingLeft: line.mine ? 8 : 0,
      paddingRight: line.mine ? 0 : 8,
    },
    h(
      Text,
      { wrap: 'wrap' },
      h(Text, line.mine ? { color: 'cyan' } : {}, line.text),
      h(Text, { dimColor: true }, `  ${line.time}`),
      h(Text, markStyle(line), mark),
    ),
  )
}

function markStyle({ isRead, mark }: ChatLine): { color?: string; dimColor?: boolean } {
  if (mark.startsWith('!')) return { color: 'red' }
  return isRead ? { color: 'blue' } : { dimColor: true }
}
