import { commands, type CommandName, type ReplyRead, type RequestInit } from '@parley/protocol'
import { askPatiently, callOf, type PatientDeps } from '../connection/calls.ts'
import type { CallOptions, Session } from '../connection/session.ts'

/** One command of all there are, once. */
export function call<N extends CommandName>(
  session: Session,
  name: N,
  request: RequestInit<N>,
  options?: CallOptions,
): Promise<ReplyRead<N>> {
  return callOf(commands, session, name, request, options)
}

/** A command of all there are, as askPatiently() does. @throws IMError */
export function callPatiently<N extends CommandName>(
  deps: PatientDeps,
  name: N,
  request: RequestInit<N>,
  options: { signal?: AbortSignal | undefined; timeoutMs: number },
): Promise<ReplyRead<N>> {
  return askPatiently(commands, deps, name, request, options)
}
