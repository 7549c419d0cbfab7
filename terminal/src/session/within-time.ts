import { IMError } from './sdk.ts'

export interface Wait {
  readonly signal: AbortSignal
  /** Notes why an attempt failed: the reason that is told when the time is up. */
  failed(error: IMError): void
}

/**
 * Lets something try for `timeoutMs`.
 * @throws its own refusal; when the time is up what the last attempt failed of; the reason of `stop`.
 */
export async function withinTime<T>(
  input: { server: string; timeoutMs: number; stop: AbortSignal },
  act: (wait: Wait) => Promise<T>,
): Promise<T> {
  const { server, timeoutMs, stop } = input
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), timeoutMs)
  let latest: IMError | undefined
  try {
    return await act({
      signal: AbortSignal.any([patience.signal, stop]),
      failed: (error) => (latest = error),
    })
  } catch (thrown) {
    if (stop.aborted) throw stop.reason
    if (!patience.signal.aborted) throw thrown
    throw latest ?? new IMError('TIMEOUT', `no answer from ${server}`)
  } finally {
    clearTimeout(timer)
  }
}
