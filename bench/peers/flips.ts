import { setTimeout as sleep } from 'node:timers/promises'
import { cpuBetween, sampleCpu } from '../lab/proc.ts'
import { Samples, type Percentiles } from '../load/samples.ts'

export interface FlipInput {
  serverPid: number | readonly number[]
  /** Numbered from 0 on. */
  users: number
  flipsPerSecond: number
  measureMs: number
  /** What is on the way when the last one has changed has arrived by then. */
  settleMs: number
}

export interface FlipResult {
  flips: number
  /** One user told to one session. */
  told: number
  /** Of the flips alone: what the same crowd costs at rest is taken off. */
  flipsUs: number
  seenMs: Percentiles
}

/** What a user shows of itself. */
export type Shown = 'online' | 'busy' | 'offline'

/** Who shows what, and on whose screen. Everybody begins by being online, and is busy or online from then on. */
export class PeerScreens {
  told = 0
  readonly #seen = new Samples()
  readonly #shows = new Map<number, { shown: Shown; flippedMs: number }>()
  /** By who looks and who is looked at. */
  readonly #screens = new Map<string, Shown>()

  /** What somebody sees at first. */
  begin(viewer: number, user: number, shown: Shown): void {
    this.#screens.set(`${viewer} ${user}`, shown)
  }

  tell(viewer: number, user: number, shown: Shown): void {
    this.told += 1
    this.begin(viewer, user, shown)
    const shows = this.#shows.get(user)
    if (shows?.shown === shown) this.#seen.add(performance.now() - shows.flippedMs)
  }

  /** @returns what the user shows from now on. */
  flip(user: number): Shown {
    const shown = this.#shows.get(user)?.shown === 'busy' ? 'online' : 'busy'
    this.#shows.set(user, { shown, flippedMs: performance.now() })
    return shown
  }

  /** Everybody sees everybody as he is. @returns faults. */
  audit(users: number, contactsOf: (user: number) => readonly number[]): string[] {
    const faults: string[] = []
    for (let viewer = 0; viewer < users; viewer += 1) {
      for (const user of contactsOf(viewer)) {
        const is = this.#shows.get(user)?.shown ?? 'online'
        if (this.#screens.get(`${viewer} ${user}`) !== is)
          faults.push(`user ${viewer} does not see ${user}`)
      }
    }
    return faults
  }

  get seenMs(): Percentiles {
    return this.#seen.percentiles()
  }
}

/** Some change what they show, one after the other, evenly; before, as long, nobody does. */
export async function measureFlips(
  input: FlipInput,
  screens: PeerScreens,
  show: (user: number, shown: Shown) => Promise<unknown> | void,
): Promise<FlipResult> {
  const { serverPid, users, flipsPerSecond, measureMs, settleMs } = input
  await sleep(settleMs)
  const rest = await spent(serverPid, measureMs, () => sleep(measureMs))
  screens.told = 0
  let flips = 0
  const all = await spent(serverPid, measureMs + settleMs, async () => {
    const everyMs = 1_000 / flipsPerSecond
    const untilMs = performance.now() + measureMs
    for (let dueMs = performance.now(); dueMs < untilMs; dueMs += everyMs) {
      await sleep(Math.max(0, dueMs - performance.now()))
      const user = Math.floor(Math.random() * users)
      flips += 1
      await show(user, screens.flip(user))
    }
    await sleep(settleMs)
  })
  const restUs = (rest * (measureMs + settleMs)) / measureMs
  return { flips, told: screens.told, flipsUs: all - restUs, seenMs: screens.seenMs }
}

async function spent(
  pids: number | readonly number[],
  forMs: number,
  run: () => Promise<unknown>,
): Promise<number> {
  const before = sampleCpu(pids)
  const startMs = performance.now()
  await run()
  const tookMs = performance.now() - startMs
  // NOTE scaled to the time that was meant, so that both can be compared.
  return (cpuBetween(before, sampleCpu(pids)).us * forMs) / tookMs
}
