import { Buffer } from 'node:buffer'
import type { Opened } from '../commands/port.ts'
import type { SessionId } from '../session/session.ts'
import { linkTypes } from './format.ts'
import type { FrameWriter } from './frame-writer.ts'

interface LivingSession {
  readonly epoch: number
  readonly connection: number
  readonly capabilities: number
  /** NOTE a string of bytes: a typed array would cost twice as much, for every connection. */
  readonly identity: string
  /** The last subscribePresence that was answered well, and the number of its call. */
  subscription: Uint8Array | undefined
  subscribedBy: number
}

const none = new Uint8Array(0)
const fixedBytes = 8 + 4 + 4 + 4 + 1

/** The sessions that live on this node, as a new logic process has to know them (R6.f). */
export class SessionBook {
  readonly #sessions = new Map<SessionId, LivingSession>()

  get size(): number {
    return this.#sessions.size
  }

  opened({ session, epoch, capabilities }: Opened, connection: number, identity: Uint8Array): void {
    const text = Buffer.from(identity.buffer, identity.byteOffset, identity.length)
    this.#sessions.set(session, {
      ...{ epoch, connection, capabilities, identity: text.toString('latin1') },
      ...{ subscription: undefined, subscribedBy: 0 },
    })
  }

  left(session: SessionId, epoch: number): void {
    if (this.#sessions.get(session)?.epoch === epoch) this.#sessions.delete(session)
  }

  subscribed(session: SessionId, epoch: number, body: Uint8Array, call: number): void {
    const living = this.#sessions.get(session)
    if (living === undefined || living.epoch !== epoch || living.subscribedBy > call) return
    living.subscription = body.length === 0 ? undefined : body
    living.subscribedBy = call
  }

  has(session: SessionId, epoch: number): boolean {
    return this.#sessions.get(session)?.epoch === epoch
  }

  connections(): number[] {
    return Array.from(this.#sessions.values(), ({ connection }) => connection)
  }

  write(writer: FrameWriter): void {
    for (const [session, living] of this.#sessions) {
      const { epoch, connection, capabilities } = living
      const identity = Buffer.from(living.identity, 'latin1')
      const subscription = living.subscription ?? none
      // NOTE calls of a logic process that is gone count from anywhere.
      living.subscribedBy = 0
      writer
        .begin(linkTypes.session, fixedBytes + identity.length + subscription.length)
        .id(session)
        .u32(epoch)
        .u32(connection)
        .u32(capabilities)
        .u8(identity.length)
        .bytes(identity)
        .bytes(subscription)
        .end()
    }
  }
}
