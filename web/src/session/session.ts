import { type IM, IMError } from '@parley/client/browser'
import type { Phase, RegisterInput, SessionPort, SignInInput } from './session-port.ts'

/** One account at a time: from the first look at what the browser remembers to signing out. */
export class Session {
  readonly #port: SessionPort
  readonly #listeners = new Set<() => void>()
  #phase: Phase = { name: 'starting' }
  #stopWatching: () => void = () => {}

  constructor(port: SessionPort) {
    this.#port = port
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly getSnapshot = (): Phase => this.#phase

  async restore(): Promise<void> {
    try {
      const im = await this.#port.restore()
      if (im === undefined) this.#enter({ name: 'signedOut', ended: undefined })
      else this.#begin(im)
    } catch (thrown) {
      const ended = thrown instanceof IMError && thrown.code !== 'SIGNED_OUT' ? thrown : undefined
      this.#enter({ name: 'signedOut', ended })
    }
  }

  async register(input: RegisterInput): Promise<void> {
    this.#begin(await this.#port.register(input))
  }

  async signIn(input: SignInInput): Promise<void> {
    this.#begin(await this.#port.signIn(input))
  }

  async signOut(input: { everywhere: boolean }): Promise<void> {
    if (this.#phase.name !== 'signedIn') return
    const { im } = this.#phase
    this.#stopWatching()
    try {
      await this.#port.signOut(im, input)
    } catch (thrown) {
      this.#watch(im)
      throw thrown
    }
    this.#enter({ name: 'signedOut', ended: undefined })
  }

  #begin(im: IM) {
    this.#watch(im)
    this.#enter({ name: 'signedIn', im })
    // Its outcome is the connection's state, which is watched.
    im.start().catch(() => {})
  }

  #watch(im: IM) {
    this.#stopWatching()
    this.#stopWatching = im.on('state', (state) => {
      if (state.name !== 'signedOut') return
      this.#stopWatching()
      const ended = state.error ?? new IMError('SIGNED_OUT')
      im.stop().catch(() => {})
      this.#enter({ name: 'signedOut', ended })
    })
  }

  #enter(phase: Phase) {
    this.#phase = phase
    for (const listener of this.#listeners) listener()
  }
}
