import type { SyncContext } from './context.ts'
import type { ConversationState } from './conversation-state.ts'
import type { Message } from './message.ts'
import { toIMError } from '../base/im-error.ts'
import { abortable, sleep, throwIfAborted } from '../base/wait.ts'
import { pullRange } from './window-view.ts'

const pageEntries = 200
const recentMax = 500
const retryMs = 1_000

/** Every entry of a conversation from a seq on, in order, none left out, until the signal says stop. */
export async function* follow(
  context: SyncContext,
  state: ConversationState,
  input: { from?: number | undefined; signal?: AbortSignal | undefined },
): AsyncGenerator<Message, void, undefined> {
  const { signal } = input
  const recent = new Recent(state)
  try {
    await known(state, signal)
    const { unitedWith } = state
    if (unitedWith !== undefined) return yield* follow(context, unitedWith, input)
    let next = input.from ?? recent.startsAt
    for (;;) {
      const stretch = recent.from(next) ?? (await pullFrom(context, state, next, signal))
      if (stretch === undefined) await advanced(state, next, signal)
      else {
        next = stretch.to + 1
        yield* stretch.messages
        throwIfAborted(signal)
      }
    }
  } catch (thrown) {
    if (toIMError(thrown).code !== 'ABORTED') throw thrown
  } finally {
    recent.close()
  }
}

interface Stretch {
  to: number
  messages: readonly Message[]
}

/** What the feed brought since a follower came: saves one that keeps up from pulling. */
class Recent {
  readonly #state: ConversationState
  readonly #removers: (() => void)[]
  #messages: Message[] = []
  #from: number
  readonly startsAt: number

  constructor(state: ConversationState) {
    this.#state = state
    this.startsAt = state.record.to + 1
    this.#from = this.startsAt
    state.followers += 1
    this.#removers = [
      state.events.on('entryReceived', (message) => this.#push(message)),
      state.events.on('jumped', () => {
        this.#messages = []
        this.#from = Infinity
      }),
    ]
  }

  from(next: number): Stretch | undefined {
    const { to } = this.#state.record
    if (next < this.#from || next > to) return undefined
    return { to, messages: this.#messages.filter(({ seq }) => seq >= next) }
  }

  close(): void {
    const { unitedWith = this.#state } = this.#state
    unitedWith.followers -= 1
    for (const remove of this.#removers) remove()
  }

  #push(message: Message): void {
    if (this.#from === Infinity) this.#from = message.seq
    this.#messages.push(message)
    if (this.#messages.length <= recentMax) return
    this.#from = (this.#messages.shift()?.seq ?? 0) + 1
  }
}

async function pullFrom(
  context: SyncContext,
  state: ConversationState,
  next: number,
  signal: AbortSignal | undefined,
): Promise<Stretch | undefined> {
  if (next > Math.max(state.record.headSeq, state.record.to)) return undefined
  const request = { target: state.feed.target, fromSeq: next, limit: pageEntries, backward: false }
  try {
    const range = await pullRange(context, state.feed, request, signal)
    // NOTE nothing there although the head is further: what lies between is nothing to us.
    if (range.to < next) return { to: state.record.headSeq, messages: [] }
    return { to: range.to, messages: range.entries.map((entry) => state.message(entry)) }
  } catch (thrown) {
    const error = toIMError(thrown)
    if (error.code === 'TRIMMED')
      return { to: Math.max(next, state.record.firstSeq - 1), messages: [] }
    if (error.code === 'ABORTED' || (error.retry === 'never' && error.code !== 'KICKED'))
      throw error
    await sleep(context.clock, retryMs, signal)
    return undefined
  }
}

/** Waits until the head reaches `next`. */
function advanced(
  state: ConversationState,
  next: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  return abortable<void>(signal, (done) => {
    const look = () => {
      if (Math.max(state.record.headSeq, state.record.to) >= next) done.resolve(undefined)
    }
    const remove = state.events.on('advanced', look)
    look()
    return remove
  })
}

function known(state: ConversationState, signal: AbortSignal | undefined): Promise<void> {
  return abortable<void>(signal, (done) => {
    const look = () => {
      if (state.feed.isKnown || state.unitedWith !== undefined) done.resolve(undefined)
    }
    const remove = state.events.on('advanced', look)
    look()
    return remove
  })
}
