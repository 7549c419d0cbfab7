import { measureFlips, PeerScreens, type FlipInput, type FlipResult, type Shown } from './flips.ts'
import { peerUser, PeerCrowd, quiet } from './crowd.ts'
import { attributeOf, textOf } from './stanzas.ts'
import type { PeerAt, PeerUser } from './user.ts'
import { contactsEach, contactsOf } from './xmpp.ts'

export interface PeerPresenceInput extends Omit<FlipInput, 'serverPid'> {
  at: PeerAt
}

export interface PeerPresenceResult extends FlipResult {
  faults: string[]
}

const openingMax = 64
const prefix = 'c'

/** Everybody is online, and told of its contacts by roster; some change what they show. */
export async function peerPresenceLoad(input: PeerPresenceInput): Promise<PeerPresenceResult> {
  const { at, users } = input
  using crowd = new PeerCrowd()
  const screens = new PeerScreens()
  const byNumber: PeerUser[] = []
  await crowd.join(users, openingMax, async (number, lost) => {
    const user = peerUser(at, `${prefix}${number}`, {
      lost,
      presence: (stanza) => {
        const other = numberOf(attributeOf(stanza, 'from'))
        // NOTE a server tells a user of itself, too.
        if (other === number) return
        screens.tell(number, other, shownBy(stanza))
      },
    })
    byNumber[number] = user
    await user.visit(undefined, 0)
    return user
  })
  await quiet(at.serverPid)
  const { serverPid } = at
  const result = await measureFlips({ ...input, serverPid }, screens, (user, shown) =>
    byNumber[user]?.show(shown === 'busy'),
  )
  const faults = screens.audit(users, (user) => contactsOf(user, users))
  if (result.told !== contactsEach * result.flips)
    faults.push(`${result.flips} changes were told ${result.told} times`)
  if (crowd.lost > 0) faults.push(`${crowd.lost} connections were lost`)
  return { ...result, faults }
}

const numberOf = (address = '') => Number(address.slice(prefix.length).split('@')[0])

function shownBy(stanza: string): Shown {
  if (attributeOf(stanza, 'type') !== undefined) return 'offline'
  return textOf(stanza, 'show') === 'dnd' ? 'busy' : 'online'
}
