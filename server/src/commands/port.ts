import type { CloseName, ErrorName } from '@parley/protocol'
import type { Outlet } from '../session/outlet.ts'

/** The link between the side with the connections and the side with the rules. It carries whole bodies. */

/** Where a connection comes from. */
export interface Origin {
  /** The client's address, after declared proxies. */
  address: string
  transport: 'tcp' | 'websocket' | 'longPoll'
  outlet: Outlet
  /** Unique on the outlet's node while the node lives. */
  connection: number
}

export type Answer =
  | { ok: true; body: Uint8Array }
  | { ok: false; error: ErrorName; body: Uint8Array }

/** What the connection side needs to know of a session that was opened on it. */
export interface Opened {
  session: number
  epoch: number
  /** What both sides can do. */
  capabilities: number
}

export interface CommandPort {
  /**
   * A greeting command: register, signIn, refresh, login, resume. `opened` comes with a good login or resume; from
   * before this resolves the outlet may get pushes for the connection: they are held until the answer is written.
   * Never rejects.
   */
  greet(
    origin: Origin,
    command: number,
    body: Uint8Array,
  ): Promise<{ answer: Answer; opened?: Opened }>
  /**
   * A command of an open session. Call it in arrival order; answers come in any order. Never rejects.
   * Commands of one session on one target run in the order of the calls.
   */
  handle(session: number, epoch: number, command: number, body: Uint8Array): Promise<Answer>
  /** A one-way frame. Never throws; what cannot be used is dropped. */
  note(session: number, epoch: number, command: number, body: Uint8Array): void
  /** The connection ended. The session can be resumed for a while, unless `reason` says it is over. */
  left(session: number, epoch: number, reason: CloseName | 'lost'): void
}
