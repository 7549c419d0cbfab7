import { errorName, errors, retryFromNumber } from '@parley/protocol'
import type { ErrorName, Retry } from '@parley/protocol'

/** Codes that never come over the wire. */
export const localErrors = {
  OFFLINE: { retry: 'later', doc: 'There is no connection at the moment.' },
  CONNECT_FAILED: { retry: 'later', doc: 'No connection could be made.' },
  ABORTED: { retry: 'never', doc: 'The caller gave up.' },
  STOPPED: { retry: 'never', doc: 'The client was stopped.' },
  SIGNED_OUT: { retry: 'login', doc: 'This device is signed out.' },
  KICKED: { retry: 'never', doc: 'The server ended the connection for good.' },
  DISCARDED: { retry: 'never', doc: 'The message was discarded.' },
  HELD: { retry: 'never', doc: 'The message waited too long and asks before it leaves.' },
  OUTCOME_UNKNOWN: {
    retry: 'never',
    doc: 'Too old to be repeated safely; it may have been stored.',
  },
  OUTBOX_FULL: { retry: 'later', doc: 'Too many unsent messages.' },
  STORAGE_LOCKED: { retry: 'never', doc: 'Another process uses this storage.' },
  UNKNOWN: { retry: 'never', doc: 'An error that this version does not know.' },
} as const satisfies Record<string, { retry: Retry; doc: string }>

export type IMErrorCode = ErrorName | keyof typeof localErrors

/** Everything this SDK throws. `code` is stable; `retry`: never as it is, later the same again, login after a new one. */
export class IMError extends Error {
  readonly code: IMErrorCode
  readonly retry: Retry
  /** Not before this many milliseconds, where known; else 0. */
  readonly retryAfterMs: number
  constructor(
    code: IMErrorCode,
    message?: string,
    detail: { retry?: Retry; retryAfterMs?: number } = {},
  ) {
    const row =
      code in localErrors
        ? localErrors[code as keyof typeof localErrors]
        : errors[code as ErrorName]
    super(message ?? row.doc)
    this.name = 'IMError'
    this.code = code
    this.retry = detail.retry ?? row.retry
    this.retryAfterMs = detail.retryAfterMs ?? 0
  }
}

export interface ErrorBodyRead {
  code: number
  message: string
  retry: number
  retryAfterMs: number
}

/** The refusal that a response frame carried. A code from a newer server keeps its retry advice. */
export function errorFromBody(body: ErrorBodyRead): IMError {
  const { message, retryAfterMs } = body
  const code = errorName(body.code)
  return new IMError(code ?? 'UNKNOWN', message || undefined, {
    retry: retryFromNumber(body.retry),
    retryAfterMs,
  })
}

/** What was thrown, as an IMError. */
export function toIMError(thrown: unknown): IMError {
  if (thrown instanceof IMError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new IMError('UNKNOWN', message, { retry: 'later' })
}
