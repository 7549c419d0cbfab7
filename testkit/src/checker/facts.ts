import { Deletions } from './deletions.ts'
import type { Findings } from './findings.ts'
import type { ActKind, DeedKind, Name, SeenEntry, State } from './history.ts'

/** Everything known of one client id, from whoever said it. */
export interface Send {
  id: string
  device: Name | undefined
  digest: string
  /** Among the sends of its device. */
  place: number
  to: Name | undefined
  target: Name | undefined
  act: ActKind | undefined
  ref: number
  /** It erases itself so long after somebody else read it; 0: it does not. */
  burnAfterMs: number
  outcome: 'open' | 'ok' | 'failed' | 'unknown'
  /** The server kept it for later when everything had come to rest: it may come after that. */
  waits: boolean
  code: string
  /** When it was first transmitted, and when it was acked; 0: not told. */
  at: number
  ackedAt: number
  /** Where it was acked; 0: never. */
  ackedSeq: number
  /** Where it was seen; 0: never. */
  seq: number
  conversation: Conversation | undefined
  sender: Name | undefined
  /** Its body as seen while nothing had changed it. */
  seenDigest: string | undefined
}

export interface Pull {
  device: Name
  account: Name | undefined
  invoked: number
  from: number
  to: number
  head: number
  isFinal: boolean
}

/** How an entry looks that acts have changed, to these accounts (undefined: to whoever sees all). */
export interface Change {
  seq: number
  changed: number
  state: State | ''
  digest: string
  reactions: string
  accounts: Set<Name>
}

/** Something done to a group or to another account: invoked, and what came of it. */
export interface Deed {
  account: Name
  what: DeedKind
  conversation: Name
  accounts: Name[]
  text: string
  at: number
  /** Undefined: nobody knows; empty: it was done; else why it was refused. */
  code: string | undefined
  doneAt: number
  /** What was deleted: these, and everything up to one. */
  seqs?: readonly number[] | undefined
  upTo?: number | undefined
}

/** An entry that tells of a change of the conversation or its members. */
export interface Notice {
  seq: number
  by: Name
  what: DeedKind
  accounts: Name[]
  text: string
}

export interface UnreadClaim {
  device: Name
  account: Name | undefined
  unread: number
  read: number
  head: number
}

/** Ranges of seqs, mostly one. */
export class Ranges {
  readonly list: { from: number; to: number }[] = []

  add(from: number, to: number): void {
    const last = this.list[this.list.length - 1]
    if (last !== undefined && from >= last.from && from <= last.to + 1) {
      if (to > last.to) last.to = to
    } else if (last !== undefined && to === last.from - 1) last.from = from
    else this.list.push({ from, to })
  }

  has(seq: number): boolean {
    return this.list.some(({ from, to }) => from <= seq && seq <= to)
  }

  /** How far from 1 on everything is covered. */
  reach(): number {
    let reach = 0
    for (const { from, to } of this.list.toSorted((a, b) => a.from - b.from)) {
      if (from > reach + 1) break
      reach = Math.max(reach, to)
    }
    return reach
  }
}

/** Everything known of one conversation. */
export class Conversation {
  readonly name: Name
  /** By seq. */
  readonly log: (Send | undefined)[] = []
  /** The highest seq seen or acked. */
  headSeq = 0
  readonly acks: { at: number; seq: number; account: Name | undefined }[] = []
  readonly pulls: Pull[] = []
  readonly unread: UnreadClaim[] = []
  /** Each way in which a changed entry was seen. */
  readonly changes = new Map<string, Change>()
  readonly acts: Send[] = []
  readonly notices = new Map<number, Notice>()
  readonly deletions = new Deletions()
  /** When some device of an account began to say that it has read up to a seq. */
  readonly readings: { account: Name | undefined; seq: number; at: number }[] = []
  /** By seq: when it was first known that nobody is served its body any more. */
  readonly goneAt = new Map<number, number>()
  /** From which entry on who joins sees everything, and from which not. */
  readonly opened: { seq: number; open: boolean }[] = []
  readonly memberLists: { device: Name; accounts: Name[] }[] = []
  /** By account: how far changed it read each entry in the final reading. */
  readonly finalChanges = new Map<Name, Map<number, number>>()
  readonly members = new Set<Name>()
  /** Comings and goings; an account without any sees all. */
  readonly borders = new Map<Name, { seq: number; joined: boolean }[]>()
  readonly seenBy = new Map<Name, Ranges>()
  /** What the server pushed to the devices of an account, shown or not. */
  readonly told = new Map<Name, Ranges>()
  readonly #intervals = new Map<
    Name,
    { borders: number; intervals: { from: number; to: number }[] }
  >()

  constructor(name: Name) {
    this.name = name
  }

  /** What the account may see: pairs from, to. */
  intervals(account: Name | undefined): { from: number; to: number }[] {
    const borders = account === undefined ? undefined : this.borders.get(account)
    if (borders === undefined || account === undefined) {
      return [{ from: 1, to: Number.MAX_SAFE_INTEGER }]
    }
    const known = this.#intervals.get(account)
    if (known?.borders === borders.length) return known.intervals
    const intervals: { from: number; to: number }[] = []
    for (const { seq, joined } of borders.toSorted((a, b) => a.seq - b.seq)) {
      const last = intervals[intervals.length - 1]
      if (joined) {
        const isOpen = this.#isOpenAt(seq)
        if (isOpen) intervals.length = 0
        const from = isOpen ? 1 : seq
        if (last !== undefined && last.to >= from - 1 && !isOpen) last.to = Number.MAX_SAFE_INTEGER
        else intervals.push({ from, to: Number.MAX_SAFE_INTEGER })
      } else if (last === undefined) intervals.push({ from: 1, to: seq })
      else last.to = seq
    }
    this.#intervals.set(account, { borders: borders.length, intervals })
    return intervals
  }

  gone(seq: number, at: number): void {
    this.goneAt.set(seq, Math.min(this.goneAt.get(seq) ?? at, at))
  }

  sees(account: Name | undefined, seq: number): boolean {
    return this.intervals(account).some(({ from, to }) => from <= seq && seq <= to)
  }

  /** A read mark stands at first where its account joined: it says nothing of what lies before, until it moves. */
  hasRead(account: Name | undefined, seq: number, read: number): boolean {
    const borders = account === undefined ? [] : (this.borders.get(account) ?? [])
    const joins = borders.filter(({ joined }) => joined)
    const last = Math.max(0, ...joins.map((join) => join.seq))
    return read >= seq && (last <= seq || read > last)
  }

  /** Deleted for itself, or an act on what is. */
  isDeletedFor(account: Name | undefined, seq: number): boolean {
    const { act, ref = 0 } = this.log[seq] ?? {}
    return (
      this.deletions.may(account, seq) || (act !== undefined && this.deletions.may(account, ref))
    )
  }

  /** Whether who joins with this entry sees what lies before it. */
  #isOpenAt(seq: number): boolean {
    const before = this.opened.filter((change) => change.seq < seq)
    return before.toSorted((a, b) => a.seq - b.seq).at(-1)?.open === true
  }

  /** The last seq that exists and that the account may see. */
  lastFor(account: Name | undefined): number {
    return this.intervals(account).reduce((last, { from, to }) => {
      const end = Math.min(to, this.headSeq)
      return end >= from ? Math.max(last, end) : last
    }, 0)
  }
}

/** All sends and conversations of a history. */
export class Facts {
  readonly sends = new Map<string, Send>()
  readonly conversations = new Map<Name, Conversation>()
  readonly accountOf = new Map<Name, Name>()
  readonly sendsOf = new Map<Name, Send[]>()
  readonly deeds = new Map<string, Deed>()
  /** When a clock was set while nothing ran that could notice. */
  readonly clocks: number[] = []
  readonly #findings: Findings

  constructor(findings: Findings) {
    this.#findings = findings
  }

  send(id: string): Send {
    let send = this.sends.get(id)
    if (send !== undefined) return send
    send = {
      id,
      device: undefined,
      digest: '',
      place: 0,
      to: undefined,
      target: undefined,
      act: undefined,
      ref: 0,
      burnAfterMs: 0,
      outcome: 'open',
      waits: false,
      code: '',
      at: 0,
      ackedAt: 0,
      ackedSeq: 0,
      seq: 0,
      conversation: undefined,
      sender: undefined,
      seenDigest: undefined,
    }
    this.sends.set(id, send)
    return send
  }

  conversation(name: Name): Conversation {
    let conversation = this.conversations.get(name)
    if (conversation !== undefined) return conversation
    conversation = new Conversation(name)
    this.conversations.set(name, conversation)
    return conversation
  }

  /** Somebody saw this entry: it must agree with what everybody else saw. */
  observe(conversation: Conversation, entry: SeenEntry, by: Name, account: Name | undefined): void {
    const [seq, sender, id, digest, changed = seq, state = '', , reactions = ''] = entry
    const findings = this.#findings
    const where = (): string => `${conversation.name}/${seq} on ${by}`
    let send = conversation.log[seq]
    if (send === undefined) {
      send = this.send(id)
      if (send.seq !== 0 && (send.seq !== seq || send.conversation !== conversation)) {
        findings.add(
          'duplicate',
          `${id} at ${send.conversation?.name}/${send.seq} and at ${where()}`,
        )
      } else {
        send.seq = seq
        send.conversation = conversation
        send.sender = sender
        if (entry[6] !== undefined && send.ref === 0) send.ref = entry[6]
      }
      conversation.log[seq] = send
      if (seq > conversation.headSeq) conversation.headSeq = seq
    } else if (send.id !== id) {
      findings.add('order', `${where()} is ${id}, elsewhere ${send.id}`)
      return
    }
    if (send.sender !== sender)
      findings.add('phantom', `${where()} is by ${sender}, elsewhere by ${send.sender}`)
    if (changed === seq && state === '') {
      if (send.seenDigest === undefined) send.seenDigest = digest
      else if (send.seenDigest !== digest)
        findings.add('phantom', `${where()} has another body than elsewhere`)
    } else observeChange(conversation, { seq, changed, state, digest, reactions }, account)
    if (account === undefined) return
    let ranges = conversation.seenBy.get(account)
    if (ranges === undefined) conversation.seenBy.set(account, (ranges = new Ranges()))
    ranges.add(seq, seq)
  }
}

/** Which of the ways in which a changed entry is seen are right is judged when everything is known. */
function observeChange(
  conversation: Conversation,
  change: Omit<Change, 'accounts'>,
  account: Name | undefined,
): void {
  const { seq, changed, state, digest, reactions } = change
  const key = `${seq}:${changed}:${state}:${reactions}:${digest}`
  let known = conversation.changes.get(key)
  if (known === undefined) {
    known = { ...change, accounts: new Set() }
    conversation.changes.set(key, known)
  }
  if (account !== undefined) known.accounts.add(account)
}
