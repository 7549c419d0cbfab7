import { uuidV7Minter, type CommandName, type ReplyRead, type RequestInit } from '@parley/protocol'
import type { Engine } from '../sync/engine.ts'
import type { HttpEdge } from '../transport/http-fetch.ts'
import type { IM } from './types.ts'
import { callPatiently } from '../connection/calls.ts'

/**
 * What a feature beside the core stands on: `groupsOf(im)` and its like are functions of a started client, so that a
 * bundle holds only the features it names.
 */
export interface FeatureAccess {
  readonly engine: Engine
  readonly http: HttpEdge
  /** A command that may be repeated: goes on through cuts and passing refusals. @throws IMError */
  ask<N extends CommandName>(
    name: N,
    request: RequestInit<N>,
    signal?: AbortSignal,
  ): Promise<ReplyRead<N>>
  /** A key for a command that must have its effect once (R2): minted once, sent with every attempt. */
  mintRequestKey(): Uint8Array
}

const accesses = new WeakMap<IM, FeatureAccess>()

export function featureAccess(im: IM): FeatureAccess {
  const access = accesses.get(im)
  if (access === undefined) throw new TypeError('this is no client of createIM')
  return access
}

export function giveFeatureAccess(im: IM, engine: Engine, http: HttpEdge): void {
  const { context } = engine
  const { requestTimeoutMs: timeoutMs } = context.limits
  const mint = uuidV7Minter({
    nowMs: () => context.session.nowMs(),
    fill: (bytes) => context.random.fill(bytes),
  })
  accesses.set(im, {
    engine,
    http,
    ask: (name, request, signal) => callPatiently(context, name, request, { timeoutMs, signal }),
    mintRequestKey: () => mint(),
  })
}
