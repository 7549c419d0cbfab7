import type { Conversation, HistoryInput, IM, Message, SentMessage, Stored } from '@parley/client'
import { errors, lastActKind } from '@parley/protocol'
import type { Line } from '../checker/history.ts'
import { CursorLines } from './cursor-lines.ts'
import { deletedPrefix, deletedRanges } from './deleted-ranges.ts'
import { GapLines } from './gap-lines.ts'
import { noticeLines } from './notice-lines.ts'
import type { Deed, Said } from './said.ts'
import { burnKind, digestOf, idOf, seenEntry } from './seen-entry.ts'
import { SentLines } from './sent-lines.ts'
import { windowChanges } from './window-changes.ts'

export interface RecorderDeps {
  device: string

  /** Milliseconds on a clock that all recorders share. */
  nowMs(): number
  emit(line: Line): void
  /** Gets every page that was read. */
  page?(conversation: number, messages: readonly Message[]): void
}

/** Writes down what one device shows and does, across restarts of its program. It judges nothing. */
export class DeviceRecorder {
  readonly #deps: RecorderDeps
  #account = 0
  /** Of the running program. */
  #run:
    | {
        im: IM
        windows: Map<string, readonly Message[]>
      }
    | undefined
  readonly #sent: SentLines
  readonly #cursors: CursorLines
  readonly #gaps = new GapLines()
  readonly #noticed = new Set<string>()
  /** NOTE looked for first: a window holds the same ones again and again. */
  readonly #noticedHere = new WeakSet<Message>()
  #deeds = 0
  #openDeeds = 0

  constructor(deps: RecorderDeps) {
    this.#deps = deps
    this.#sent = new SentLines({ ...deps, run: () => this.#run })
    this.#cursors = new CursorLines(deps)
  }

  declare(account: number): void {
    this.#account = account
    this.#emit({ event: 'device', device: this.#deps.device, account })
  }

  /** The program has started: from now on everything that this IM shows is written down. */
  attach(im: IM): void {
    const run = { im, windows: new Map() }
    this.#run = run
    this.#sent.begin(run)
    this.#cursors.begin()
    const living = <T>(listener: (event: T) => void) => {
      return (event: T) => {
        if (this.#run === run) listener(event)
      }
    }
    im.conversations.subscribe(() =>
      living(() => this.#cursors.look(this.#account, im.conversations.getSnapshot()))(0),
    )
    im.outbox.subscribe(() => living(() => this.#sent.lookAt(im.outbox.getSnapshot()))(0))
    im.on(
      'sentMessageChanged',
      living(({ message }) => this.#sent.lookAt([message])),
    )
    im.on(
      'presenceChanged',
      living(({ account, online }) => {
        const { device, nowMs } = this.#deps
        this.#emit({ event: 'presence', device, account, online, at: nowMs() })
      }),
    )
    im.on(
      'itemChanged',
      living(({ key }) => {
        if (key.startsWith(deletedPrefix)) this.#deleted(Number(key.slice(deletedPrefix.length)))
      }),
    )
  }

  /** The program ended. `kept`: in good order, with what it had stored. */
  detach(kept: boolean): void {
    if (this.#run === undefined) return
    this.#run = undefined
    this.#openDeeds = 0
    this.#emit({ event: 'restart', device: this.#deps.device, kept })
    if (kept) return
    this.#cursors.clear()
    this.#gaps.clear()
  }

  gone(): void {
    this.#run = undefined
    this.#emit({ event: 'gone', device: this.#deps.device })
  }

  /** Follows what the window of a conversation shows. */
  watch(conversation: Conversation): void {
    const run = this.#run
    if (run === undefined || run.windows.has(conversation.key)) return
    run.windows.set(conversation.key, [])
    const look = (): void => {
      if (this.#run === run) this.#window(conversation)
    }
    conversation.window.subscribe(look)
    look()
  }

  /** Sends, and follows it to its outcome. @throws what the SDK throws at once. */
  send(conversation: Conversation, to: number, text: string): SentMessage {
    return this.follow(conversation.send({ text }), { digest: digestOf(text), to })
  }

  /** Follows what was sent to its outcome. */
  follow(sent: SentMessage, said: Said): SentMessage {
    this.#sent.follow(sent, said)
    return sent
  }

  /** Somebody reads everything that this device knows of, or up to an entry. */
  read(conversation: Conversation, upTo?: number): void {
    const { device, nowMs } = this.#deps
    const { id, summary } = conversation
    const { headSeq } = summary.getSnapshot()
    const seq = upTo ?? headSeq
    if (id > 0) this.#emit({ event: 'reads', device, conversation: id, seq, at: nowMs() })
    conversation.markRead(upTo)
  }

  /** Hands a message to the server for later: whether and when it is sent, others decide. */
  handOver(id: string, said: Said): void {
    const { device, nowMs } = this.#deps
    this.#emit({ event: 'send', device, id, ...said, place: 0, at: nowMs() })
    this.#emit({ event: 'unknown', device, id })
  }

  /** @returns whether the server said that it keeps it. */
  async handedOver(id: string, asked: Promise<unknown>): Promise<boolean> {
    const run = this.#run
    try {
      await asked
      return this.#run === run
    } catch (thrown) {
      const code = refusalOf(thrown)
      if (code !== undefined && this.#run === run) this.#failed(id, code)
      return false
    }
  }

  /** It waits no longer, as the server said: it is never sent. */
  cancelled(id: string, asked: Promise<unknown>): void {
    const run = this.#run
    const done = (): void => {
      if (this.#run === run) this.#failed(id, 'cancelled')
    }
    asked.then(done, () => {})
  }

  sentNow(id: string, asked: Promise<Stored>): void {
    const run = this.#run
    const { device, nowMs } = this.#deps
    const done = ({ conversation, seq }: Stored): void => {
      if (this.#run === run) this.#emit({ event: 'ok', device, id, conversation, seq, at: nowMs() })
    }
    asked.then(done, () => {})
  }

  /** Something done to a group or another account, from its beginning to what came of it. Never rejects. */
  async did<T>(deed: Deed, done: Promise<T>): Promise<T | undefined> {
    const { device, nowMs } = this.#deps
    const run = this.#run
    const key = `${device}/${(this.#deeds += 1)}`
    const accounts = [...deed.accounts].toSorted((a, b) => a - b)
    this.#emit({ event: 'do', device, key, ...deed, accounts, at: nowMs() })
    this.#openDeeds += 1
    try {
      const result = await done
      // NOTE an answer that only a killed program knew of was never known.
      if (this.#run !== run) return undefined
      this.#emit({ event: 'done', device, key, code: '', at: nowMs() })
      return result
    } catch (thrown) {
      const code = refusalOf(thrown)
      if (this.#run === run && code !== undefined)
        this.#emit({ event: 'done', device, key, code, at: nowMs() })
      return undefined
    } finally {
      if (this.#run === run) this.#openDeeds -= 1
    }
  }

  /** Reads a page, and writes down what it says. Rejects when it could not be read. */
  async history(conversation: Conversation, input: HistoryInput): Promise<number> {
    const { device } = this.#deps
    const invoked = this.#deps.nowMs()
    const run = this.#run
    const page = await conversation.history(input)
    if (this.#run !== run) throw new Error('the program has ended meanwhile')
    this.#emit({
      event: 'pull',
      device,
      conversation: conversation.id,
      invoked,
      at: this.#deps.nowMs(),
      from: page.coveredFrom,
      to: page.coveredTo,
      head: page.headSeq,
      entries: page.messages.map((message) => seenEntry(message, conversation.id)),
    })
    this.#deps.page?.(conversation.id, page.messages)
    this.#notices(conversation.id, page.messages)
    return page.coveredTo < page.headSeq ? page.coveredTo + 1 : 0
  }

  /**
   * The device holds that it shows everything there is. Only now its unread count is taken at its word: while entries
   * are on their way it belongs to what has come so far.
   */
  settled(conversation: Conversation): void {
    const { device } = this.#deps
    const { id, unread, read, headSeq: head } = conversation.summary.getSnapshot()
    this.#emit({ event: 'unread', device, conversation: id, unread, read, head })
    const deleted = this.#deleted(id)
    const { log } = conversation.window.getSnapshot()
    const shows = deleted ? { shows: log.map(({ seq }) => seq) } : {}
    this.#emit({ event: 'settled', device, conversation: id, ...shows })
  }

  /** Sends whose outcome is not known yet. */
  get openSends(): number {
    return this.#sent.open
  }

  /** Who the server says is in a group. */
  members(conversation: number, accounts: number[]): void {
    this.#emit({ event: 'members', device: this.#deps.device, conversation, accounts })
  }

  /** What was begun and has no outcome yet, while its program runs. */
  get openDeeds(): number {
    return this.#openDeeds
  }

  #failed(id: string, code: string): void {
    this.#emit({ event: 'fail', device: this.#deps.device, id, code })
  }

  #emit(line: Line): void {
    this.#deps.emit(line)
  }

  #window(conversation: Conversation): void {
    if (this.#run === undefined) return
    const { windows, im } = this.#run
    const { log } = conversation.window.getSnapshot()
    const before = windows.get(conversation.key)
    if (before === undefined || before === log) return
    windows.set(conversation.key, log)
    const { id } = conversation
    if (id === 0) return
    const { device } = this.#deps
    const isGroup = conversation.summary.getSnapshot().group !== undefined
    for (const line of this.#gaps.lines({ im, device, conversation: id, isGroup, log }))
      this.#emit(line)
    for (const line of windowChanges(device, id, before, log)) this.#emit(line)
    this.#notices(id, log)
  }

  /** Says what the device holds as deleted. @returns whether anything is. */
  #deleted(conversation: number): boolean {
    const im = this.#run?.im
    const ranges = im === undefined ? [] : deletedRanges(im, conversation)
    const { device } = this.#deps
    if (ranges.length > 0)
      this.#emit({ event: 'deleted', device, conversation, ranges: [...ranges] })
    return ranges.length > 0
  }

  #notices(conversation: number, messages: readonly Message[]): void {
    for (const message of messages) {
      const isBurn = message.kind === burnKind
      if (message.kind <= lastActKind && !isBurn) continue
      if (this.#noticedHere.has(message)) continue
      this.#noticedHere.add(message)
      const key = `${conversation}/${message.seq}`
      if (this.#noticed.has(key)) continue
      this.#noticed.add(key)
      for (const line of noticeLines(conversation, message)) this.#emit(line)
      if (!isBurn) continue
      const { device, nowMs } = this.#deps
      const { seq, refSeq: ref } = message
      const id = idOf(message, conversation)
      this.#emit({ event: 'burnt', device, conversation, seq, id, ref, at: nowMs() })
    }
  }
}

/** A no of the server, after which nothing has happened (R14). */
function refusalOf(thrown: unknown): string | undefined {
  const { code, retry } = thrown as { code?: string; retry?: string }
  const isKnown = code !== undefined && code in errors && code !== 'TIMEOUT' && code !== 'RESTARTED'
  return isKnown && retry === 'never' ? code : undefined
}
