import type { CloseName } from '@parley/protocol'
import type { Opened } from '../../commands/port.ts'
import type { HeldPushes } from './held-pushes.ts'

/** The life of a connection. What is only there in a state is in that state. */
export type ConnectionState =
  /** Before login. The deadline moves by the time that the server takes for its answers. */
  | { name: 'greeting'; deadlineMs: number }
  /** A greeting command is being answered; it may be a login, so pushes may come already. */
  | { name: 'opening'; deadlineMs: number; sinceMs: number; held: HeldPushes }
  | { name: 'open'; opened: Opened }
  /** The server goes down: no more requests; the answers in flight are waited for. */
  | { name: 'draining'; opened: Opened | undefined; delayMs: number; deadlineMs: number }
  /** What is queued goes out, then the close frame, then the stream ends. */
  | { name: 'closing'; reason: CloseName; delayMs: number; said: boolean; deadlineMs: number }
  | { name: 'closed' }

export const closedState: ConnectionState = { name: 'closed' }
