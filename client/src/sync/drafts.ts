import type { Target } from '../base/model.ts'
import type { AccountItems } from './account-items.ts'
import type { ConversationRecord } from './conversation-record.ts'
import { fromUtf8, utf8 } from '../base/bytes.ts'
import { remembered } from '../base/remembered.ts'

type Place = Pick<ConversationRecord, 'id' | 'peer'>

const prefix = 'draft:'
/** Of a direct conversation that does not exist yet. */
const peerMark = '@'
const keyOf = remembered((id: number) => `${prefix}${id}`)
const peerKey = remembered((peer: number) => `${prefix}${peerMark}${peer}`)

/** What was begun before a conversation existed stands until it is changed. */
export function draftOf(items: Pick<AccountItems, 'get'>, { id, peer }: Place): string {
  const text = items.get(keyOf(id)) ?? items.get(peerKey(peer))
  return text === undefined ? '' : fromUtf8(text)
}

export function setDraft(items: AccountItems, { id, peer }: Place, text: string): void {
  if (id > 0) items.setSoon(keyOf(id), utf8(text))
  else if (peer > 0) items.setSoon(peerKey(peer), utf8(text))
  if (id > 0 && items.get(peerKey(peer)) !== undefined)
    items.setSoon(peerKey(peer), new Uint8Array())
}

/** Whose draft an item of the account log is; undefined: it is something else. */
export function draftTarget(key: string): Target | undefined {
  if (!key.startsWith(prefix)) return undefined
  const place = key.slice(prefix.length)
  return place.startsWith(peerMark)
    ? { account: Number(place.slice(peerMark.length)) }
    : { conversation: Number(place) }
}
