import { entryKinds, groupRoles, type Message, noticeOf, noticeTypes } from '@parley/client/browser'
import type { MessageId } from '../i18n/catalog/en.ts'
import type { Text } from '../i18n/use-text.ts'
import type { NameOf } from '../session/use-names.ts'

/** So many are named; the others are counted. */
const namedMax = 5

interface Told {
  value: number
  title: string
  /** Did it to oneself. */
  isOwn: boolean
}

const switched = (on: MessageId, off: MessageId) => (isOn: boolean) => (isOn ? on : off)
const muted = switched('notice.muted', 'notice.unmuted')
const allMuted = switched('notice.allMuted', 'notice.allUnmuted')
const announced = switched('notice.announced', 'notice.unannounced')
const nickname = switched('notice.nickname', 'notice.noNickname')
const admin = switched('notice.admin', 'notice.noAdmin')

const words: Readonly<Record<number, (told: Told) => MessageId>> = {
  [noticeTypes.groupCreated]: () => 'notice.created',
  [noticeTypes.membersAdded]: () => 'notice.added',
  [noticeTypes.memberJoined]: () => 'notice.joined',
  [noticeTypes.memberLeft]: () => 'notice.left',
  [noticeTypes.membersRemoved]: ({ isOwn }) => (isOwn ? 'notice.left' : 'notice.removed'),
  [noticeTypes.ownerChanged]: () => 'notice.owner',
  [noticeTypes.roleChanged]: ({ value }) => admin(value === groupRoles.admin),
  [noticeTypes.nameChanged]: () => 'notice.renamed',
  [noticeTypes.avatarChanged]: () => 'notice.avatar',
  [noticeTypes.announcementChanged]: ({ title }) => announced(title !== ''),
  [noticeTypes.memberMuted]: ({ value }) => muted(value > 0),
  [noticeTypes.allMuted]: ({ value }) => allMuted(value === 1),
  [noticeTypes.dissolved]: () => 'notice.dissolved',
  [noticeTypes.settingsChanged]: () => 'notice.settings',
  [noticeTypes.nicknameChanged]: ({ title }) => nickname(title !== ''),
}

export const isNotice = ({ kind }: Pick<Message, 'kind'>): boolean => kind === entryKinds.notice

/** What a notice says, in the words of the page's language. */
export function noticeWords(text: Text, nameOf: NameOf, message: Message): string {
  const notice = noticeOf(message)
  const wordsOf = notice === undefined ? undefined : words[notice.type]
  if (notice === undefined || wordsOf === undefined)
    return message.text === '' ? text('notice.other') : message.text
  const { accounts, value, text: title } = notice
  const isOwn = accounts.length === 1 && accounts[0] === message.sender
  const concerned = accounts.length > 0 ? accounts : [message.sender]
  return text(wordsOf({ value, title, isOwn }), {
    name: nameOf(message.sender),
    names: namesOf(text, nameOf, concerned),
    title,
  })
}

/** Ann, Bob and 3 others */
export function namesOf(text: Text, nameOf: NameOf, accounts: readonly number[]): string {
  const separator = text('names.separator')
  const named = accounts.slice(0, namedMax).map(nameOf).join(separator)
  const more = accounts.length - namedMax
  return more > 0 ? text('names.and', { names: named, count: more }) : named
}
