import { createElement as h, type ReactNode } from 'react'
import { Box, Text } from 'ink'
import type { ConversationSummary } from '@parley/client/node'
import { plainText } from '../output/plain-text.ts'
import type { ChatText } from './chat-text.ts'

export const listColumns = 26

/** Whom one talks with, pinned ones first, then the newest; what is archived comes last. */
export function conversationPane(input: {
  summaries: readonly ConversationSummary[]
  current: string | undefined
  isOnline(account: number): boolean
  rows: number
  text: ChatText
}): ReactNode {
  const { current, isOnline, rows, text } = input
  const summaries = archivedLast(input.summaries)
  const room = Math.max(1, Math.floor((rows - 1) / 2))
  // NOTE the one that is shown stays in sight, however far down it stands.
  const at = summaries.findIndex(({ key }) => key === current)
  const start = Math.max(0, at - room + 1)
  const shown = summaries.slice(start, start + room)
  const border = {
    borderStyle: 'single',
    borderTop: false,
    borderBottom: false,
    borderLeft: false,
    borderDimColor: true,
  } as const
  return h(
    Box,
    {
      flexDirection: 'column',
      width: listColumns,
      flexShrink: 0,
      overflow: 'hidden',
      paddingRight: 1,
      ...border,
    },
    h(Text, { key: 'title', bold: true }, text.conversations),
    ...shown.map((summary) => {
      const isCurrent = summary.key === current
      const unread =
        summary.unread > 0 ? ` (${summary.unread})` : summary.markedUnread ? ' (•)' : ''
      const isLoud = unread !== '' && !summary.muted && !summary.archived
      const dot = isOnline(summary.peer) ? '●' : ' '
      return h(
        Box,
        { key: summary.key, flexDirection: 'column' },
        h(
          Text,
          { wrap: 'truncate', bold: isLoud, dimColor: summary.archived, inverse: isCurrent },
          h(Text, { color: 'green' }, dot),
          ` ${summary.pinned > 0 ? '▲ ' : ''}${nameOf(summary)}${summary.muted ? ' ∅' : ''}${unread}`,
        ),
        h(Text, { wrap: 'truncate', dimColor: true }, `  ${preview(summary)}`),
      )
    }),
  )
}

function archivedLast(summaries: readonly ConversationSummary[]): readonly ConversationSummary[] {
  if (!summaries.some(({ archived }) => archived)) return summaries
  return [
    ...summaries.filter(({ archived }) => !archived),
    ...summaries.filter(({ archived }) => archived),
  ]
}

export function nameOf({ group, peerProfile, peer }: ConversationSummary): string {
  const name = group?.remark || group?.name || peerProfile?.displayName || peerProfile?.handle
  return plainText(name || String(peer)).replaceAll('\n', ' ')
}

function preview({ last }: ConversationSummary): string {
  return plainText(last?.text ?? '').replaceAll('\n', ' ')
}
