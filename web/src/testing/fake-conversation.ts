import type {
  Conversation,
  ConversationEvents,
  ConversationSummary,
  Message,
  SendInput,
  SentMessage,
  WindowSnapshot,
} from '@parley/client/browser'
import { IMError } from '@parley/client/browser'
import { Cell } from './cell.ts'
import type { FakeIM } from './fake-im.ts'
import type { SampleConversation } from './sample-world.ts'

const pageSize = 50
const storeMs = 500
const pageMs = 400

export class FakeConversation implements Conversation {
  readonly key: string
  readonly id: number
  readonly summary: Cell<ConversationSummary>
  readonly window: Cell<WindowSnapshot>
  readonly #im: FakeIM
  readonly #received = new Set<(message: Message) => void>()
  #all: Message[]
  #unsent: Message[] = []
  #from: number

  constructor(im: FakeIM, sample: SampleConversation) {
    const { id, peer, entries, unread, peerDelivered, peerRead, draft } = sample
    this.#im = im
    this.id = id
    this.key = `a${peer.account}`
    this.#all = entries.map(({ me, text, timeMs }, i) => ({
      ...plain,
      key: `${peer.account}-${i + 1}`,
      seq: i + 1,
      sender: me ? 1 : peer.account,
      mine: me,
      text,
      timeMs,
    }))
    this.#from = Math.max(0, this.#all.length - pageSize)
    const head = entries.length
    this.summary = new Cell<ConversationSummary>({
      key: this.key,
      id,
      kind: 1,
      peer: peer.account,
      peerProfile: peer.handle === '' ? undefined : peer,
      headSeq: head,
      firstSeq: 1,
      last: this.#all.at(-1),
      timeMs: this.#all.at(-1)?.timeMs ?? 0,
      unread,
      delivered: head,
      read: head - unread,
      peerDelivered,
      peerRead,
      draft,
      typing: [],
      left: false,
      group: undefined,
      mentioned: 0,
    })
    this.window = new Cell<WindowSnapshot>(this.#view('none'))
  }

  #view(loading: WindowSnapshot['loading']): WindowSnapshot {
    return {
      messages: [...this.#all.slice(this.#from), ...this.#unsent],
      log: this.#all.slice(this.#from),
      hasOlder: this.#from > 0,
      hasNewer: false,
      ready: true,
      loading,
      headSeq: this.#all.length,
    }
  }

  #patch(patch: Partial<ConversationSummary>) {
    const last = this.#unsent.at(-1) ?? this.#all.at(-1)
    const timeMs = last?.timeMs ?? 0
    const headSeq = this.#all.length
    this.summary.set({ ...this.summary.getSnapshot(), last, timeMs, headSeq, ...patch })
    this.#im.refresh()
  }

  arrive(text: string) {
    const { peer, unread } = this.summary.getSnapshot()
    const seq = this.#all.length + 1
    const message = { ...plain, key: `${peer}-${seq}`, seq, sender: peer, text, timeMs: Date.now() }
    this.#all = [...this.#all, message]
    this.window.set(this.#view('none'))
    this.#patch({ unread: unread + 1, typing: [] })
    for (const listener of this.#received) listener(message)
  }

  peerTypes(active: boolean) {
    const { peer } = this.summary.getSnapshot()
    this.#patch({ typing: active ? [peer] : [] })
  }

  refuse(text: string) {
    const error = new IMError('BLOCKED')
    this.#unsent = [...this.#unsent, { ...own(text), state: 'failed', error }]
    this.window.set(this.#view('none'))
    this.#patch({})
  }

  // NOTE nobody acts on messages here yet.
  edit(): SentMessage {
    throw new IMError('UNSUPPORTED')
  }

  recall(): SentMessage {
    throw new IMError('UNSUPPORTED')
  }

  react(): SentMessage {
    throw new IMError('UNSUPPORTED')
  }

  send({ text = '' }: SendInput): SentMessage {
    const message = own(text)
    this.#unsent = [...this.#unsent, message]
    this.window.set(this.#view('none'))
    this.#patch({})
    const sent: SentMessage = {
      key: message.key,
      clientId: '',
      state: 'pending',
      error: undefined,
      stored: new Promise(() => {}),
      resend() {},
      discard() {},
      on: () => () => {},
    }
    this.#im.outboxCell.set([...this.#im.outboxCell.getSnapshot(), sent])
    if (this.#im.state.name === 'online') setTimeout(() => this.flush(), storeMs)
    return sent
  }

  flush() {
    for (const message of this.#unsent.filter(({ state }) => state === 'pending')) {
      this.#all = [...this.#all, { ...message, seq: this.#all.length + 1, state: 'stored' }]
    }
    this.#unsent = this.#unsent.filter(({ state }) => state !== 'pending')
    this.#im.outboxCell.set([])
    this.window.set(this.#view('none'))
    this.#patch({ peerDelivered: this.#all.length })
  }

  async open() {}
  async older() {
    this.window.set(this.#view('older'))
    await new Promise((resolve) => setTimeout(resolve, pageMs))
    const before = this.#from
    this.#from = Math.max(0, before - pageSize)
    this.window.set(this.#view('none'))
    return before - this.#from
  }
  async newer() {
    return 0
  }
  async openAt() {}
  async openLatest() {}
  markRead(upTo = this.#all.length) {
    const { unread, read } = this.summary.getSnapshot()
    if (upTo <= read) return
    this.#patch({ read: upTo, unread: Math.max(0, unread - (upTo - read)) })
  }
  typing() {}
  setDraft(draft: string) {
    this.#patch({ draft })
  }
  history(): never {
    throw new IMError('UNSUPPORTED')
  }
  follow(): never {
    throw new IMError('UNSUPPORTED')
  }
  on<N extends keyof ConversationEvents>(
    event: N,
    listener: (event: ConversationEvents[N]) => void,
  ) {
    if (event !== 'messageReceived') return () => {}
    const received = listener as (message: Message) => void
    this.#received.add(received)
    return () => void this.#received.delete(received)
  }
}

const plain: Message = {
  key: '',
  seq: 0,
  sender: 0,
  mine: false,
  clientId: '',
  kind: 1,
  text: '',
  content: { text: '' } as Message['content'],
  timeMs: 0,
  state: 'stored',
  error: undefined,
  edited: false,
  gone: false,
  recalled: false,
  reactions: [],
  replyTo: 0,
  refSeq: 0,
  changed: 0,
}

const own = (text: string): Message => {
  const key = `own-${crypto.randomUUID()}`
  return { ...plain, key, sender: 1, mine: true, text, timeMs: Date.now(), state: 'pending' }
}
