import type {
  Conversation,
  ConversationSummary,
  HistoryInput,
  IM,
  Message,
  SentMessage,
} from '@parley/client'
import type { Line } from '../checker/history.ts'
import { digestOf, seenEntry } from './seen-entry.ts'
import { windowChanges } from './window-changes.ts'

export interface RecorderDeps {
  device: string

  /** Milliseconds on a clock that all recorders share. */
  nowMs(): number
  emit(line: Line): void
}

interface Announced {
  digest: string
  to: number
  /** Among everything that was sent on this device. */
  place: number
  id: string
  outcome: 'open' | 'told'
}

/** Writes down what one device shows and does, across restarts of its program. It judges nothing. */
export class DeviceRecorder {
  readonly #deps: RecorderDeps
  readonly #sends = new Map<string, Announced>()
  #account = 0
  /** Of the running program. */
  #run:
    | {
        im: IM
        windows: Map<string, readonly Message[]>
        summaries: Map<number, ConversationSummary>
        /** Keys of the messages whose outcome this program waits for. */
        awaited: Set<string>
      }
    | undefined
  #marks = new Map<string, number>()

  constructor(deps: RecorderDeps) {
    this.#deps = deps
  }

  declare(account: number): void {
    this.#account = account
    this.#emit({ event: 'device', device: this.#deps.device, account })
  }

  /** The program has started: from now on everything that this IM shows is written down. */
  attach(im: IM): void {
    const run = { im, windows: new Map(), summaries: new Map(), awaited: new Set<string>() }
    this.#run = run
    const living = <T>(listener: (event: T) => void) => {
      return (event: T) => {
        if (this.#run === run) listener(event)
      }
    }
    im.conversations.subscribe(() =>
      living(() => this.#summaries(im.conversations.getSnapshot()))(0),
    )
    im.outbox.subscribe(() => living(() => this.#outbox(im.outbox.getSnapshot()))(0))
    im.on(
      'sentMessageChanged',
      living(({ message }) => this.#sent(message)),
    )
  }

  /** The program ended. `kept`: in good order, with what it had stored. */
  detach(kept: boolean): void {
    if (this.#run === undefined) return
    this.#run = undefined
    this.#emit({ event: 'restart', device: this.#deps.device, kept })
    if (!kept) this.#marks.clear()
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
    const sent = conversation.send({ text })
    const place = this.#sends.size + 1
    this.#sends.set(sent.key, { digest: digestOf(text), to, place, id: '', outcome: 'open' })
    this.#sent(sent)
    return sent
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
      entries: page.messages.map(seenEntry),
    })
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
    this.#emit({ event: 'settled', device, conversation: id })
  }

  /** Sends whose outcome is not known yet. */
  get openSends(): number {
    let open = 0
    for (const { id, outcome } of this.#sends.values())
      if (id !== '' && outcome === 'open') open += 1
    return open
  }

  #emit(line: Line): void {
    this.#deps.emit(line)
  }

  #outbox(messages: readonly SentMessage[]): void {
    for (const message of messages) this.#sent(message)
  }

  #sent(message: SentMessage): void {
    const { device } = this.#deps
    const known = this.#sends.get(message.key)
    if (known === undefined || known.outcome === 'told') return
    const { clientId } = message
    const run = this.#run
    if (clientId !== '' && known.id !== clientId) {
      known.id = clientId
      const { digest, to, place } = known
      this.#emit({ event: 'send', device, id: clientId, digest, to, place, at: this.#deps.nowMs() })
    }
    if (clientId !== '' && run !== undefined && !run.awaited.has(clientId)) {
      run.awaited.add(clientId)
      message.stored.then(
        ({ conversation, seq }) => {
          // NOTE an answer that only a killed program knew of was never known.
          if (this.#run !== run || known.id !== clientId || known.outcome === 'told') return
          known.outcome = 'told'
          const at = this.#deps.nowMs()
          this.#emit({ event: 'ok', device, id: clientId, conversation, seq, at })
        },
        () => {},
      )
    }
    if (known.id === '') return
    if (message.state === 'failed') {
      known.outcome = 'told'
      this.#emit({ event: 'fail', device, id: known.id, code: message.error?.code ?? 'UNKNOWN' })
    } else if (message.state === 'unknown') {
      known.outcome = 'told'
      this.#emit({ event: 'unknown', device, id: known.id })
    }
  }

  #window(conversation: Conversation): void {
    const { windows } = this.#run ?? {}
    const messages = conversation.window.getSnapshot().messages.filter(({ seq }) => seq > 0)
    const before = windows?.get(conversation.key)
    if (before === undefined) return
    windows?.set(conversation.key, messages)
    if (conversation.id === 0) return
    for (const line of windowChanges(this.#deps.device, conversation.id, before, messages)) {
      this.#emit(line)
    }
  }

  #summaries(summaries: readonly ConversationSummary[]): void {
    for (const summary of summaries) {
      if (summary.id === 0 || this.#run?.summaries.get(summary.id) === summary) continue
      this.#run?.summaries.set(summary.id, summary)
      this.#summary(summary)
    }
  }

  #summary(summary: ConversationSummary): void {
    const { id: conversation, peer, read, peerRead, delivered, peerDelivered } = summary
    const { device } = this.#deps
    for (const [event, account, seq] of [
      ['read', this.#account, read],
      ['delivered', this.#account, delivered],
      ['read', peer, peerRead],
      ['delivered', peer, peerDelivered],
    ] as const) {
      const key = `${event} ${conversation} ${account}`
      if ((this.#marks.get(key) ?? 0) === seq) continue
      this.#marks.set(key, seq)
      this.#emit({ event, device, conversation, account, seq })
    }
  }
}
