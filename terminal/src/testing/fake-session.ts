import { commands, type CommandName } from '@parley/protocol'
import {
  IMError,
  type Clock,
  type Random,
  type Session,
  type SessionState,
} from '../session/sdk.ts'

type Listener = (event: never) => void

interface AnyCodec {
  encode(message: unknown): { finish(): Uint8Array }
  decode(bytes: Uint8Array): unknown
}

/** A session whose server is a function: it answers each command, or refuses by throwing. */
export class FakeSession {
  readonly #listeners = new Map<string, Set<Listener>>()
  state: SessionState = { name: 'connecting' }
  relogins = 0
  notes: { command: number; body: Uint8Array }[] = []
  readonly leads = true
  answer: (name: CommandName, request: never) => unknown = () => ({})
  readonly events = {
    on: (name: string, listener: Listener) => {
      const listeners = this.#listeners.get(name) ?? new Set()
      this.#listeners.set(name, listeners)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }

  emit(name: string, event: unknown): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(event as never)
  }

  become(state: SessionState): void {
    this.state = state
    this.emit('stateChanged', state)
  }

  ready(account = 1): void {
    const facts = { account } as never
    this.become({ name: 'ready', facts })
  }

  cut(): void {
    this.become({ name: 'offline', error: undefined })
  }

  async call(command: number, body: Uint8Array): Promise<Uint8Array> {
    if (this.state.name !== 'ready') throw new IMError('OFFLINE')
    const row = Object.entries(commands).find(([, { id }]) => id === command)!
    const [name, { request, reply }] = row as unknown as [
      CommandName,
      { request: AnyCodec; reply: AnyCodec },
    ]
    const answered = await this.answer(name, request.decode(body) as never)
    if ((this.state as SessionState).name !== 'ready') throw new IMError('OFFLINE')
    return reply.encode(answered).finish()
  }

  note(command: number, body: Uint8Array): boolean {
    this.notes.push({ command, body })
    return this.state.name === 'ready'
  }

  nowMs(): number {
    return 1_800_000_000_000
  }

  relogin(): void {
    this.relogins += 1
  }

  asSession(): Session {
    return this as unknown as Session
  }
}

/** Time that stands until it is moved. */
export class FakeClock implements Clock {
  #nowMs = 0
  #timers: { atMs: number; run: () => void }[] = []
  monotonicMs = () => this.#nowMs
  wallMs = () => this.#nowMs
  after(delayMs: number, run: () => void) {
    const timer = { atMs: this.#nowMs + delayMs, run }
    this.#timers.push(timer)
    return { cancel: () => (this.#timers = this.#timers.filter((other) => other !== timer)) }
  }
  /** Runs what falls due, letting everything settle in between. */
  async run(forMs: number): Promise<void> {
    const endMs = this.#nowMs + forMs
    for (;;) {
      await settle()
      const [next] = this.#timers.toSorted((a, b) => a.atMs - b.atMs)
      if (next === undefined || next.atMs > endMs) break
      this.#timers = this.#timers.filter((other) => other !== next)
      this.#nowMs = Math.max(this.#nowMs, next.atMs)
      next.run()
    }
    this.#nowMs = endMs
  }
}

let seed = 1
export const fakeRandom: Random = {
  fill: (bytes) =>
    bytes.map((_, index) => (bytes[index] = (seed = (seed * 48_271) % 2_147_483_647) & 255)),
  unit: () => 0.5,
}

/** Everything that can run without time passing has run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
