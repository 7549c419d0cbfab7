import { entryKinds, type Message } from '@parley/client/browser'
import type { Text } from '../i18n/use-text.ts'
import type { NameOf } from '../session/use-names.ts'
import { noticeWords } from './notice-words.ts'

type Said = Pick<Message, 'kind' | 'text' | 'content'>

/** What stands before the caption of a message of a special kind. */
const labels: Readonly<Record<number, (text: Text, message: Said) => string>> = {
  [entryKinds.image]: (text, { content: { attachments } }) => {
    const count = attachments?.length ?? 0
    return count > 1 ? text('kind.images', { count }) : text('kind.image')
  },
  [entryKinds.voice]: (text) => text('kind.voice'),
  [entryKinds.video]: (text) => text('kind.video'),
  [entryKinds.file]: (text, { content: { attachments } }) =>
    text('kind.file', { name: attachments?.[0]?.name ?? '' }),
  [entryKinds.location]: (text, { content: { location } }) =>
    text('kind.location', { name: location?.name ?? '' }),
  [entryKinds.card]: (text) => text('kind.card'),
  [entryKinds.forward]: (text, { content: { forward } }) =>
    text('kind.forward', { title: forward?.title ?? '' }),
}

/** These say by their text all that there is to say. */
const fallbackSaysIt: readonly number[] = [entryKinds.location, entryKinds.card, entryKinds.forward]

/** A message in one line: in the list, in a quote, for screen readers. */
export function previewOf(text: Text, message: Message, nameOf: NameOf): string {
  if (message.gone) return recalledWords(text, message, nameOf)
  if (message.kind === entryKinds.notice) return noticeWords(text, nameOf, message)
  return contentPreview(text, message)
}

export function contentPreview(text: Text, message: Said): string {
  const said = message.text.trim()
  const label = labels[message.kind]?.(text, message).trim() ?? ''
  if (said === '') return label === '' ? text('kind.unknown') : label
  if (label === '' || fallbackSaysIt.includes(message.kind)) return said
  return `${label} ${said}`
}

function recalledWords(text: Text, message: Message, nameOf: NameOf): string {
  if (!message.recalled) return text('chat.gone')
  if (message.mine) return text('recalled.own')
  return text('recalled.other', { name: nameOf(message.sender) })
}
