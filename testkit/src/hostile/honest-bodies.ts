import { commands, notes, wire, type CommandName, type NoteName } from '@parley/protocol'
import type { SeededRandom } from '../world/seeded-random.ts'

/** What of a world goes into good bodies, so that mutated ones reach far. */
export interface KnownFacts {
  accounts: readonly number[]
  conversations: readonly number[]
  handles: readonly string[]
  accessTokens: readonly Uint8Array[]
  refreshTokens: readonly Uint8Array[]
  resumes: readonly { session: number; resumeKey: Uint8Array }[]
  syncTokens: readonly Uint8Array[]
  pages: readonly Uint8Array[]
  mint(): Uint8Array
}

type Make = (random: SeededRandom, facts: KnownFacts) => object

export const password = 'a good long password'
const texts = ['hello', 'größer', '你好，还在吗？', '😀👍🏽', 'x'.repeat(700), ' ']
const device = { deviceClass: 2, name: 'Chrome' }

const target: Make = (random, { conversations, accounts }) =>
  random.chance(0.7)
    ? { conversation: random.pick(conversations) }
    : { account: random.pick(accounts) }

const some = (random: SeededRandom, from: readonly number[]) =>
  Array.from({ length: random.below(12) }, () => random.pick(from))

const change =
  (more: (random: SeededRandom, facts: KnownFacts) => object = () => ({})): Make =>
  (random, facts) => ({
    ...{ target: target(random, facts), requestKey: facts.mint() },
    ...more(random, facts),
  })
const token = (random: SeededRandom) => random.pick(['0'.repeat(32), 'ab'.repeat(16)])
const one: Make = (random, { accounts }) => ({ account: random.pick(accounts) })
const settings = { inviteFrom: 2, mentionAllFrom: 1, approveJoins: true, historyFromStart: true }

const ownStateMakers = {
  setConversation: (random, facts) => ({
    ...{ target: target(random, facts), headCount: random.below(9) },
    ...random.pick([{ pinned: true }, { mutedUntilMs: 2 ** 52 }, { archived: true }]),
    ...random.pick([{ markedUnread: true }, { hidden: true }, { archived: false }]),
  }),
  orderPinned: (random, { conversations }) => ({ conversations: some(random, conversations) }),
  deleteForMe: (random, facts) => ({
    ...{ target: target(random, facts), upTo: random.below(5) },
    seqs: some(random, [1, 2, 3, 4, 5, 6]),
  }),
} as const satisfies Record<string, Make>

const groupMakers = {
  createGroup: (random, { accounts, mint }) => ({
    ...{ requestKey: mint(), name: random.pick(texts).slice(0, 20) },
    ...{ members: some(random, accounts), settings },
  }),
  setGroup: change((random) =>
    random.pick([{ name: 'A group' }, { announcement: 'x\ny' }, { settings }, { allMuted: true }]),
  ),
  inviteMembers: change((random, { accounts }) => ({ accounts: some(random, accounts) })),
  removeMembers: change((random, { accounts }) => ({ accounts: some(random, accounts) })),
  leaveGroup: change(),
  setMemberRole: change((random, facts) => ({ ...one(random, facts), role: random.below(4) })),
  transferGroup: change(one),
  dissolveGroup: change(),
  muteMember: change((random, facts) => ({ ...one(random, facts), untilMs: 2 ** 52 })),
  setGroupNickname: change((random) => ({ nickname: random.pick(texts).slice(0, 9) })),
  setGroupRemark: change((random) => ({ remark: random.pick(texts).slice(0, 9) })),
  listMembers: (random, facts) => ({
    ...{ target: target(random, facts), limit: random.below(9) },
    accounts: some(random, facts.accounts),
  }),
  listReaders: (random, facts) => ({
    ...{ target: target(random, facts), seq: random.below(9), unread: random.chance(0.5) },
  }),
  createGroupLink: change(() => ({ lifetimeMs: 60_000, usesMax: 3 })),
  revokeGroupLink: change((random) => ({ token: token(random) })),
  listGroupLinks: (random, facts) => ({ target: target(random, facts) }),
  lookAtGroupLink: (random) => ({ token: token(random) }),
  joinGroup: (random, { mint }) => ({ requestKey: mint(), token: token(random), text: 'me' }),
  listJoinRequests: (random, facts) => ({ target: target(random, facts) }),
  answerJoinRequest: change((random, facts) => ({ ...one(random, facts), accept: true })),
} as const satisfies Record<string, Make>

/** One good body of each command and note. */
const makers: Readonly<Record<CommandName | NoteName, Make>> = {
  register: (random, { mint }) => ({
    ...{ handle: `new${random.below(1e9)}`, password, displayName: 'New', locale: 'zh-CN' },
    ...{ device, requestKey: mint() },
  }),
  signIn: (random, { handles, mint }) => {
    const known = random.chance(0.8)
    return {
      ...{ handle: random.pick(handles), password: known ? password : 'a wrong password' },
      ...{ device, requestKey: mint() },
    }
  },
  refresh: (random, { refreshTokens }) => ({ refreshToken: random.pick(refreshTokens) }),
  login: (random, { accessTokens }) => ({
    ...{ accessToken: random.pick(accessTokens), client: 'hostile/1.0.0', capabilities: 1 },
  }),
  resume: (random, { resumes }) => ({ ...random.pick(resumes), capabilities: 1 }),
  signOut: () => ({ everywhere: false }),
  listDevices: () => ({}),
  endDevice: (random) => ({ device: random.below(2 ** 52) }),
  changePassword: () => ({ oldPassword: 'not this one', newPassword: password, endOthers: false }),
  setProfile: (random) => ({ displayName: random.pick(texts).slice(0, 20), locale: 'en' }),
  findAccount: (random, { handles }) => ({ handle: random.pick(handles) }),
  getProfiles: (random, { accounts }) => ({ accounts: some(random, accounts) }),
  putAccountItem: (random) => ({
    ...{ key: `draft:${random.below(20)}`, body: random.fill(new Uint8Array(random.below(99))) },
  }),
  getPresences: (random, { accounts }) => ({ accounts: some(random, accounts) }),
  setAccountSettings: (random) => ({
    settings: { status: random.below(5), lastSeenBy: random.below(4), writableBy: 1 },
  }),
  requestContact: (random, { accounts, mint }) => ({
    ...{ account: random.pick(accounts), greeting: random.pick(texts), requestKey: mint() },
  }),
  answerContact: (random, { accounts, mint }) => ({
    ...{ account: random.pick(accounts), accept: random.chance(0.5), requestKey: mint() },
  }),
  withdrawContact: (random, { accounts, mint }) => ({
    ...{ account: random.pick(accounts), requestKey: mint() },
  }),
  removeContact: (random, { accounts, mint }) => ({
    ...{ account: random.pick(accounts), requestKey: mint() },
  }),
  setBlocked: (random, { accounts, mint }) => ({
    ...{ account: random.pick(accounts), blocked: random.chance(0.2), requestKey: mint() },
  }),
  setContact: (random, { accounts, mint }) => ({
    ...{ account: random.pick(accounts), remark: random.pick(texts), requestKey: mint() },
    tags: { tags: [random.pick(texts).slice(0, 9)] },
  }),
  send: (random, facts) => ({
    ...{ target: target(random, facts), clientId: facts.mint(), kind: 1 },
    ...{ body: wire.EntryBody.encode({ text: random.pick(texts) }).finish(), readUpTo: 1 },
  }),
  pull: (random, facts) => ({
    ...{ target: target(random, facts), fromSeq: random.below(40), limit: random.below(9) },
    backward: random.chance(0.5),
  }),
  getConversation: (random, facts) => ({ target: target(random, facts), entries: 3 }),
  scheduleSend: (random, facts) => ({
    ...{ target: target(random, facts), clientId: facts.mint(), kind: 1, atMs: 1 },
    body: wire.EntryBody.encode({ text: random.pick(texts) }).finish(),
  }),
  changeScheduled: (_random, { mint }) => ({
    ...{ clientId: mint(), atMs: 4_000_000_000_000, requestKey: mint() },
  }),
  cancelScheduled: (_random, { mint }) => ({ clientId: mint(), requestKey: mint() }),
  sendScheduledNow: (_random, { mint }) => ({ clientId: mint(), requestKey: mint() }),
  listPins: (random, facts) => ({ target: target(random, facts), limit: random.below(9) }),
  sync: (random, { syncTokens, pages }) => ({
    token: random.chance(0.7) ? random.pick(syncTokens) : undefined,
    page: random.chance(0.3) ? random.pick(pages) : undefined,
    ...{ entriesPerConversation: random.below(3), conversationsMax: random.below(5) },
  }),
  searchMessages: (random, facts) => ({
    ...{ text: random.pick(texts).slice(0, 60), limit: random.below(30) },
    ...(random.chance(0.3) && {
      within: target(random, facts),
      sender: random.pick(facts.accounts),
    }),
  }),
  searchNames: (random) => ({ text: random.pick(texts).slice(0, 60) }),
  getFiles: (random) => ({ files: [random.below(9)], conversation: 0 }),
  getFileSpace: () => ({}),
  subscribePresence: (random, { accounts }) => ({ accounts: some(random, accounts) }),
  received: (random, facts) => ({ target: target(random, facts), upTo: random.below(40) }),
  read: (random, facts) => ({ target: target(random, facts), upTo: random.below(40) }),
  typing: (random, facts) => ({ target: target(random, facts), stopped: random.chance(0.5) }),
  ...groupMakers,
  ...ownStateMakers,
}

export interface HonestBody {
  name: CommandName | NoteName
  command: number
  isNote: boolean
  isGreeting: boolean
  body: Uint8Array
}

/** So many good bodies of each of `names`. */
export function honestBodies(
  random: SeededRandom,
  facts: KnownFacts,
  names: readonly (CommandName | NoteName)[],
  each: number,
): HonestBody[] {
  return names.flatMap((name) =>
    Array.from({ length: each }, () => {
      const isNote = name in notes
      const row = isNote ? undefined : commands[name as CommandName]
      const codec = (row?.request ?? notes[name as NoteName].body) as unknown as AnyCodec
      const body = codec.encode(makers[name](random, facts)).finish()
      const command = row?.id ?? notes[name as NoteName].id
      return { name, command, isNote, isGreeting: row?.when === 'greeting', body }
    }),
  )
}

interface AnyCodec {
  encode(message: object): { finish(): Uint8Array }
}

export const everyName = [...Object.keys(commands), ...Object.keys(notes)] as (
  | CommandName
  | NoteName
)[]
