import { DeviceView } from './device-view.ts'
import { Facts, Ranges } from './facts.ts'
import { Findings } from './findings.ts'
import { finishHistory } from './finish-history.ts'
import type { Line, Name, Verdict } from './history.ts'
import { HookCheck } from './hook-check.ts'
import { PresenceCheck } from './presence-check.ts'

type NoticeLine = Extract<Line, { event: 'notice' }>

/** Takes a history line by line; judges when all of it was taken. */
export class HistoryCheck {
  readonly #findings = new Findings()
  readonly #facts = new Facts(this.#findings)
  readonly #devices = new Map<Name, DeviceView>()
  readonly #presence = new PresenceCheck()
  readonly #hooks = new HookCheck()
  #quietAt: number | undefined
  #lines = 0

  /** @throws when the line is none of those that README.md describes. */
  take(line: Line): void {
    this.#lines += 1
    switch (line.event) {
      case 'device':
        if (!this.#devices.has(line.device)) {
          const view = new DeviceView(line.device, line.account, this.#facts, this.#findings)
          this.#devices.set(line.device, view)
          this.#facts.accountOf.set(line.device, line.account)
        }
        return
      case 'send':
        return this.#send(line)
      case 'ok':
        return this.#ok(line)
      case 'fail': {
        const send = this.#facts.send(line.id)
        send.outcome = 'failed'
        send.code = line.code
        return
      }
      case 'unknown':
        this.#facts.send(line.id).outcome = 'unknown'
        return
      case 'waiting':
        this.#facts.send(line.id).waits = true
        return
      case 'joined':
      case 'left':
        return this.#border(line)
      case 'open': {
        const { opened } = this.#facts.conversation(line.conversation)
        if (!opened.some(({ seq }) => seq === line.seq)) opened.push(line)
        return
      }
      case 'notice':
        return this.#notice(line)
      case 'do': {
        const account = this.#facts.accountOf.get(line.device)
        if (account === undefined) throw new Error(`no device ${line.device} was declared`)
        const { what, conversation, accounts, text, at, seqs, upTo } = line
        const asked = { account, what, conversation, accounts, text, at, seqs, upTo }
        const deed = { ...asked, code: undefined, doneAt: Infinity }
        this.#facts.deeds.set(line.key, deed)
        if (what === 'deleted') this.#facts.conversation(conversation).deletions.add(deed)
        return
      }
      case 'done': {
        const deed = this.#facts.deeds.get(line.key)
        if (deed === undefined) throw new Error(`${line.key} is done and was not begun`)
        deed.code = line.code
        deed.doneAt = line.at
        return
      }
      case 'told': {
        const { told } = this.#facts.conversation(line.conversation)
        const ranges = told.get(line.account) ?? new Ranges()
        told.set(line.account, ranges)
        for (const [from, to] of line.ranges) ranges.add(from, to)
        return
      }
      case 'clock':
        this.#facts.clocks.push(line.at)
        return
      case 'bound':
        this.#presence.boundMs = line.presence
        return
      case 'online':
        return this.#presence.online(line.account, line.online, line.at)
      case 'watch':
        return this.#presence.told(line.device, line.account, line.at, { watching: line.watching })
      case 'presence':
        return this.#presence.told(line.device, line.account, line.at, { online: line.online })
      case 'hook':
        return this.#hooks.owe(line.id)
      case 'hooked':
        return this.#hooks.call(line.id, line.conversation, line.seq)
      case 'hooks':
        this.#hooks.isAllOwed = true
        return
      case 'quiet':
        this.#quietAt = line.at
        return this.#presence.quiet(line.at)
      default:
        return this.#onDevice(line)
    }
  }

  #onDevice(
    line: Exclude<
      Line,
      {
        event:
          | 'bound'
          | 'quiet'
          | 'clock'
          | 'hooks'
          | 'online'
          | 'joined'
          | 'left'
          | 'open'
          | 'notice'
          | 'do'
          | 'done'
          | 'told'
      }
    >,
  ): void {
    const device = 'device' in line ? this.#devices.get(line.device) : undefined
    if (device === undefined) throw new Error(`no device was declared for ${JSON.stringify(line)}`)
    if (line.event === 'restart') return device.restart(line.kept)
    if (line.event === 'gone') {
      device.gone = true
      return
    }
    if (!('conversation' in line) || line.conversation === undefined) {
      throw new Error(`not a line of a history: ${JSON.stringify(line)}`)
    }
    const window = device.window(line.conversation)
    switch (line.event) {
      case 'shown':
        return device.show(window, line.entries, line.place === 'start')
      case 'changed':
        return device.change(window, line.entries)
      case 'nothing':
        return window.nothing.add(line.from, line.to)
      case 'kept':
        return device.keep(window, line.from, line.to)
      case 'reset':
        return device.reset(window)
      case 'reads': {
        const { seq, at } = line
        window.conversation.readings.push({ account: device.account, seq, at })
        return
      }
      case 'burnt': {
        const send = this.#facts.send(line.id)
        send.act = 'burn'
        send.ref = line.ref
        window.conversation.gone(line.ref, line.at)
        return
      }
      case 'deleted':
        window.deleted = line.ranges
        return
      case 'settled':
        window.settled = true
        window.shows = line.shows ?? []
        return
      case 'pull':
        return device.pull(window, line, this.#quietAt !== undefined)
      case 'members':
        window.conversation.memberLists.push(line)
        return
      case 'read':
      case 'delivered':
        return device.mark(window, line.event, line.account, line.seq)
      case 'unread': {
        const { unread, read, head } = line
        const claim = { device: device.name, account: device.account, unread, read, head }
        window.conversation.unread.push(claim)
        return
      }
      default:
        throw new Error(`not a line of a history: ${JSON.stringify(line)}`)
    }
  }

  #send(line: Extract<Line, { event: 'send' }>): void {
    const send = this.#facts.send(line.id)
    if (send.device !== undefined) {
      if (send.device !== line.device)
        this.#findings.add('duplicate', `${line.id} was minted twice`)
      return
    }
    send.device = line.device
    send.digest = line.digest
    send.to = line.to
    send.target = line.conversation
    send.act = line.act
    send.at = line.at ?? 0
    if (line.ref !== undefined) send.ref = line.ref
    send.burnAfterMs = line.burnAfterMs ?? 0
    const list = this.#facts.sendsOf.get(line.device)
    send.place = line.place ?? (list?.length ?? 0) + 1
    if (list === undefined) this.#facts.sendsOf.set(line.device, [send])
    else list.push(send)
  }

  #ok({ device, id, conversation: name, seq, at }: Extract<Line, { event: 'ok' }>): void {
    const send = this.#facts.send(id)
    const conversation = this.#facts.conversation(name)
    if (send.ackedSeq !== 0 && (send.ackedSeq !== seq || send.conversation !== conversation)) {
      this.#findings.add('duplicate', `${id} acked at ${send.ackedSeq} and at ${seq}`)
    }
    if (send.seq !== 0 && (send.seq !== seq || send.conversation !== conversation)) {
      this.#findings.add('duplicate', `${id} acked at ${name}/${seq}, seen at ${send.seq}`)
    }
    send.outcome = 'ok'
    send.ackedSeq = seq
    send.ackedAt = at
    send.conversation ??= conversation
    if (send.act === 'recall') conversation.gone(send.ref, at)
    conversation.acks.push({ at, seq, account: this.#facts.accountOf.get(device) })
    if (seq > conversation.headSeq) conversation.headSeq = seq
  }

  #border(line: Extract<Line, { event: 'joined' | 'left' }>): void {
    const { borders } = this.#facts.conversation(line.conversation)
    const border = { seq: line.seq, joined: line.event === 'joined' }
    const list = borders.get(line.account)
    if (list === undefined) borders.set(line.account, [border])
    else if (!list.some(({ seq }) => seq === line.seq)) list.push(border)
  }

  /** Every device that sees the entry tells of it. */
  #notice({ conversation: name, seq, id, by, what, accounts, text }: NoticeLine): void {
    const { notices } = this.#facts.conversation(name)
    const known = notices.get(seq)
    if (known === undefined) notices.set(seq, { seq, by, what, accounts, text })
    else if (JSON.stringify(known) !== JSON.stringify({ seq, by, what, accounts, text })) {
      this.#findings.add('order', `${name}/${seq} (${id}) tells something else elsewhere`)
    }
  }

  finish(): Verdict {
    const findings = this.#findings
    this.#presence.finish(findings)
    this.#hooks.finish(this.#facts.conversations.values(), findings)
    finishHistory(this.#facts, this.#devices, this.#quietAt, findings)
    // NOTE of a notice there is no send, but a deed.
    const sends = [...this.#facts.sends.values()].filter(({ device }) => device !== undefined)
    const incomplete = [...findings.incomplete].map(([reason, count]) => `${reason} (${count})`)
    return {
      good: findings.total === 0 && incomplete.length === 0,
      violations: findings.counts,
      samples: findings.samples,
      incomplete,
      figures: {
        lines: this.#lines,
        devices: this.#devices.size,
        conversations: this.#facts.conversations.size,
        sends: sends.length,
        acts: sends.filter(({ act }) => act !== undefined).length,
        deeds: this.#facts.deeds.size,
        acked: sends.filter((send) => send.outcome === 'ok').length,
        refused: sends.filter((send) => send.outcome === 'failed').length,
        unknown: sends.filter((send) => send.outcome === 'open' || send.outcome === 'unknown')
          .length,
        unknownFound: sends.filter(
          (send) => (send.outcome === 'open' || send.outcome === 'unknown') && send.seq > 0,
        ).length,
      },
    }
  }
}

export function checkHistory(lines: Iterable<Line>): Verdict {
  const check = new HistoryCheck()
  for (const line of lines) check.take(line)
  return check.finish()
}
