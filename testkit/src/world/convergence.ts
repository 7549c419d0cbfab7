import {
  accountSettingsOf,
  contactsOf,
  mutedForeverMs,
  scheduledOf,
  type ConversationSummary,
  type IM,
  type Message,
} from '@parley/client'
import { deletedRanges } from '../recorder/deleted-ranges.ts'
import type { Board } from './place.ts'
import type { WorldDevice } from './world-device.ts'

/** What everybody shows alike when all is at rest. @returns what is not so, as sentences. */
export function apart(devices: readonly WorldDevice[], board: Board): string[] {
  const told = new Told()
  for (const { name, account, im } of devices) {
    if (im === undefined) continue
    tellList(told, name, account, im)
    for (const one of im.conversations.getSnapshot()) {
      if (one.id === 0) continue
      tellCursors(told, name, account, one)
      tellGroup(told, name, account, one)
      tellOwn(told, { on: name, account, one, board })
      tellDeleted(told, name, account, im, one)
      // NOTE who has left is told nothing any more; a page hides it.
      if (board.burning.has(one.id) && !one.left && !board.isClockOff)
        told.problems.push(...stillThere(name, account, im, { one, board }))
    }
    tellContacts(told, name, account, im, board.accounts)
    tellSettings(told, name, account, im)
    const waiting = scheduledOf(im).all.getSnapshot()
    told.tell(
      `what waits for its time of ${account}`,
      name,
      waiting
        .map(({ id }) => id)
        .toSorted()
        .join(),
    )
    told.problems.push(...wronglySeen(name, account, im, { devices, board }))
  }
  return told.problems
}

/** One thing is told by several: all say the same. */
class Told {
  readonly problems: string[] = []
  readonly #known = new Map<string, { on: string; says: string }>()

  tell(what: string, on: string, says: string): void {
    const known = this.#known.get(what)
    if (known === undefined) this.#known.set(what, { on, says })
    else if (known.says !== says)
      this.problems.push(`apart: ${what} is ${known.says} on ${known.on}, ${says} on ${on}`)
  }
}

/** R8: both sides show the same cursors, on every device. */
function tellCursors(told: Told, on: string, account: number, one: ConversationSummary): void {
  const { id, peer, read, delivered, peerRead, peerDelivered } = one
  told.tell(`read/delivered in ${id} of ${account}`, on, `${read}/${delivered}`)
  if (peer !== 0)
    told.tell(`read/delivered in ${id} of ${peer}`, on, `${peerRead}/${peerDelivered}`)
}

/** What a group is, to everybody who is in it. */
function tellGroup(told: Told, on: string, account: number, one: ConversationSummary): void {
  const { id, group, left } = one
  if (group === undefined) return
  told.tell(`whether ${account} has left ${id}`, on, String(left))
  if (left) return
  const { name, announcement, owner, admins, members, settings, allMuted, dissolved } = group
  const facts = { name, announcement, owner, members, settings, allMuted, dissolved }
  told.tell(`group ${id}`, on, JSON.stringify({ ...facts, admins: admins.toSorted() }))
  const { role, mutedUntilMs, nickname, remark } = group
  told.tell(
    `${account} in group ${id}`,
    on,
    JSON.stringify({ role, mutedUntilMs, nickname, remark }),
  )
}

/** What belongs to an account and is shared by its devices. */
function tellOwn(
  told: Told,
  {
    on,
    account,
    one,
    board,
  }: { on: string; account: number; one: ConversationSummary; board: Board },
): void {
  const { id, unread, mentioned, draft, headSeq } = one
  const { pinned, mutedUntilMs, markedUnread, archived } = one
  told.tell(`unread in ${id} of ${account}`, on, `${unread} at ${headSeq}`)
  told.tell(`mention in ${id} of ${account}`, on, String(mentioned))
  told.tell(`draft in ${id} of ${account}`, on, draft)
  // NOTE what was not sent is on one device only.
  if (one.last === undefined || one.last.seq > 0)
    told.tell(`newest in ${id} of ${account}`, on, `${one.last?.seq} of ${one.timeMs}`)
  // NOTE whether a mute is over, and with it what is archived, is a matter of the server's time as the device knows it.
  const timed = board.isClockSet && mutedUntilMs < mutedForeverMs ? [] : [mutedUntilMs, archived]
  const own = [pinned, markedUnread, ...timed]
  told.tell(`what ${account} keeps of ${id} for itself`, on, own.join('/'))
}

/** R3.h: the same is gone on all devices of the account, from the list too. */
function tellDeleted(
  told: Told,
  on: string,
  account: number,
  im: IM,
  { id, last }: ConversationSummary,
): void {
  const ranges = deletedRanges(im, id)
  told.tell(`deleted in ${id} by ${account}`, on, ranges.map((range) => range.join('-')).join())
  const { seq = 0 } = last ?? {}
  if (seq > 0 && ranges.some(([from, to]) => from <= seq && seq <= to))
    told.problems.push(`apart: ${on} lists ${id} by ${seq}, which ${account} deleted for itself`)
}

/** R16.h: what somebody else has read burns soon. */
function stillThere(
  on: string,
  account: number,
  im: IM,
  { one, board }: { one: ConversationSummary; board: Board },
): string[] {
  const { log } = im.conversation(one.id).window.getSnapshot()
  const joinSeq = board.joins.get(`${account} ${one.id}`) ?? 0
  // NOTE what burnt while one was out of it is told to nobody who was: what lies before the last joining stays until a page is read.
  const hasRead = (seq: number): boolean => joinSeq <= seq && seq <= one.read
  const isLeft = ({ seq, sender, gone, content }: Message): boolean =>
    content.burnAfterMs > 0 && !gone && (sender === account ? seq <= one.peerRead : hasRead(seq))
  return log
    .filter(isLeft)
    .map(({ seq }) => `apart: ${on} still shows ${seq} of ${one.id}, which is to burn`)
}

/** R3: the same conversations, but for one that was hidden and holds on this device what was not sent. */
function tellList(told: Told, on: string, account: number, im: IM): void {
  const listed = im.conversations.getSnapshot().filter(({ id, hidden }) => id !== 0 && !hidden)
  const ids = listed.map(({ id }) => id).toSorted((a, b) => a - b)
  told.tell(`list of ${account}`, on, ids.join())
}

const otherSide = { none: 'none', contact: 'contact', asked: 'asking', asking: 'asked' } as const

/** R10.i: the same list on every device, and both sides fit together. */
function tellContacts(
  told: Told,
  on: string,
  account: number,
  im: IM,
  accounts: readonly number[],
): void {
  const all = contactsOf(im).all.getSnapshot()
  const list = all.map(({ account: other, state, remark, tags, blocked }) =>
    [other, state, remark, tags.join(), blocked].join(' '),
  )
  told.tell(`contacts of ${account}`, on, list.join('; '))
  for (const other of accounts) {
    const state = contactsOf(im).get(other)?.state ?? 'none'
    if (other === account) continue
    const plain = state === 'refused' || state === 'expired' ? 'none' : state
    const isFirst = account < other
    const says = isFirst ? plain : otherSide[plain]
    told.tell(`between ${Math.min(account, other)} and ${Math.max(account, other)}`, on, says)
  }
}

function tellSettings(told: Told, on: string, account: number, im: IM): void {
  const settings = accountSettingsOf(im).settings.getSnapshot()
  told.tell(`settings of ${account}`, on, JSON.stringify(settings))
}

/** P1, P3, P5: who is followed is shown as it is, to all but whom it blocked, unless it hides. */
function wronglySeen(
  on: string,
  viewer: number,
  im: IM,
  { devices, board }: { devices: readonly WorldDevice[]; board: Board },
): string[] {
  const watch = board.watching.get(on)
  if (watch?.im !== im) return []
  return watch.accounts.flatMap((account) => {
    const target = devices.find((device) => device.account === account)?.im
    if (target === undefined) return []
    const { status } = accountSettingsOf(target).settings.getSnapshot()
    const isHidden = status === 'invisible' || contactsOf(target).get(viewer)?.blocked === true
    const is = isHidden ? 'offline' : status
    const shown = im.presence(account)
    const shows =
      shown?.online === true ? shown.status : shown === undefined ? 'unknown' : 'offline'
    return is === shows ? [] : [`apart: ${on} shows ${account} as ${shows}, it is ${is}`]
  })
}

/** What the integrator was not told of what devices know. */
export function untold(
  devices: readonly WorldDevice[],
  told: ReadonlyMap<number, number>,
): string[] {
  const heads = new Map<number, number>()
  for (const { im } of devices)
    for (const { id, headSeq } of im?.conversations.getSnapshot() ?? [])
      heads.set(id, Math.max(headSeq, heads.get(id) ?? 0))
  return [...heads]
    .filter(([id, headSeq]) => id > 0 && (told.get(id) ?? 0) < headSeq)
    .map(([id, headSeq]) => `untold: ${id} goes to ${headSeq}, told to ${told.get(id) ?? 0}`)
}

/** What the server kept for later waits still, was refused when it was due and says so, or was sent. @returns what is not so. */
export function neverSent(
  kept: ReadonlyMap<string, number>,
  devices: readonly WorldDevice[],
  read: ReadonlySet<string>,
): string[] {
  return [...kept].flatMap(([id, account]) => {
    const im = devices.find((device) => device.account === account)?.im
    const isThere = im === undefined || scheduledOf(im).get(id) !== undefined
    return isThere || read.has(id) ? [] : [`never sent: ${id}, which was kept for ${account}`]
  })
}
