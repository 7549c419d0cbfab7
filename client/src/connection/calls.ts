import { notes, type CommandName, type NoteInit, type NoteName } from '@parley/protocol'
import type { ReplyRead, RequestInit } from '@parley/protocol'
import { coreCommands, type CommandTable, type CoreCommandName } from './core-commands.ts'
import type { CallOptions, Session, SessionState } from './session.ts'
import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { backoffMs, type BackoffBounds } from '../base/backoff.ts'
import { IMError, toIMError } from '../base/im-error.ts'
import { abortable, sleep } from '../base/wait.ts'

interface AnyCodec {
  encode(message: unknown): { finish(): Uint8Array }
  decode(bytes: Uint8Array): unknown
}

export function encodeRequest<N extends CommandName>(
  table: CommandTable<NoInfer<N>>,
  name: N,
  request: RequestInit<N>,
): Uint8Array {
  // NOTE the table pairs each name with its codec; the compiler cannot follow that through a generic index.
  return (table[name].request as unknown as AnyCodec).encode(request).finish()
}

export function decodeReply<N extends CommandName>(
  table: CommandTable<NoInfer<N>>,
  name: N,
  bytes: Uint8Array,
): ReplyRead<N> {
  return (table[name].reply as unknown as AnyCodec).decode(bytes) as ReplyRead<N>
}

/** One command of the core, once. */
export function call<N extends CoreCommandName>(
  session: Session,
  name: N,
  request: RequestInit<N>,
  options?: CallOptions,
): Promise<ReplyRead<N>> {
  return callOf(coreCommands, session, name, request, options)
}

/** One command of a table, once. */
export async function callOf<N extends CommandName>(
  table: CommandTable<NoInfer<N>>,
  session: Session,
  name: N,
  request: RequestInit<N>,
  options?: CallOptions,
): Promise<ReplyRead<N>> {
  const body = await session.call(table[name].id, encodeRequest(table, name, request), options)
  return decodeReply(table, name, body)
}

/** @returns false when there is no connection. */
export function sendNote<N extends NoteName>(
  session: Session,
  name: N,
  note: NoteInit<N>,
): boolean {
  const codec = notes[name].body as unknown as AnyCodec
  return session.note(notes[name].id, codec.encode(note).finish())
}

export interface PatientDeps {
  session: Session
  clock: Clock
  random: Random
  backoff: BackoffBounds
  /** Told when one gives up because the time is up, and how long the server wants it to wait. */
  lags?(retryAfterMs: number): void
}

/** A command of the core, as askPatiently() does, for the usual time. @throws IMError */
export function callPatiently<N extends CoreCommandName>(
  deps: PatientDeps & { limits: { requestTimeoutMs: number } },
  name: N,
  request: RequestInit<N>,
  signal?: AbortSignal,
): Promise<ReplyRead<N>> {
  const { requestTimeoutMs: timeoutMs } = deps.limits
  return askPatiently(coreCommands, deps, name, request, { timeoutMs, signal })
}

/**
 * A command that may be repeated safely: waits for a connection and goes on through cuts and passing refusals,
 * for at most `timeoutMs` in all.
 * @throws IMError the refusal, ABORTED, SIGNED_OUT, KICKED, or the last passing error when the time is up.
 */
export async function askPatiently<N extends CommandName>(
  table: CommandTable<NoInfer<N>>,
  deps: PatientDeps,
  name: N,
  request: RequestInit<N>,
  options: { signal?: AbortSignal | undefined; timeoutMs: number },
): Promise<ReplyRead<N>> {
  const { session, clock } = deps
  const deadlineMs = clock.monotonicMs() + options.timeoutMs
  const leftMs = () => deadlineMs - clock.monotonicMs()
  for (let attempt = 0; ; attempt += 1) {
    await whenReady(session, clock, Math.max(0, leftMs()), options.signal)
    try {
      const timeoutMs = Math.max(1, leftMs())
      return await callOf(table, session, name, request, { signal: options.signal, timeoutMs })
    } catch (thrown) {
      const error = toIMError(thrown)
      const delayMs = backoffMs(deps.random, deps.backoff, attempt, error.retryAfterMs)
      if (error.retry === 'never') throw error
      if (delayMs >= leftMs()) {
        deps.lags?.(error.retryAfterMs)
        throw error
      }
      await sleep(clock, delayMs, options.signal)
    }
  }
}

/** @throws IMError OFFLINE after `timeoutMs`, ABORTED, SIGNED_OUT, KICKED, STOPPED */
export function whenReady(
  session: Session,
  clock: Clock,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const settle = (state: SessionState): IMError | 'ready' | undefined => {
    if (state.name === 'ready') return 'ready'
    if (state.name === 'signedOut') return state.error ?? new IMError('SIGNED_OUT')
    if (state.name === 'kicked') return state.error ?? new IMError('KICKED')
    return state.name === 'stopped' ? new IMError('STOPPED') : undefined
  }
  // NOTE the common case costs no timer and no listeners.
  if (signal?.aborted !== true && session.state.name === 'ready') return Promise.resolve()
  return abortable<void>(signal, (done) => {
    const look = (state: SessionState) => {
      const outcome = settle(state)
      if (outcome === 'ready') done.resolve(undefined)
      else if (outcome !== undefined) done.reject(outcome)
    }
    const remove = session.events.on('stateChanged', look)
    const timer = clock.after(timeoutMs, () => done.reject(new IMError('OFFLINE')))
    look(session.state)
    return () => {
      remove()
      timer.cancel()
    }
  })
}
