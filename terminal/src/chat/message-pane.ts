import { createElement as h, type ReactNode } from 'react'
import { Box, Text } from 'ink'
import type { MessageRow } from './message-rows.ts'

/** A part of the rows, the newest at the bottom; `back` of them are scrolled away below. */
export function messagePane(input: {
  rows: readonly MessageRow[]
  height: number
  back: number
  empty: string
}): ReactNode {
  const { rows, height, back, empty } = input
  const end = rows.length - back
  const shown = rows.slice(Math.max(0, end - height), end)
  const lines =
    shown.length === 0 ? [h(Text, { key: 'empty', dimColor: true }, empty)] : shown.map(line)
  return h(
    Box,
    { flexDirection: 'column', height, flexShrink: 0, justifyContent: 'flex-end' },
    ...lines,
  )
}

const styles: Partial<Record<MessageRow['kind'], object>> = {
  day: { dimColor: true },
  name: { bold: true },
  mine: { color: 'cyan' },
}

function line({ key, kind, indent, text, tail, isRead }: MessageRow): ReactNode {
  if (kind === 'blank') return h(Text, { key }, ' ')
  const style = styles[kind] ?? {}
  const tailStyle =
    kind === 'failed'
      ? { color: 'red' }
      : isRead && kind === 'mine'
        ? { color: 'blue' }
        : { dimColor: true }
  return h(
    Text,
    { key, wrap: 'truncate' },
    ' '.repeat(indent),
    h(Text, style, text),
    h(Text, tailStyle, tail),
  )
}
