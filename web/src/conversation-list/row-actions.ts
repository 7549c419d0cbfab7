import { type ConversationSummary, mutedForeverMs } from '@parley/client/browser'
import type { Text } from '../i18n/use-text.ts'
import type { MenuAction } from '../kit/menu.tsx'
import type { Keeper, Keeping } from './use-keeping.ts'

const hourMs = 3_600_000
const mutes = {
  hour: () => Date.now() + hourMs,
  workday: () => Date.now() + 8 * hourMs,
  ever: () => mutedForeverMs,
} as const
const muteNames = Object.keys(mutes) as (keyof typeof mutes)[]

export interface RowActionsInput {
  text: Text
  summary: ConversationSummary
  keeper: Keeper
  /** Sets it, and looks after the focus of a row that goes. */
  keep: (input: Keeping) => void
  onHide: () => void
}

/** What one can keep of a conversation for oneself. */
export function rowActions({ text, summary, keeper, keep, onHide }: RowActionsInput): MenuAction[] {
  const { pinned, muted, unread, markedUnread, archived } = summary
  const isPinned = pinned > 0
  const isUnread = unread > 0 || markedUnread
  return [
    {
      id: 'pin',
      label: text(isPinned ? 'keep.unpin' : 'keep.pin'),
      icon: 'pin',
      onAction: () => keep({ pinned: !isPinned }),
    },
    {
      id: 'read',
      label: text(isUnread ? 'keep.markRead' : 'keep.markUnread'),
      icon: isUnread ? 'ticks' : 'unread',
      onAction: () => (isUnread ? keeper.markRead(summary) : keep({ markedUnread: true })),
    },
    ...(muted
      ? [
          {
            id: 'unmute',
            label: text('keep.unmute'),
            icon: 'bell' as const,
            onAction: () => keep({ mutedUntilMs: 0 }),
          },
        ]
      : muteNames.map((lasts) => ({
          id: `mute ${lasts}`,
          label: text(`keep.mute.${lasts}`),
          icon: lasts === 'ever' ? ('bellOff' as const) : ('clock' as const),
          onAction: () => keep({ mutedUntilMs: mutes[lasts]() }),
        }))),
    {
      id: 'archive',
      label: text(archived ? 'keep.unarchive' : 'keep.archive'),
      icon: archived ? 'unarchive' : 'archive',
      onAction: () => keep({ archived: !archived }),
    },
    {
      id: 'hide',
      label: text('keep.hide'),
      icon: 'discard',
      look: 'danger',
      onAction: onHide,
    },
  ]
}
