import type { FanOutInput, LoadedGroup } from './fan-out-load.ts'
import type { GroupsMeasuring, GroupTalk } from './group-talk.ts'
import { Peer } from './peer.ts'

/** Of those who were away. */
const comingBackMax = 10

/**
 * Some who were away the whole time: a sync tells them how much they have missed in each of their groups, and its log has it.
 * @returns how many.
 */
export async function comeBack(
  { endpoint, groups }: Pick<FanOutInput, 'endpoint' | 'groups'>,
  talks: readonly GroupTalk[],
  { fault }: Pick<GroupsMeasuring, 'fault'>,
): Promise<number> {
  const users = sampleOf(awayFrom(groups), comingBackMax)
  for (const user of users) {
    const peer = new Peer(endpoint, user)
    try {
      await peer.login()
      const { conversations } = await peer.ask('sync', {})
      for (const [at, { firstUser, members }] of groups.entries()) {
        const talk = talks[at]
        if (talk === undefined || user < firstUser || user >= firstUser + members) continue
        const view = conversations.find(({ conversation }) => conversation === talk.group)
        if (view?.headSeq !== talk.headSeq || view.unread !== talk.sent)
          fault(`user ${user} is told of ${view?.unread} instead of ${talk.sent}`)
        await talk.audit(peer)
      }
    } finally {
      peer.destroy()
    }
  }
  return users.length
}

/** Members of any of the groups who are not online, each once. */
export function awayFrom(
  groups: readonly Pick<LoadedGroup, 'firstUser' | 'members' | 'online'>[],
): number[] {
  const away = groups.flatMap(({ firstUser, members, online }) =>
    Array.from({ length: members - online }, (_, at) => firstUser + online + at),
  )
  return [...new Set(away)]
}

/** At most so many, from all over it. */
export function sampleOf<T>(all: readonly T[], most: number): T[] {
  const few = Math.min(most, all.length)
  return Array.from({ length: few }, (_, at) => all[Math.floor((at * all.length) / few)] as T)
}
