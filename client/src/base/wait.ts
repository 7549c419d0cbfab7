import type { Clock } from './clock.ts'
import { IMError } from './im-error.ts'

export interface Deferred<T> {
  promise: Promise<T>
  resolve(value: T): void
  reject(error: unknown): void
}

/** A promise and its two ends. Leaving a rejection unwatched is fine. */
export function deferred<T>(): Deferred<T> {
  const { promise, resolve, reject } = withResolvers<T>()
  promise.catch(() => {})
  return { promise, resolve, reject }
}

function withResolvers<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

/** @throws IMError ABORTED */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new IMError('ABORTED')
}

/** @throws IMError ABORTED */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return abortable(signal, (done) => {
    const timer = clock.after(delayMs, () => done.resolve(undefined))
    return () => timer.cancel()
  })
}

/**
 * Waits for what `begin` starts; `begin` returns how to clean up, which runs once, however it ends.
 * @throws IMError ABORTED as soon as the signal says so.
 */
export async function abortable<T>(
  signal: AbortSignal | undefined,
  begin: (done: Deferred<T>) => () => void,
): Promise<T> {
  throwIfAborted(signal)
  const done = deferred<T>()
  const onAbort = () => done.reject(new IMError('ABORTED'))
  signal?.addEventListener('abort', onAbort, { once: true })
  const cleanUp = begin(done)
  try {
    return await done.promise
  } finally {
    signal?.removeEventListener('abort', onAbort)
    cleanUp()
  }
}

/** The promise's outcome, or IMError TIMEOUT after `timeoutMs`, or ABORTED. */
export function within<T>(
  clock: Clock,
  promise: Promise<T>,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<T> {
  return abortable<T>(signal, (done) => {
    const timer = clock.after(timeoutMs, () => done.reject(new IMError('TIMEOUT')))
    promise.then(done.resolve, done.reject)
    return () => timer.cancel()
  })
}
