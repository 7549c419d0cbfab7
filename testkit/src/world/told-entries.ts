import { pushes, wire } from '@parley/protocol'
import { Ranges } from '../checker/facts.ts'
import type { Line } from '../checker/history.ts'

/** What the server pushed, by who got it: a device that should not have been told would show nothing of it. */
export class ToldEntries {
  readonly #told = new Map<string, Map<number, Ranges>>()

  /** @param to the name of a device. */
  take(to: string, command: number, body: Uint8Array): void {
    if (command !== pushes.entry.id) return
    const { conversation, entry } = wire.EntryPush.decode(body)
    const seq = entry?.seq ?? 0
    if (seq === 0) return
    let own = this.#told.get(to)
    if (own === undefined) this.#told.set(to, (own = new Map()))
    let ranges = own.get(conversation)
    if (ranges === undefined) own.set(conversation, (ranges = new Ranges()))
    ranges.add(seq, seq)
  }

  /** As lines of a history. */
  lines(devices: readonly { name: string; account: number }[]): Line[] {
    return devices.flatMap(({ name, account }) =>
      [...(this.#told.get(name) ?? [])].map(([conversation, { list }]) => {
        const ranges = list.map(({ from, to }) => [from, to] as const)
        return { event: 'told', account, conversation, ranges } as const
      }),
    )
  }
}
