import { errorDocs, type ErrorName } from '@parley/protocol'

/** An expected no. Changes nothing (R14); becomes the error body of the response. */
export class Refusal extends Error {
  readonly code: ErrorName
  readonly retryAfterMs: number
  constructor(code: ErrorName, message: string = errorDocs[code], retryAfterMs = 0) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}
