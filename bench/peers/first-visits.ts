import { peerUser, PeerCrowd, quiet } from './crowd.ts'
import type { Known, PeerAt } from './user.ts'

export interface Visitors {
  at: PeerAt
  /** They are called `prefix` and a number from 0 on. */
  prefix: 'u' | 'c'
  users: number
  /** Each has so many, by its roster. */
  contacts: number
  /** How many open at once. */
  openingMax: number
}

/** Each comes once; then all are killed, and the server has come to rest. @returns what they know, by name. */
export async function firstVisits(
  { at, prefix, users, contacts, openingMax }: Visitors,
  faults: string[],
): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  using crowd = new PeerCrowd()
  await crowd.join(users, openingMax, async (number, lost) => {
    const user = peerUser(at, `${prefix}${number}`, { lost })
    const found = await user.visit(undefined, 0)
    if (found.contacts !== contacts) faults.push(`${user.name} has ${found.contacts} contacts`)
    known.set(user.name, found)
    return user
  })
  crowd.leave()
  await quiet(at.serverPid)
  return known
}
