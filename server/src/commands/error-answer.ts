import { errorDocs, errors, retryNumbers, wire, type ErrorName } from '@parley/protocol'
import { Refusal } from '../base/refusal.ts'
import type { Answer } from './port.ts'

/** The one place that turns what was thrown into bytes. A fault stays opaque: its incident id leads to the log. */
export function errorAnswer(thrown: unknown, reportFault: (fault: unknown) => string): Answer {
  if (thrown instanceof Refusal)
    return refusalAnswer(thrown.code, thrown.message, thrown.retryAfterMs)
  return refusalAnswer('INTERNAL', `incident ${reportFault(thrown)}`)
}

export function refusalAnswer(
  error: ErrorName,
  message: string = errorDocs[error],
  retryAfterMs = 0,
): Answer {
  const { code, retry } = errors[error]
  const body = wire.ErrorBody.encode({
    code,
    name: error,
    message,
    retry: retryNumbers[retry],
    retryAfterMs,
  }).finish()
  return { ok: false, error, body }
}
