import { entryKinds, groupsOf, type IM, mayInGroup, type Message } from '@parley/client/browser'
import type { Text } from '../../i18n/use-text.ts'
import type { MenuAction } from '../../kit/menu.tsx'
import type { Chat } from '../chat-context.ts'
import { saveFile } from '../attachments/save-file.ts'

export interface ActionsInput {
  im: IM
  chat: Chat
  text: Text
  message: Message
  onRecall: () => void
  onDelete: () => void
  onForward: () => void
  onReaders: () => void
}

/** Kinds whose text is the sender's own words. */
const worded: readonly number[] = [
  entryKinds.text,
  entryKinds.image,
  entryKinds.video,
  entryKinds.file,
]

export const mayEdit = ({ mine, gone, seq, kind }: Message): boolean =>
  mine && !gone && seq > 0 && worded.includes(kind)

/** What is offered for a message. The server decides: what it refuses is said in words. */
export function actionsFor({ im, chat, text, message, ...on }: ActionsInput): MenuAction[] {
  const { conversation, isClosed } = chat
  const isStored = message.seq > 0 && !isClosed
  const files = message.content.attachments ?? []
  const [first] = files
  const actions: (MenuAction | false)[] = [
    isStored && {
      id: 'reply',
      label: text('act.reply'),
      icon: 'reply',
      onAction: () => chat.reply(message),
    },
    message.text !== '' && {
      id: 'copy',
      label: text('act.copy'),
      icon: 'copy',
      onAction: () => void navigator.clipboard?.writeText(message.text).catch(() => {}),
    },
    message.seq > 0 &&
      !message.content.burnAfterMs && {
        id: 'forward',
        label: text('act.forward'),
        icon: 'forward',
        onAction: on.onForward,
      },
    isStored &&
      mayPin(chat) && {
        id: 'pin',
        label: text(message.pinned === true ? 'act.unpin' : 'act.pin'),
        icon: 'pin',
        onAction: () =>
          chat.acts.run('pin', () =>
            message.pinned === true
              ? conversation.unpin(message.seq)
              : conversation.pin(message.seq),
          ),
      },
    message.seq > 0 &&
      message.mine &&
      chat.isGroup && {
        id: 'readers',
        label: text('readers.title'),
        icon: 'ticks',
        onAction: on.onReaders,
      },
    files.length === 1 &&
      message.seq > 0 && {
        id: 'save',
        label: text('act.save'),
        icon: 'download',
        onAction: () => void saveFile(im, conversation.id, first ?? {}).catch(() => {}),
      },
    mayEdit(message) &&
      !isClosed && {
        id: 'edit',
        label: text('act.edit'),
        icon: 'edit',
        onAction: () => chat.edit(message),
      },
    isStored &&
      mayRecall(im, chat, message) && {
        id: 'recall',
        label: text('act.recall'),
        icon: 'recall',
        look: 'danger',
        onAction: on.onRecall,
      },
    message.seq > 0 && {
      id: 'delete',
      label: text('keep.deleteForMe'),
      icon: 'discard',
      look: 'danger',
      onAction: on.onDelete,
    },
  ]
  return actions.filter((action) => action !== false)
}

function mayPin({ conversation }: Chat): boolean {
  const { group } = conversation.summary.getSnapshot()
  return group === undefined || mayInGroup('pin', group.role, group.settings)
}

function mayRecall(im: IM, { conversation }: Chat, message: Message): boolean {
  if (message.mine) return true
  const { group } = conversation.summary.getSnapshot()
  if (group === undefined) return false
  const target = groupsOf(im).member(conversation.id, message.sender)?.role ?? 0
  return mayInGroup('recallOthers', group.role, group.settings, target)
}
