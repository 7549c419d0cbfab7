import { wire, type parley } from '@parley/protocol'
import type { Device } from '../../src/commands/testing/rules-world.ts'

export type Own = Record<(typeof fields)[number], number>
const fields = [
  'version',
  'pinned',
  'mutedUntilMs',
  'unreadBelow',
  'archivedBelow',
  'hiddenBelow',
] as const

export function ownOf(read: parley.v1.IOwnState | null | undefined): Own {
  return Object.fromEntries(fields.map((field) => [field, read?.[field] ?? 0])) as Own
}

interface Item {
  key: string
  seq: number
  body: Uint8Array
}

/** What a device keeps of what it is told, as a client does: of states the highest version, of items the highest seq. */
export class Shelf {
  readonly device: Device
  readonly states = new Map<number, Own>()
  readonly #deleted = new Map<string, { seq: number; ranges: string }>()
  #token = new Uint8Array(0)

  constructor(device: Device) {
    this.device = device
  }

  hear(): void {
    for (const { body } of this.device.taken('ownState'))
      for (const { conversation, own } of body.states as parley.v1.IConversationOwnState[])
        this.#take(conversation ?? 0, own)
    for (const { body } of this.device.taken('accountEntry')) this.#takeItem(body.entry as Item)
  }

  async sync(): Promise<void> {
    const reply = await this.device.get('sync', { token: this.#token })
    this.#token = reply.token.slice()
    for (const entry of reply.accountEntries) this.#takeItem(entry as Item)
    for (const { conversation, own } of reply.conversations) this.#take(conversation ?? 0, own)
  }

  get shown(): string {
    const states = [...this.states].toSorted(([a], [b]) => a - b)
    return JSON.stringify([states, [...this.#deleted].toSorted()])
  }

  #take(conversation: number, own: parley.v1.IOwnState | null | undefined): void {
    const state = ownOf(own)
    if (state.version > (this.states.get(conversation)?.version ?? 0))
      this.states.set(conversation, state)
  }

  #takeItem({ key, seq, body }: Item): void {
    if (seq <= (this.#deleted.get(key)?.seq ?? 0)) return
    const { ranges } = wire.DeletedEntries.decode(body)
    this.#deleted.set(key, { seq, ranges: JSON.stringify(ranges) })
  }
}
