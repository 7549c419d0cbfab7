import { uuidToText, wire } from '@parley/protocol'
import type {
  CommandName,
  ErrorName,
  NoteName,
  PushInit,
  PushName,
  RequestOf,
} from '@parley/protocol'
import type { Clock } from '../base/clock.ts'
import { fromUtf8, utf8 } from '../base/bytes.ts'

interface FakeEntry {
  seq: number
  sender: number
  clientId: Uint8Array
  kind: number
  refSeq: number
  body: Uint8Array
  timeMs: number
  count: number
  changed: number
  state: number
}

interface FakeConversation {
  id: number
  members: [number, number]
  entries: FakeEntry[]
  firstSeq: number
  cursors: Map<number, { delivered: number; read: number }>
  touched: number
  /** As after a group was left: what was said stays. */
  leavers: Set<number>
}

interface TargetRead {
  conversation?: number | null
  account?: number | null
}

type Outcome = { reply: unknown } | { error: ErrorName }
type Push = <N extends PushName>(account: number, name: N, push: PushInit<N>) => void

/** What a fake server remembers: direct conversations and account logs. */
export class FakeStore {
  generation = new Uint8Array(16).fill(1)
  readonly conversations = new Map<number, FakeConversation>()
  readonly items = new Map<number, Map<string, { seq: number; body: Uint8Array }>>()
  /** Accounts that take no messages. */
  readonly blocking = new Set<number>()
  syncPage = 100
  /** Sync tokens older than this are no use. */
  floorStamp = 0
  readonly #deleted = new Map<number, { fromSeq: number; toSeq: number }[]>()
  #stamp = 0
  #ids = 1_000
  readonly #clock: Clock
  readonly #push: Push

  constructor(clock: Clock, push: Push) {
    this.#clock = clock
    this.#push = push
  }

  profile(account: number) {
    return {
      account,
      handle: `person${account}`,
      displayName: `Person ${account}`,
      avatar: '',
      kind: 1,
    }
  }

  direct(a: number, b: number): FakeConversation {
    for (const one of this.conversations.values())
      if (one.members.includes(a) && one.members.includes(b)) return one
    const id = (this.#ids += 1)
    const made = {
      id,
      members: [a, b] as [number, number],
      entries: [],
      firstSeq: 1,
      cursors: new Map(),
      leavers: new Set<number>(),
      touched: 0,
    }
    this.conversations.set(id, made)
    return made
  }

  /** Another account says something, without a device of its own. */
  say(from: number, to: number, text: string, kind = 1): FakeEntry {
    const clientId = new Uint8Array(16).fill(from)
    new DataView(clientId.buffer).setUint32(0, (this.#stamp += 1))
    clientId[6] = 0x70
    clientId[8] = 0x80
    const body = new Uint8Array([10, utf8(text).length, ...utf8(text)])
    return this.#append(this.direct(from, to), { sender: from, clientId, kind, refSeq: 0, body })
  }

  texts(id: number): string[] {
    return this.conversations.get(id)?.entries.map(({ body }) => fromUtf8(body.subarray(2))) ?? []
  }

  /** An account deleted an entry for itself: to it there is nothing any more. */
  deleteFor(account: number, id: number, seq: number): void {
    const ranges = [...(this.#deleted.get(account) ?? []), { fromSeq: seq, toSeq: seq }]
    this.#deleted.set(account, ranges)
    const body = wire.DeletedEntries.encode({ ranges }).finish()
    this.#putItem(account, { key: `deleted:${id}`, body })
  }

  #without(account: number, entries: FakeEntry[]): FakeEntry[] {
    const deleted = this.#deleted.get(account) ?? []
    return entries.filter(({ seq }) => !deleted.some(({ fromSeq }) => fromSeq === seq))
  }

  /** Another store in its place, as after a restore: what is in it stays up to `keep` entries each. */
  restore(keep: number): void {
    this.generation = new Uint8Array(16).fill((this.generation[0] ?? 0) + 1)
    for (const one of this.conversations.values()) one.entries = one.entries.slice(0, keep)
  }

  handle(account: number, name: CommandName, request: never): Outcome {
    switch (name) {
      case 'send':
        return this.#send(account, request)
      case 'pull':
        return this.#pull(account, request)
      case 'sync':
        return { reply: this.#sync(account, request) }
      case 'getConversation':
        return this.#getConversation(account, request)
      case 'getProfiles':
        return {
          reply: {
            profiles: (request as RequestOf<'getProfiles'>).accounts.map((one) =>
              this.profile(one),
            ),
          },
        }
      case 'findAccount': {
        const number = Number((request as RequestOf<'findAccount'>).handle.replace('person', ''))
        return number > 0 ? { reply: this.profile(number) } : { error: 'NOT_FOUND' }
      }
      case 'putAccountItem':
        return { reply: this.#putItem(account, request) }
      case 'subscribePresence': {
        const { accounts } = request as RequestOf<'subscribePresence'>
        return {
          reply: {
            presences: accounts.map((one) => ({ account: one, online: true, lastSeenMs: 0 })),
          },
        }
      }
      default:
        return { reply: {} }
    }
  }

  note(account: number, name: NoteName, note: { target?: TargetRead | null; upTo?: number }): void {
    const one = this.#at(account, note.target)
    if (one === undefined || name === 'typing') return
    const cursor = one.cursors.get(account) ?? { delivered: 0, read: 0 }
    const upTo = Math.min(note.upTo ?? 0, one.entries.length)
    const read = name === 'read' ? Math.max(cursor.read, upTo) : cursor.read
    const moved = { delivered: Math.max(cursor.delivered, upTo, read), read }
    one.cursors.set(account, moved)
    one.touched = this.#stamp += 1
    for (const member of one.members)
      this.#push(member, 'cursor', { conversation: one.id, account, ...moved })
  }

  #append(
    one: FakeConversation,
    entry: Pick<FakeEntry, 'sender' | 'clientId' | 'kind' | 'refSeq' | 'body'>,
  ): FakeEntry {
    const seq = one.entries.length + 1
    const stored = {
      ...entry,
      seq,
      timeMs: this.#clock.wallMs(),
      count: seq,
      changed: seq,
      state: 0,
    }
    one.entries.push(stored)
    one.touched = this.#stamp += 1
    for (const member of one.members)
      this.#push(member, 'entry', { conversation: one.id, entry: stored, headSeq: seq })
    return stored
  }

  #send(account: number, request: RequestOf<'send'>): Outcome {
    const { target, clientId, kind, refSeq, body, after } = request
    const one =
      target?.account !== undefined && target.account !== null && target.account > 0
        ? this.direct(account, target.account)
        : this.#at(account, target)
    if (one === undefined) return { error: 'NOT_FOUND' }
    const same = (id: Uint8Array) =>
      one.entries.find(
        (entry) => entry.sender === account && uuidToText(entry.clientId) === uuidToText(id),
      )
    const known = same(clientId)
    if (known !== undefined)
      return {
        reply: { conversation: one.id, seq: known.seq, timeMs: known.timeMs, duplicate: true },
      }
    if (after.length > 0 && same(after) === undefined) return { error: 'ORDER_HELD' }
    if (one.members.some((member) => member !== account && this.blocking.has(member)))
      return { error: 'BLOCKED' }
    const entry = { sender: account, clientId: clientId.slice(), kind, refSeq, body: body.slice() }
    const { seq, timeMs } = this.#append(one, entry)
    return { reply: { conversation: one.id, seq, timeMs, duplicate: false } }
  }

  #pull(account: number, { target, fromSeq, limit, backward }: RequestOf<'pull'>): Outcome {
    const one = this.#at(account, target)
    if (one === undefined) return { error: 'NOT_FOUND' }
    const headSeq = one.entries.length
    const size = limit || 50
    const { firstSeq } = one
    if (!backward && fromSeq < firstSeq) return { error: 'TRIMMED' }
    const to = backward
      ? Math.min(fromSeq || headSeq, headSeq)
      : Math.min(headSeq, fromSeq + size - 1)
    const from = backward ? Math.max(firstSeq, to - size + 1) : fromSeq
    const facts = { conversation: one.id, headSeq, firstSeq }
    if (from > to) return { reply: { ...facts, entries: [], coveredFrom: 0, coveredTo: 0 } }
    return {
      reply: {
        ...facts,
        entries: this.#without(account, one.entries.slice(from - 1, to)),
        coveredFrom: from,
        coveredTo: to,
      },
    }
  }

  #getConversation(account: number, { target, entries }: RequestOf<'getConversation'>): Outcome {
    const one = this.#at(account, target)
    if (one === undefined) return { error: 'NOT_FOUND' }
    const profiles = one.members.map((member) => this.profile(member))
    return { reply: { conversation: this.#view(account, one, entries), profiles } }
  }

  #sync(account: number, request: RequestOf<'sync'>) {
    const asked = request.token.length > 0 ? JSON.parse(fromUtf8(request.token)) : undefined
    const page = request.page.length > 0 ? JSON.parse(fromUtf8(request.page)) : undefined
    const isUsable =
      asked !== undefined &&
      asked.generation === this.generation[0] &&
      asked.stamp >= this.floorStamp
    const since: { stamp: number; seq: number } = isUsable ? asked : { stamp: -1, seq: 0 }
    const stamp: number = page?.stamp ?? this.#stamp
    const skip: number = page?.skip ?? 0
    const changed = [...this.conversations.values()]
      .filter(({ members, touched }) => members.includes(account) && touched > since.stamp)
      .filter(({ touched }) => page === undefined || touched <= stamp)
      .sort((a, b) => b.touched - a.touched)
    const views = changed.slice(skip, skip + this.syncPage)
    const isLast = skip + this.syncPage >= changed.length
    const items = [...(this.items.get(account) ?? [])].map(([key, item]) => ({ key, ...item }))
    const seq = Math.max(0, ...items.map((item) => item.seq))
    return {
      generation: this.generation,
      full: !isUsable,
      token: isLast
        ? utf8(JSON.stringify({ generation: this.generation[0], stamp, seq }))
        : new Uint8Array(),
      nextPage: isLast
        ? new Uint8Array()
        : utf8(JSON.stringify({ stamp, skip: skip + this.syncPage })),
      accountEntries: page === undefined ? items.filter((item) => item.seq > since.seq) : [],
      conversations: views.map((one) => this.#view(account, one, request.entriesPerConversation)),
      profiles: views.flatMap((one) => one.members.map((member) => this.profile(member))),
    }
  }

  #putItem(account: number, { key, body }: RequestOf<'putAccountItem'>) {
    const items = this.items.get(account) ?? new Map<string, { seq: number; body: Uint8Array }>()
    this.items.set(account, items)
    const seq = Math.max(0, ...[...items.values()].map((item) => item.seq)) + 1
    items.set(key, { seq, body: body.slice() })
    this.#push(account, 'accountEntry', {
      entry: { key, body: body.slice(), seq, timeMs: this.#clock.wallMs() },
    })
    return { seq }
  }

  #view(account: number, one: FakeConversation, entries: number) {
    const peer = one.members.find((member) => member !== account) ?? account
    const own = one.cursors.get(account) ?? { delivered: 0, read: 0 }
    const theirs = one.cursors.get(peer) ?? { delivered: 0, read: 0 }
    const headSeq = one.entries.length
    return {
      conversation: one.id,
      kind: 1,
      headSeq,
      headCount: headSeq,
      firstSeq: one.firstSeq,
      headTimeMs: one.entries.at(-1)?.timeMs ?? 0,
      ...own,
      unread: one.entries.filter(({ seq, sender }) => seq > own.read && sender !== account).length,
      peer,
      peerDelivered: theirs.delivered,
      peerRead: theirs.read,
      entries: entries === 0 ? [] : this.#without(account, one.entries).slice(-entries),
      left: one.leavers.has(account),
    }
  }

  #at(account: number, target: TargetRead | null | undefined): FakeConversation | undefined {
    const { conversation, account: other } = target ?? {}
    if (conversation) {
      const one = this.conversations.get(conversation)
      return one?.members.includes(account) === true ? one : undefined
    }
    for (const one of this.conversations.values())
      if (other && one.members.includes(account) && one.members.includes(other)) return one
    return undefined
  }
}
