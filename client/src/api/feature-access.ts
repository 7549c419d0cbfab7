import { uuidV7Minter, type CommandName, type ReplyRead, type RequestInit } from '@parley/protocol'
import type { Engine } from '../sync/engine.ts'
import type { HttpEdge } from '../transport/http-fetch.ts'
import type { IM } from './types.ts'
import type { CommandTable } from '../connection/core-commands.ts'
import { askPatiently } from '../connection/calls.ts'

/**
 * What a feature beside the core stands on: `groupsOf(im)` and its like are functions of a started client, so that a
 * bundle holds only the features it names.
 */
export interface FeatureAccess<Name extends CommandName = never> {
  readonly engine: Engine
  readonly http: HttpEdge
  /** A command that may be repeated: goes on through cuts and passing refusals. @throws IMError */
  ask<N extends Name>(name: N, request: RequestInit<N>, signal?: AbortSignal): Promise<ReplyRead<N>>
  /** A key for a command that must have its effect once (R2): minted once, sent with every attempt. */
  mintRequestKey(): Uint8Array
}

interface Inside extends Pick<FeatureAccess, 'engine' | 'http' | 'mintRequestKey'> {
  readonly timeoutMs: number
}

const insides = new WeakMap<IM, Inside>()

/** @param commands those of the feature, which the core does without. */
export function featureAccess<Name extends CommandName>(
  im: IM,
  commands: CommandTable<Name>,
): FeatureAccess<Name> {
  const inside = insides.get(im)
  if (inside === undefined) throw new TypeError('this is no client of createIM')
  const { engine, http, mintRequestKey, timeoutMs } = inside
  return {
    ...{ engine, http, mintRequestKey },
    ask: (name, request, signal) =>
      askPatiently(commands, engine.context, name, request, { timeoutMs, signal }),
  }
}

export function giveFeatureAccess(im: IM, engine: Engine, http: HttpEdge): void {
  const { context } = engine
  const { requestTimeoutMs: timeoutMs } = context.limits
  const mint = uuidV7Minter({
    nowMs: () => context.session.nowMs(),
    fill: (bytes) => context.random.fill(bytes),
  })
  insides.set(im, { engine, http, timeoutMs, mintRequestKey: () => mint() })
}
