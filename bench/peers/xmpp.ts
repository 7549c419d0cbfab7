/** Names that the servers and the load agree on. Nobody else reaches these servers. */
export const xmppHost = 'localhost'
export const xmppRooms = `conference.${xmppHost}`
export const xmppPassword = 'bench'
export const xmppPairsMax = 1_000

export const addressOf = (name: string): string => `${name}@${xmppHost}`

/** What is there before a run; accounts s0, r0, s1, r1 … too. */
export interface PeerSize {
  /** Of those who take no part, and what the archive holds of them. */
  accounts: number
  messages: number
  /** Accounts u0, u1 …: no contacts, and `archivedEach` messages with as many others. */
  people: number
  /** Accounts c0, c1 …: those beside each one are its contacts, by both rosters. */
  friends: number
}

/** Names what was written for a size. */
export const sizeKey = ({ accounts, messages, people, friends }: PeerSize): string =>
  [accounts, messages, people, friends].join('-')

export const archivedEach = 50
const contactsAside = 10
/** In a ring: the ten before, and the ten behind. */
export const contactSteps = [
  ...Array.from({ length: contactsAside }, (_, at) => -1 - at),
  ...Array.from({ length: contactsAside }, (_, at) => 1 + at),
]
export const contactsEach = contactSteps.length

export const contactsOf = (friend: number, friends: number): number[] =>
  contactSteps.map((step) => (friend + step + friends) % friends)
