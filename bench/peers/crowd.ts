import { setTimeout as sleep } from 'node:timers/promises'
import { cpuBetween, sampleCpu } from '../lab/proc.ts'
import { MqttUser } from './mqtt-user.ts'
import type { PeerAt, PeerUser, UserListener } from './user.ts'
import { XmppUser } from './xmpp-user.ts'

export function peerUser({ protocol, endpoint }: PeerAt, name: string, on: UserListener): PeerUser {
  return protocol === 'mqtt' ? new MqttUser(endpoint, name, on) : new XmppUser(endpoint, name, on)
}

/** As mosquitto's own clients do; XMPP prescribes nothing, and both servers are content with nothing. */
const keepAliveEveryMs = 60_000
const lookEveryMs = 500

/** Many users of a peer, who leave at the end. */
export class PeerCrowd implements Disposable {
  readonly users: PeerUser[] = []
  lost = 0
  #isLeft = false
  #turn = 0
  readonly #timer = setInterval(() => this.#keepAlive(), lookEveryMs)

  /** @param open of a number from 0 on. The first fault ends it. */
  async join(
    count: number,
    openingMax: number,
    open: (number: number, lost: () => void) => Promise<PeerUser>,
  ): Promise<void> {
    await concurrently(count, openingMax, async (number) => {
      const user = await open(number, () => (this.lost += 1))
      this.users.push(user)
      if (this.#isLeft) this.leave()
    })
  }

  leave(): void {
    this.#isLeft = true
    clearInterval(this.#timer)
    for (const user of this.users.splice(0)) user.destroy()
  }

  [Symbol.dispose](): void {
    this.leave()
  }

  /** Each one within `keepAliveEveryMs`, some in each turn. */
  #keepAlive(): void {
    const turns = keepAliveEveryMs / lookEveryMs
    for (let at = this.#turn; at < this.users.length; at += turns) this.users[at]?.keepAlive()
    this.#turn = (this.#turn + 1) % turns
  }
}

/** Does something for the numbers from 0 on, so many at once. */
export async function concurrently(
  count: number,
  atOnceMax: number,
  work: (number: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const one = async () => {
    while (next < count) {
      next += 1
      await work(next - 1)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnceMax, count) }, one))
}

const quietShareMax = 0.1
const quietLookMs = 500
const quietMsMax = 120_000

/** Resolves when a server does next to nothing any more. @throws Error when it goes on for too long. */
export async function quiet(pids: readonly number[]): Promise<void> {
  for (let waitedMs = 0; waitedMs < quietMsMax; waitedMs += quietLookMs) {
    const before = sampleCpu(pids)
    await sleep(quietLookMs)
    if (cpuBetween(before, sampleCpu(pids)).us < quietShareMax * 1_000 * quietLookMs) return
  }
  throw new Error('the server does not come to rest')
}
