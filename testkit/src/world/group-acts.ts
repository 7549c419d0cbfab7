import { groupsOf, type GroupSettings, type IM } from '@parley/client'
import { wire } from '@parley/protocol'
import type { DeedKind } from '../checker/history.ts'
import { quietly, type Place } from './place.ts'
import type { SeededRandom } from './seeded-random.ts'
import { saySomething, type TalkPlace } from './talk-acts.ts'

const types = wire.NoticeType
const linksMax = 20
const groupsMax = 4
const muteMs = 5_000
const roles = { member: 1, admin: 2 } as const
/** Of a new group: most are small, a few are large. */
const otherMembers = [
  [4, 1],
  [4, 2],
  [2, 4],
  [1, 10],
] as const

/** A group that this device knows of: now and then one that its account has left, where it may do nothing any more. */
export function chooseGroup(im: IM, random: SeededRandom): number | undefined {
  const isLeft = random.chance(0.1)
  const groups = im.conversations
    .getSnapshot()
    .filter(({ id, left, group }) => id !== 0 && left === isLeft && group !== undefined)
  return groups.length === 0 ? undefined : random.pick(groups).id
}

/** What people do to groups, whether they may or not. */
export function changeGroups(place: Place): void {
  const { im, random } = place
  if (place.peer === undefined) return changeGroup(place)
  const known = random.chance(0.6) ? chooseGroup(im, random) : undefined
  if (known === undefined) return comeIn(place)
  changeGroup({ ...place, peer: undefined, conversation: im.conversation(known) })
}

function changeGroup(place: Place): void {
  const { random, conversation, recorder } = place
  recorder.watch(conversation)
  const { id } = conversation
  const { group } = conversation.summary.getSnapshot()
  const me = place.im.me?.account ?? 0
  const somebody = random.pick(place.board.accounts)
  const member = speaker(place) ?? somebody
  const groups = groupsOf(place.im)
  const did = (what: DeedKind, done: Promise<unknown>, accounts: number[] = [], text = ''): void =>
    void place.recorder.did({ what, conversation: id, accounts, text }, done)
  const tell = (type: number, done: Promise<unknown>, accounts: number[] = [], words = ''): void =>
    did('told', done, accounts, `${type}:${words}`)
  const word = place.word()
  const acts: readonly (readonly [number, () => void])[] = [
    [12, () => did('added', groups.invite(id, [somebody]), [somebody])],
    // NOTE others may not, and try all the same.
    [
      group?.role === roles.member ? 3 : 12,
      () => did('removed', groups.remove(id, [member]), [member]),
    ],
    [6, () => did('left', groups.leave(id), [me])],
    [3, () => makeLink(place)],
    [3, () => tell(types.NOTICE_TYPE_NAME_CHANGED, groups.change(id, { name: word }), [], word)],
    [
      1,
      () =>
        tell(
          types.NOTICE_TYPE_ANNOUNCEMENT_CHANGED,
          groups.change(id, { announcement: word }),
          [],
          word,
        ),
    ],
    [2, () => tell(types.NOTICE_TYPE_NICKNAME_CHANGED, groups.setNickname(id, word), [me], word)],
    [1, () => quietly(groups.setRemark(id, word))],
    [
      3,
      () => {
        const role = random.chance(0.7) ? roles.admin : roles.member
        tell(types.NOTICE_TYPE_ROLE_CHANGED, groups.setRole(id, somebody, role), [somebody])
      },
    ],
    [1, () => tell(types.NOTICE_TYPE_OWNER_CHANGED, groups.transfer(id, somebody), [somebody])],
    [
      2,
      () => {
        const untilMs = (conversation.summary.getSnapshot().timeMs ?? 0) + muteMs
        tell(types.NOTICE_TYPE_MEMBER_MUTED, groups.mute(id, somebody, untilMs), [somebody])
      },
    ],
    [
      group?.allMuted === true ? 6 : 1,
      () => {
        const allMuted = group?.allMuted !== true
        tell(types.NOTICE_TYPE_ALL_MUTED, groups.change(id, { allMuted }))
      },
    ],
    [
      3,
      () => {
        const settings = otherSettings(group?.settings, random)
        tell(types.NOTICE_TYPE_SETTINGS_CHANGED, groups.change(id, { settings }))
      },
    ],
    [0.3, () => tell(types.NOTICE_TYPE_DISSOLVED, groups.dissolve(id))],
    [2, () => quietly(groups.members(id))],
    [2, () => quietly(groups.readers(id, conversation.summary.getSnapshot().headSeq))],
  ]
  random.weighted(acts)()
}

/** Somebody who said something here, mostly. */
function speaker({ conversation, random }: Place): number | undefined {
  const { messages } = conversation.window.getSnapshot()
  const others = messages.filter(({ mine, sender }) => !mine && sender > 0)
  return others.length > 0 && random.chance(0.8) ? random.pick(others).sender : undefined
}

/** A new group, or one to which somebody has handed a link. */
function comeIn(place: Place): void {
  const { im, random, board, recorder } = place
  const known = im.conversations.getSnapshot().filter(({ group }) => group !== undefined)
  const link = board.links.length > 0 && random.chance(0.7) ? random.pick(board.links) : undefined
  if (link !== undefined) {
    const accounts = [im.me?.account ?? 0]
    const deed = { what: 'joined', conversation: 0, accounts, text: '' } as const
    void recorder.did(deed, groupsOf(im).join(link))
  } else if (known.length < groupsMax) createGroup(place)
}

export function createGroup(place: Omit<TalkPlace, 'conversation'>): void {
  const { im, random, board, recorder } = place
  const name = place.word()
  const me = im.me?.account ?? 0
  const others = new Set<number>()
  const isShown = random.chance(0.3)
  const size = isShown ? 0 : random.weighted(otherMembers)
  for (let tries = 0; tries < size; tries += 1) others.add(random.pick(board.accounts))
  others.delete(me)
  const members = [...others]
  const deed = { what: 'created', conversation: 0, accounts: members, text: name } as const
  const made = recorder.did(deed, groupsOf(im).create({ name, members }))
  if (!isShown) return
  // NOTE nobody but who comes later reads what burns there.
  void made.then((id) => {
    if (id !== undefined)
      showFromStart({ ...place, peer: undefined, conversation: im.conversation(id) })
  })
}

function showFromStart(place: TalkPlace): void {
  const { im, random, board, recorder, conversation } = place
  const { id } = conversation
  recorder.watch(conversation)
  const settings = { ...otherSettings(undefined, random), historyFromStart: true }
  const text = `${types.NOTICE_TYPE_SETTINGS_CHANGED}:`
  const told = { what: 'told', conversation: id, accounts: [], text } as const
  void recorder.did(told, groupsOf(im).change(id, { settings }))
  saySomething(place, { burns: true })
  const accounts = [random.pick(board.accounts)]
  const added = { what: 'added', conversation: id, accounts, text: '' } as const
  void recorder.did(added, groupsOf(im).invite(id, accounts))
}

function makeLink({ im, conversation, random, board }: Place): void {
  const usesMax = random.below(4)
  const lifetimeMs = random.chance(0.5) ? 0 : 60_000
  const made = groupsOf(im).createLink(conversation.id, { usesMax, lifetimeMs })
  quietly(
    made.then(({ token }) => {
      board.links.push(token)
      if (board.links.length > linksMax) board.links.shift()
    }),
  )
}

function otherSettings(known: GroupSettings | undefined, random: SeededRandom): GroupSettings {
  return {
    inviteFrom: random.chance(0.7) ? roles.member : roles.admin,
    mentionAllFrom: known?.mentionAllFrom ?? roles.admin,
    approveJoins: false,
    historyFromStart: random.chance(0.4),
  }
}
