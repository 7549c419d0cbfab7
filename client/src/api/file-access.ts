import type { fileCommands, ReplyRead, RequestInit } from '@parley/protocol'
import type { BackoffBounds } from '../base/backoff.ts'
import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import type { HttpEdge } from '../transport/http-fetch.ts'

/** What files stand on: commands over a session, and HTTP beside it. */
export interface FileAccess {
  readonly clock: Clock
  readonly random: Random
  readonly backoff: BackoffBounds
  readonly http: HttpEdge
  /** Server time. */
  nowMs(): number
  ask<N extends keyof typeof fileCommands>(
    name: N,
    request: RequestInit<N>,
    signal?: AbortSignal,
  ): Promise<ReplyRead<N>>
  mintRequestKey(): Uint8Array
}
