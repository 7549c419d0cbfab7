import { pinCommands } from '@parley/protocol'
import { Cell } from '../base/cell.ts'
import { Switch } from '../base/switch.ts'
import { askPatiently } from '../connection/calls.ts'
import type { ConversationState } from '../sync/conversation-state.ts'
import { deletedTarget } from '../sync/deleted.ts'
import type { Engine } from '../sync/engine.ts'
import { isAct } from '../sync/kinds.ts'
import { readEntry } from '../sync/log-entry.ts'
import type { Message } from '../sync/message.ts'
import { faceOf, type ConversationFace } from './conversation.ts'
import type { Conversation, Observable } from './types.ts'

export interface Pins {
  /** What is pinned now, pinned last first: kept up to date while somebody is subscribed. */
  readonly all: Observable<readonly Message[]>
  /** Asks for it, once. @throws IMError */
  fetch(input?: { signal?: AbortSignal }): Promise<readonly Message[]>
}

/** What is pinned in a conversation: the same object for the same conversation. */
export function pinsOf(conversation: Conversation): Pins {
  const made = known.get(conversation) ?? createPins(faceOf(conversation))
  known.set(conversation, made)
  return made
}

function createPins(face: ConversationFace): Pins {
  const { engine } = face
  const all = new Switch(pinBookOf(engine, face.state).list)
  const follow = (state: ConversationState) =>
    state.events.on('united', (other) => {
      all.to(pinBookOf(engine, other).list)
      follow(other)
    })
  follow(face.state)
  return { all, fetch: ({ signal } = {}) => pinBookOf(engine, face.state).fetch(signal) }
}

/** More than a server lets be pinned. */
const pagesMax = 50

/** What is pinned in a conversation now, asked for while somebody looks. */
class PinBook {
  readonly list: Cell<readonly Message[]>
  readonly #engine: Engine
  readonly #state: ConversationState
  #messages: readonly Message[] = []
  #isStale = true
  #loading: Promise<void> | undefined

  constructor(engine: Engine, state: ConversationState) {
    this.#engine = engine
    this.#state = state
    this.list = new Cell(() => this.#messages)
    this.list.onWatched = () => this.#look()
    // NOTE any act may have changed what a pinned message says, or taken it away.
    state.events.on('entryReceived', (entry) => isAct(entry.kind) && this.#changed())
    state.events.on('jumped', () => this.#changed())
    engine.events.on('syncedChanged', () => this.#look())
    engine.events.on('itemChanged', ({ key }) => {
      if (deletedTarget(key) === state.record.id) this.#changed()
    })
  }

  /** @throws IMError */
  async fetch(signal?: AbortSignal): Promise<readonly Message[]> {
    const { context } = this.#engine
    const { requestTimeoutMs: timeoutMs } = context.limits
    const { feed } = this.#state
    const messages: Message[] = []
    let before = 0
    for (let page = 0; page < pagesMax; page += 1) {
      const request = { target: feed.target, before }
      const options = { timeoutMs, signal }
      const reply = await askPatiently(pinCommands, context, 'listPins', request, options)
      const entries = feed.current(reply.entries.map(readEntry))
      messages.push(...entries.map((entry) => this.#state.message(entry)))
      before = reply.entries.at(-1)?.pinSeq ?? 0
      if (!reply.more || before === 0) break
    }
    return messages.filter(({ pinned }) => pinned === true)
  }

  #changed(): void {
    this.#isStale = true
    this.#look()
  }

  /** Never rejects: what did not succeed is asked for again after the next sync. */
  #look(): void {
    if (!this.#isStale || !this.list.isWatched || !this.#engine.isCurrent) return
    if (this.#state.record.id === 0) return
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined
    })
  }

  async #load(): Promise<void> {
    try {
      while (this.#isStale) {
        this.#isStale = false
        this.#messages = await this.fetch()
        this.list.changed()
      }
    } catch {
      this.#isStale = true
    }
  }
}

const known = new WeakMap<Conversation, Pins>()
const books = new WeakMap<ConversationState, PinBook>()

/** The same for the same conversation. */
function pinBookOf(engine: Engine, state: ConversationState): PinBook {
  const known = books.get(state) ?? new PinBook(engine, state)
  books.set(state, known)
  return known
}
