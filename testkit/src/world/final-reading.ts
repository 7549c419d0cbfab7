import { groupsOf, type Conversation } from '@parley/client'
import type { WorldDevice } from './world-device.ts'

const pageEntries = 200
/** Within so long every window is open, or every page read. */
const readMs = 10_000

/** When all is at rest: first every device says what it shows, unasked; then everything is read once more from the server. */
export class FinalReading {
  readonly #devices: readonly WorldDevice[]
  readonly #step: (ms: number) => Promise<void>
  readonly #problems: string[]

  /** @param problems gets what cannot be read, as sentences */
  constructor(
    devices: readonly WorldDevice[],
    step: (ms: number) => Promise<void>,
    problems: string[],
  ) {
    this.#devices = devices
    this.#step = step
    this.#problems = problems
  }

  openAll(): Promise<void> {
    return this.#onEach((device, conversation) => {
      device.recorder.watch(conversation)
      return conversation.openLatest()
    })
  }

  settle(): void {
    for (const device of this.#devices) {
      for (const conversation of device.conversations()) {
        const { ready, hasNewer } = conversation.window.getSnapshot()
        if (ready && !hasNewer) device.recorder.settled(conversation)
      }
    }
  }

  async readAll(): Promise<void> {
    // NOTE devices of one account are answered alike: one of them reads, by turns.
    const holders = Map.groupBy(
      this.#devices.flatMap((device) =>
        device.conversations().map(({ id }) => ({ device, id, account: device.account })),
      ),
      ({ id, account }) => `${account} ${id}`,
    )
    await this.#onEach(async (device, conversation) => {
      const { recorder, im, account } = device
      const of = holders.get(`${account} ${conversation.id}`) ?? []
      if (of[conversation.id % of.length]?.device !== device) return
      for (let from = 1; from > 0;) {
        from = await recorder.history(conversation, { from, limit: pageEntries })
      }
      const { group, left } = conversation.summary.getSnapshot()
      if (im === undefined || group === undefined || left) return
      const { members } = await groupsOf(im).members(conversation.id)
      const accounts = members.map(({ account }) => account)
      recorder.members(conversation.id, accounts)
    })
  }

  async #onEach(
    act: (device: WorldDevice, conversation: Conversation) => Promise<void>,
  ): Promise<void> {
    let left = 0
    for (const device of this.#devices) {
      for (const conversation of device.conversations()) {
        left += 1
        act(device, conversation).then(
          () => (left -= 1),
          (fault: unknown) =>
            this.#problems.push(`${device.name} cannot read ${conversation.id}: ${String(fault)}`),
        )
      }
    }
    await this.#step(readMs)
    if (left > 0) this.#problems.push(`${left} windows or pages never came`)
  }
}
