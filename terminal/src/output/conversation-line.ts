import { mutedForeverMs, type parley } from '@parley/protocol'
import { localTime } from './clock-time.ts'
import type { Output } from './output.ts'
import { plainText } from './plain-text.ts'

type Wire = parley.v1.IConversation

export interface ConversationJson {
  conversation: string
  /** Of a direct conversation; else null. */
  handle: string | null
  /** Of a group; else null. */
  group: string | null
  remark: string
  head: number
  unread: number
  pinned: number
  muted: boolean
  /** Null: it is not muted, or for ever. */
  mutedUntil: string | null
  markedUnread: boolean
  archived: boolean
  hidden: boolean
  left: boolean
}

/** What holds at `nowMs` of what the account keeps of it. */
export function conversationJson(
  wire: Wire,
  handleOf: (account: number) => string,
  nowMs: number,
): ConversationJson {
  const { own, group, peer, headCount, read } = wire
  const until = own?.mutedUntilMs ?? 0
  const muted = until > nowMs
  const count = headCount ?? 0
  const archivedBelow = own?.archivedBelow ?? 0
  return {
    conversation: String(wire.conversation ?? 0),
    handle: peer ? handleOf(peer) : null,
    group: group ? (group.name ?? '') : null,
    remark: group?.remark ?? '',
    head: wire.headSeq ?? 0,
    unread: wire.unread ?? 0,
    pinned: own?.pinned ?? 0,
    muted,
    mutedUntil: muted && until < mutedForeverMs ? new Date(until).toISOString() : null,
    markedUnread: (read ?? 0) < (own?.unreadBelow ?? 0),
    archived: count < archivedBelow || (archivedBelow > 0 && muted),
    hidden: count < (own?.hiddenBelow ?? 0),
    left: wire.left ?? false,
  }
}

export function conversationText(output: Output, line: ConversationJson): string {
  const { conversation, handle, group, remark, unread, mutedUntil } = line
  const called = handle ?? plainText(group ?? '')
  const name = remark === '' ? called : `${plainText(remark)} (${called})`
  const until = mutedUntil === null ? '' : ` until ${localTime(Date.parse(mutedUntil))}`
  return [
    `${output.style('bold', name)}  #${conversation}`,
    unread > 0 ? `${unread} unread` : line.markedUnread ? 'marked unread' : '',
    line.pinned > 0 ? 'pinned' : '',
    line.muted ? `muted${until}` : '',
    line.archived ? 'archived' : '',
    line.hidden ? 'hidden' : '',
    line.left ? 'left' : '',
  ]
    .filter((part) => part !== '')
    .join('  ')
}

/** As the list of every device: pinned ones first, then the newest. */
export function listOrder(a: Wire, b: Wire): number {
  const place = ({ own }: Wire) => own?.pinned ?? 0
  return place(b) - place(a) || (b.headTimeMs ?? 0) - (a.headTimeMs ?? 0)
}
