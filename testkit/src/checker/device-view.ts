import { Ranges, type Conversation, type Facts } from './facts.ts'
import type { Findings } from './findings.ts'
import type { Name, SeenEntry, SeqPair } from './history.ts'

/** One conversation as one device shows it. The window is contiguous, so two numbers hold it. */
export interface Window {
  conversation: Conversation
  /** 0: nothing is shown. */
  low: number
  high: number
  settled: boolean
  /** What the device was told is nothing to it. */
  nothing: Ranges
  /** Passed over before it was told what they are: it may be told later, before it lets go of what it shows. */
  passedOver: Map<number, string>
  lastPull: { at: number; head: number }
  marks: Map<string, number>
  /** Entries that this device saw changed, and by which seq last. */
  changed: Map<number, number>
  /** What its account deleted for itself, as the device holds it. */
  deleted: readonly SeqPair[]
  /** What is on the screen at the end, where something was deleted. */
  shows: readonly number[]
}

export class DeviceView {
  readonly name: Name
  readonly account: Name
  readonly windows = new Map<Name, Window>()
  gone = false
  readonly #facts: Facts
  readonly #findings: Findings

  constructor(name: Name, account: Name, facts: Facts, findings: Findings) {
    this.name = name
    this.account = account
    this.#facts = facts
    this.#findings = findings
  }

  window(name: Name): Window {
    let window = this.windows.get(name)
    if (window !== undefined) return window
    window = {
      conversation: this.#facts.conversation(name),
      low: 0,
      high: 0,
      settled: false,
      nothing: new Ranges(),
      passedOver: new Map(),
      lastPull: { at: -1, head: 0 },
      marks: new Map(),
      changed: new Map(),
      deleted: [],
      shows: [],
    }
    this.windows.set(name, window)
    return window
  }

  show(window: Window, entries: readonly SeenEntry[], atStart: boolean): void {
    for (const entry of entries) {
      this.#facts.observe(window.conversation, entry, this.name, this.account)
      this.#noteChange(window, entry)
      this.#noteDeleted(window, entry[0])
      if (window.low === 0) window.low = window.high = entry[0]
      else if (!atStart) this.#below(window, entry[0])
    }
    if (atStart) for (const entry of entries.toReversed()) this.#above(window, entry[0])
  }

  #below(window: Window, seq: number): void {
    if (seq === window.high + 1) {
      window.high = seq
      return
    }
    const where = `${window.conversation.name}/${seq} on ${this.name}`
    if (seq > window.high) {
      this.#needNothing(window, window.high + 1, seq - 1, where)
      window.high = seq
    } else if (seq >= window.low)
      this.#findings.add('duplicate', `${where} shown again after ${window.high}`)
    else this.#findings.add('order', `${where} shown after ${window.high}`)
  }

  #above(window: Window, seq: number): void {
    if (seq === window.low - 1) {
      window.low = seq
      return
    }
    if (seq === window.low && seq === window.high) return
    const where = `${window.conversation.name}/${seq} on ${this.name}`
    if (seq < window.low) {
      this.#needNothing(window, seq + 1, window.low - 1, where)
      window.low = seq
    } else if (seq <= window.high)
      this.#findings.add('duplicate', `${where} shown again above ${window.low}`)
    else this.#findings.add('order', `${where} shown above ${window.low}`)
  }

  #needNothing(window: Window, from: number, to: number, where: string): void {
    for (let seq = from; seq <= to; seq += 1)
      if (!window.nothing.has(seq)) window.passedOver.set(seq, where)
  }

  /** What was passed over and is still not known to be nothing, nor deleted. */
  judgePassedOver(window: Window): void {
    for (const [seq, where] of window.passedOver) {
      if (window.nothing.has(seq) || isWithin(window.deleted, seq)) continue
      this.#findings.add('gap', `${where} while ${seq} is neither shown nor known to be nothing`)
      break
    }
    window.passedOver.clear()
  }

  change(window: Window, entries: readonly SeenEntry[]): void {
    for (const entry of entries) {
      this.#facts.observe(window.conversation, entry, this.name, this.account)
      this.#noteChange(window, entry)
    }
  }

  #noteDeleted({ conversation, deleted }: Window, seq: number): void {
    if (!isWithin(deleted, seq)) return
    const where = `${conversation.name}/${seq} on ${this.name}`
    this.#findings.add('deleted', `${where} shown although its account deleted it for itself`)
  }

  #noteChange(window: Window, entry: SeenEntry): void {
    const [seq, , , , changed = seq] = entry
    const known = window.changed.get(seq) ?? seq
    if (changed < known) {
      const where = `${window.conversation.name}/${seq} on ${this.name}`
      this.#findings.add(
        'edits',
        `${where} shown as of ${changed} after it was shown as of ${known}`,
      )
    } else if (changed > seq) window.changed.set(seq, changed)
  }

  pull(
    window: Window,
    page: {
      invoked: number
      at: number
      from: number
      to: number
      head: number
      entries: SeenEntry[]
    },
    isFinal: boolean,
  ): void {
    const { invoked, at, from, to, head, entries } = page
    const { conversation, lastPull } = window
    const where = `pull of ${conversation.name} ${from}-${to} on ${this.name}`
    let next = from
    for (const entry of entries) {
      const seq = entry[0]
      if (seq < next || seq > to) {
        this.#findings.add('order', `${where} holds ${seq} after ${next - 1}`)
        continue
      }
      if (seq > next) window.nothing.add(next, seq - 1)
      next = seq + 1
      if (conversation.deletions.isDone(this.account, seq, invoked))
        this.#findings.add('deleted', `${where} holds ${seq}, which its account deleted before`)
      if (entry[3] !== '' && (conversation.goneAt.get(seq) ?? at) < invoked)
        this.#findings.add('edits', `${where} holds the body of ${seq}, which was gone before`)
      this.#facts.observe(conversation, entry, this.name, this.account)
      if (isFinal) this.#noteFinal(conversation, entry)
    }
    if (from > 0 && next <= to) window.nothing.add(next, to)
    if (invoked >= lastPull.at && head < lastPull.head) {
      this.#findings.add('monotonic', `${where} says head ${head} after ${lastPull.head}`)
    }
    if (head >= lastPull.head) window.lastPull = { at, head }
    const reader = { device: this.name, account: this.account }
    conversation.pulls.push({ ...reader, invoked, from, to, head, isFinal })
  }

  #noteFinal(conversation: Conversation, [seq, , , , changed = seq]: SeenEntry): void {
    if (changed === seq) return
    let known = conversation.finalChanges.get(this.account)
    if (known === undefined) conversation.finalChanges.set(this.account, (known = new Map()))
    known.set(seq, Math.min(known.get(seq) ?? changed, changed))
  }

  mark(window: Window, which: 'read' | 'delivered', account: Name, seq: number): void {
    const key = `${which} ${account}`
    const known = window.marks.get(key) ?? 0
    if (seq < known) {
      const where = `${window.conversation.name} on ${this.name}`
      this.#findings.add(
        'monotonic',
        `${where}: ${which} mark of ${account} went from ${known} to ${seq}`,
      )
    } else window.marks.set(key, seq)
  }

  /** A window let go of an end. */
  keep(window: Window, from: number, to: number): void {
    window.low = Math.max(window.low, from)
    window.high = Math.min(window.high, to)
  }

  reset(window: Window): void {
    this.judgePassedOver(window)
    window.low = window.high = 0
    window.settled = false
  }

  restart(kept: boolean): void {
    for (const window of this.windows.values()) {
      this.reset(window)
      if (kept) continue
      window.marks.clear()
      window.changed.clear()
      window.deleted = []
      window.nothing = new Ranges()
    }
  }
}

const isWithin = (ranges: readonly SeqPair[], seq: number): boolean =>
  ranges.some(([from, to]) => from <= seq && seq <= to)
