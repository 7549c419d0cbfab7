import { errorName, errors, retryFromNumber } from '@parley/protocol'
import type { ErrorName, Retry } from '@parley/protocol'

/** Codes that never come over the wire; what they mean stands in error-docs.ts. */
export const localErrors = {
  OFFLINE: { retry: 'later' },
  CONNECT_FAILED: { retry: 'later' },
  ABORTED: { retry: 'never' },
  STOPPED: { retry: 'never' },
  SIGNED_OUT: { retry: 'login' },
  KICKED: { retry: 'never' },
  DISCARDED: { retry: 'never' },
  HELD: { retry: 'never' },
  OUTCOME_UNKNOWN: { retry: 'never' },
  OUTBOX_FULL: { retry: 'later' },
  STORAGE_LOCKED: { retry: 'never' },
  UNKNOWN: { retry: 'never' },
} as const satisfies Record<string, { retry: Retry }>

export type IMErrorCode = ErrorName | keyof typeof localErrors

/** Everything this SDK throws. `code` is stable; `retry`: never as it is, later the same again, login after a new one. */
export class IMError extends Error {
  /** What codes mean, for messages: in Node. In browsers, where they would be loaded by everybody, the code stands alone. */
  static docs: Readonly<Record<string, string>> = {}
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
    super(message ?? IMError.docs[code] ?? code)
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
