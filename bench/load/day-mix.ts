import { commands, wire } from '@parley/protocol'
import { bodyBytes } from '../lab/body.ts'
import { clientIdAt } from './client-id.ts'
import type { Peer } from './peer.ts'

/** One who is online for the day, and what it knows. */
export interface Person {
  user: number
  peer: Peer
  conversation: number
  headSeq: number
  token: Uint8Array
  sent: number
  /** Of others that it talks with. */
  partners: number[]
}

/** A send that was acked: looked for at the end. */
export interface Acked {
  person: Person
  conversation: number
  seq: number
  clientId: Uint8Array
}

export interface DayContext {
  acked: Acked[]
  comeBack(person: Person): Promise<void>
}

type Act = (person: Person, context: DayContext) => Promise<unknown> | void

const body = wire.EntryBody.encode({ text: 'x'.repeat(bodyBytes) }).finish()
const historyEntries = 20
const listed = 20
const targetOf = ({ conversation }: Person) => ({ conversation })

/** The deck gives totals only; this is our share of each, in hundredths. What the server is asked for is one request. */
export const dayMix = {
  send: { share: 1, run: send },
  receipts: {
    share: 3,
    run: ({ peer, headSeq, ...person }) =>
      peer.note('received', { target: targetOf(person as Person), upTo: headSeq }),
  },
  'login with sync': { share: 5, run: (person, context) => context.comeBack(person) },
  sync: { share: 20, run: syncAgain },
  history: {
    share: 15,
    run: (person) =>
      person.peer.ask('pull', {
        ...{ target: targetOf(person), fromSeq: 0, limit: historyEntries, backward: true },
      }),
  },
  presence: {
    share: 25,
    run: ({ peer, partners }) => peer.ask('getPresences', { accounts: partners }),
  },
  typing: {
    share: 10,
    run: (person) => person.peer.note('typing', { target: targetOf(person) }),
  },
  lists: {
    share: 15,
    run: ({ peer, partners }) => peer.ask('getProfiles', { accounts: partners }),
  },
  search: {
    share: 3,
    run: (person) =>
      person.peer.ask('searchMessages', { text: 'nobody said this', within: targetOf(person) }),
  },
  settings: {
    share: 3,
    run: ({ peer }) => peer.ask('putAccountItem', { key: 'bench', body: body.subarray(0, 16) }),
  },
} as const satisfies Record<string, { share: number; run: Act }>

export type DayAct = keyof typeof dayMix

/** A hundred acts, each as often as its share says. */
export const dayActs: DayAct[] = (Object.keys(dayMix) as DayAct[]).flatMap((name) =>
  Array.from({ length: dayMix[name].share }, () => name),
)

async function send(person: Person, { acked }: DayContext): Promise<void> {
  const { peer, user, conversation } = person
  const clientId = clientIdAt(user, person.sent)
  person.sent += 1
  const kind = wire.EntryKind.ENTRY_KIND_TEXT
  const request = { target: { conversation }, clientId, kind, body }
  const answer = await peer.askBody(commands.send.id, wire.SendRequest.encode(request).finish())
  const { seq } = wire.SendReply.decode(answer)
  person.headSeq = Math.max(person.headSeq, seq)
  acked.push({ person, conversation, seq, clientId })
}

async function syncAgain(person: Person): Promise<void> {
  const { token } = await person.peer.ask('sync', { token: person.token })
  if (token.length > 0) person.token = token
}

/** The first sync of the day; undefined: it talks with nobody, and is only online. */
export async function arrive(peer: Peer): Promise<Person | undefined> {
  await peer.login()
  const { conversations, token } = await peer.ask('sync', { conversationsMax: listed })
  const [first] = conversations
  if (first === undefined) return undefined
  const partners = conversations.map(({ peer: partner }) => partner ?? 0).slice(0, listed)
  const known = { conversation: first.conversation ?? 0, headSeq: first.headSeq ?? 0, token }
  return { user: peer.user, peer, ...known, sent: 0, partners: partners.filter((id) => id > 0) }
}

/** @throws Error when what was acked is not there, or not once. */
export async function auditDay(acked: readonly Acked[]): Promise<void> {
  const places = new Set<string>()
  for (const { person, conversation, seq, clientId } of acked) {
    const place = `${conversation} ${seq}`
    if (places.has(place)) throw new Error(`two messages were acked as ${place}`)
    places.add(place)
    const asked = { target: { conversation }, fromSeq: seq, limit: 1 }
    const [entry] = (await person.peer.ask('pull', asked)).entries
    if (entry?.seq !== seq || !Buffer.from(clientId).equals(entry.clientId ?? clientId.subarray(1)))
      throw new Error(`user ${person.user}: what was acked as ${place} is not there`)
  }
}
