import { contactsOf } from '@parley/client'
import type { DeedKind } from '../checker/history.ts'
import { quietly, type Place } from './place.ts'
import { saySomething } from './talk-acts.ts'

/** A block ends soon: it should not silence a world. */
const blockMs = { low: 1_000, high: 8_000 }

/** What people do to those whom they know. */
export function changeContacts(place: Place): void {
  const { im, peer, random, word } = place
  if (peer === undefined) return saySomething(place)
  const contacts = contactsOf(im)
  if (contacts.get(peer)?.blocked === true && random.chance(0.6)) return setBlocked(place, false)
  const acts: readonly (readonly [number, () => void])[] = [
    [5, () => quietly(contacts.request(peer, { greeting: word() }))],
    [5, () => quietly(contacts.accept(peer))],
    [2, () => quietly(contacts.refuse(peer))],
    [2, () => quietly(contacts.withdraw(peer))],
    [1, () => quietly(contacts.remove(peer))],
    [3, () => quietly(contacts.set(peer, { remark: word(), tags: [word()] }))],
    [3, () => setBlocked(place, true)],
    [1, () => setBlocked(place, false)],
  ]
  random.weighted(acts)()
}

function setBlocked(place: Place, isBlocked: boolean): void {
  const { im, peer = 0, recorder } = place
  const contacts = contactsOf(im)
  const what: DeedKind = isBlocked ? 'block' : 'unblock'
  const done = isBlocked ? contacts.block(peer) : contacts.unblock(peer)
  void recorder.did({ what, conversation: 0, accounts: [peer], text: '' }, done)
  if (!isBlocked) return
  place.board.blocks.add(`${im.me?.account} ${peer}`)
  place.board.look()
  place.later(blockMs.low, blockMs.high, () => setBlocked(place, false))
}
