/** What an account keeps of a conversation or a message for itself. */
export const enKeep = {
  'keep.actions': 'More',
  'keep.actionsOf': 'Menu of {name}',
  'keep.pin': 'Pin to the top',
  'keep.unpin': 'Unpin',
  'keep.markUnread': 'Mark as unread',
  'keep.markRead': 'Mark as read',
  'keep.mute.hour': 'Mute for 1 hour',
  'keep.mute.workday': 'Mute for 8 hours',
  'keep.mute.ever': 'Mute until I unmute',
  'keep.unmute': 'Unmute',
  'keep.archive': 'Archive',
  'keep.unarchive': 'Bring back to the list',
  'keep.hide': 'Delete from my list',
  'keep.hideTitle': 'Delete {name} from your list?',
  'keep.hideHint':
    'It comes back with the next message. The messages stay, and nobody else notices anything.',
  'keep.hideDo': 'Delete',
  'keep.pinned': 'pinned',
  'keep.muted': 'muted',
  'keep.marked': 'marked as unread',
  'keep.archived': 'Archived',
  'keep.archivedCount':
    '{count, plural, one {# conversation is archived} other {# conversations are archived}}',
  'keep.noArchived': 'Nothing is archived',
  'keep.noArchivedHint':
    'What you archive is kept here until a new message comes; while it is muted, it stays.',
  'keep.pinLimit': 'No more conversations can be pinned. Unpin another one first.',
  'keep.deleteForMe': 'Delete for me',
  'keep.deleteForMeTitle': 'Delete this message for yourself?',
  'keep.deleteForMeHint': 'It is gone on all your devices. Others in the conversation keep it.',
  'keep.deleteForMeDo': 'Delete',
} as const
