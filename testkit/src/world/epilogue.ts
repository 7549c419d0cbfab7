import { firstOfEach, lagging, readAll, sayLastWords } from './last-words.ts'
import type { Network } from './network.ts'
import { newcomers } from './newcomers.ts'
import { goodPath } from './path-state.ts'
import { burnMs } from './talk-acts.ts'
import type { WorldDevice } from './world-device.ts'

/** Longer than a device waits before it repeats a cursor, shorter than the last net (R6). */
const cursorRestMaxMs = 130_000
/** Within so long what is said at rest is on every device that is online. */
const lastWordsMs = 10_000
/** Within so long everybody has said it: who learns by it that the clock was set back logs in anew, perhaps twice. */
const saidMs = 40_000
/** One of so many devices is away once more. */
const awayEvery = 3
/** Longer than receipts wait for each other. */
const slowMs = 1_500
/** Within so long it is up to date again: longer than presence takes. */
const backMs = 60_000
/** Within so long a new device has signed in and is up to date. */
const newcomersMs = 20_000

export interface EpilogueDeps {
  /** Those that come anew are added. */
  devices: WorldDevice[]
  newDevice(who: { name: string; handle: string }): WorldDevice
  network: Network
  pass(ms: number): Promise<void>
  /** What is not alike on all devices, and who is not at rest, as sentences. */
  apart(): string[]
  restless(): string[]
  problems: string[]
}

/**
 * What happens when everything is whole again, so that what went wrong before cannot hide: who hears nothing more, whose sync leaves
 * something out, what a device shows that the server does not hold.
 */
export class Epilogue {
  readonly #deps: EpilogueDeps

  constructor(deps: EpilogueDeps) {
    this.#deps = deps
  }

  async run(): Promise<void> {
    await this.#sayLastWords()
    await this.#readWhileAway()
    await this.#comeAnew()
  }

  /** NOTE receipts are coalesced, and what a server refused meanwhile is told again, more and more seldom. */
  async agree(): Promise<void> {
    const { apart, pass } = this.#deps
    for (let waitedMs = 0; waitedMs < cursorRestMaxMs; waitedMs += 1_000) {
      if (apart().length === 0) return
      await pass(1_000)
    }
  }

  /** NOTE what is apart by now would be mended by what is said. */
  async #sayLastWords(): Promise<void> {
    // NOTE something that was for later may come due at any moment.
    await this.agree()
    this.#deps.problems.push(...this.#deps.apart())
    sayLastWords(this.#deps.devices)
    const online = () => this.#deps.devices.filter(({ im }) => im?.state.name === 'online')
    await this.#untilNone(lastWordsMs, () => lagging(online()))
    await this.#untilNone(saidMs, () => [...this.#deps.restless(), ...lagging(this.#deps.devices)])
    await this.agree()
  }

  /** Some programs are closed meanwhile. When they are started again they show what the others show. */
  async #readWhileAway(): Promise<void> {
    this.#deps.problems.push(...this.#deps.apart())
    const away = this.#deps.devices.filter((_, index) => index % awayEvery === awayEvery - 1)
    for (const device of away) void device.stopCleanly()
    await this.#deps.pass(2_000)
    const here = this.#deps.devices.filter((device) => !away.includes(device))
    const toEnd = firstOfEach(here)
    const slow = here.filter((device) => !toEnd.has(device))
    // NOTE what they read is told last, before they hear that others have read more.
    for (const { name } of slow) this.#deps.network.change(name, { delayMs: slowMs })
    readAll(here, toEnd)
    await this.#deps.pass(2 * slowMs)
    for (const { name } of slow) this.#deps.network.change(name, goodPath)
    // NOTE what burns by this has to be gone when everything is read.
    await this.#deps.pass(burnMs.high + 3_000)
    for (const device of away) device.start()
    await this.#untilNone(backMs, () => [...this.#deps.restless(), ...this.#deps.apart()])
  }

  /** Some sign in on a device that knows nothing: it shows what the others show. */
  async #comeAnew(): Promise<void> {
    const anew = newcomers(this.#deps.devices).map((who) => this.#deps.newDevice(who))
    let left = anew.length
    for (const device of anew)
      device.signUp(false).then(
        () => {
          left -= 1
          device.start()
        },
        (fault: unknown) =>
          this.#deps.problems.push(`${device.name} cannot sign in: ${String(fault)}`),
      )
    this.#deps.devices.push(...anew)
    const notThere = (): string[] => (left > 0 ? [`${left} new devices could not sign in`] : [])
    await this.#untilNone(newcomersMs, () => [...notThere(), ...this.#deps.restless()])
    await this.agree()
  }

  /** What is wrong must cease to be so within this time. */
  async #untilNone(ms: number, wrong: () => string[]): Promise<void> {
    for (let waitedMs = 0; waitedMs < ms; waitedMs += 1_000) {
      await this.#deps.pass(1_000)
      if (wrong().length === 0) return
    }
    this.#deps.problems.push(...wrong())
  }
}
