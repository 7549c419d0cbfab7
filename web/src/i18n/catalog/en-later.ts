/** Sending in other ways than at once, and who has read what was sent. */
export const enLater = {
  'later.options': 'Send later or burn',
  'later.send': 'Send later…',
  'later.title': 'Send later',
  'later.changeTitle': 'Change the time',
  'later.when': 'When',
  'later.inHour': 'In an hour',
  'later.evening': 'This evening',
  'later.tomorrow': 'Tomorrow morning',
  'later.do': 'Schedule',
  'later.past': 'Choose a time to come.',
  'later.tooFar': 'That is too far ahead.',
  'later.waiting':
    '{count, plural, one {# message waits for its time} other {# messages wait for their time}}',
  'later.failedCount':
    '{count, plural, one {# message was not sent at its time} other {# messages were not sent at their time}}',
  'later.list': 'Waiting for their time',
  'later.none': 'Nothing waits here.',
  'later.actionsOf': 'What to do with: {text}',
  'later.now': 'Send now',
  'later.change': 'Change the time',
  'later.cancel': 'Delete',
  'later.notSent': 'Not sent: {reason}',

  'burn.after': 'Burn {time} after reading',
  'burn.off': 'Do not burn',
  'burn.bar': 'Burns {time} after it is read',
  'burn.cancel': 'Do not burn',
  'burn.left': 'Burns in {time}',

  'readers.title': 'Who has read it',
  'readers.read': 'Read ({count})',
  'readers.unread': 'Not yet ({count})',
  'readers.nobody': 'Nobody has read it yet.',
  'readers.everybody': 'Everybody has read it.',
  'readers.more': 'Show more',
} as const
