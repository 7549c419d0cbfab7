import type { IMErrorCode } from '../base/im-error.ts'
import type { Retry } from '@parley/protocol'
import type { SessionState } from './session.ts'

/** An error as it crosses to another tab. */
export interface PlainError {
  code: IMErrorCode
  message: string
  retry: Retry
  retryAfterMs: number
}

/** A state as it crosses to another tab. */
export type PlainState =
  | Exclude<SessionState, { error: unknown }>
  | { name: 'offline' | 'signedOut' | 'kicked'; reason?: string; error: PlainError | undefined }

/** What the tabs of one account say to each other. Bytes cross as they are. */
export type TabMessage =
  | { type: 'hello'; tab: string }
  | { type: 'gone'; tab: string }
  /** From the one that leads. */
  | { type: 'state'; leader: string; state: PlainState; serverNowMs: number }
  | { type: 'push'; leader: string; command: number; body: Uint8Array }
  | { type: 'behind'; leader: string }
  | {
      type: 'call'
      tab: string
      id: number
      command: number
      body: Uint8Array
      timeoutMs: number | undefined
    }
  | { type: 'reply'; tab: string; id: number; body: Uint8Array }
  | { type: 'refusal'; tab: string; id: number; error: PlainError }
  | { type: 'note'; command: number; body: Uint8Array }
  | { type: 'start' }
  | { type: 'wake' }
  | { type: 'relogin' }
  | { type: 'signedOut' }
  | { type: 'ask'; tab: string }
  | { type: 'outbox'; news: unknown }

export interface TabChannel {
  /** Every other tab hears it, in order. */
  post(message: TabMessage): void
  listen(heard: (message: TabMessage) => void): () => void
  close(): void
}

export interface TabLocks {
  /**
   * Waits until this tab holds the lock and then runs `held`, whose end gives it free. With `steal` it is taken from
   * whoever holds it. `lost` says that another tab took it.
   */
  hold(
    input: { signal: AbortSignal; steal: boolean },
    held: (lost: AbortSignal) => Promise<void>,
  ): Promise<void>
}
