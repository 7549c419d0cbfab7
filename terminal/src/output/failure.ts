import { IMError, type IMErrorCode } from '../session/sdk.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { StopAsked } from '../stop-signal.ts'
import { exitStatuses } from './exit-statuses.ts'

export type Retry = 'never' | 'later' | 'login'

export interface FailureBody {
  readonly code: string
  readonly message: string
  readonly retry: Retry
}

/** Why a command did not do what was asked, with the exit status that says so. */
export class Failure extends Error {
  readonly code: string
  readonly retry: Retry
  readonly status: number
  /** More fields for the JSON form. */
  readonly detail: Readonly<Record<string, unknown>>
  /** More lines for people. */
  readonly advice: readonly string[]

  constructor(
    body: FailureBody,
    status: number,
    more: { detail?: Record<string, unknown>; advice?: readonly string[] } = {},
  ) {
    super(body.message)
    this.name = 'Failure'
    this.code = body.code
    this.retry = body.retry
    this.status = status
    this.detail = more.detail ?? {}
    this.advice = more.advice ?? []
  }
}

const notSignedIn = new Set<IMErrorCode>([
  'BAD_CREDENTIALS',
  'TOKEN_INVALID',
  'SIGNED_OUT',
  'NOT_LOGGED_IN',
])

/** What was thrown, as a Failure. Undefined: a fault of ours. */
export function failureOf(thrown: unknown): Failure | undefined {
  if (thrown instanceof Failure) return thrown
  if (thrown instanceof UsageFault) return usageFailure(thrown)
  if (thrown instanceof IMError) return refusalFailure(thrown)
  if (thrown instanceof StopAsked)
    return new Failure(
      { code: 'INTERRUPTED', message: thrown.message, retry: 'later' },
      thrown.status,
    )
  return isSystemError(thrown) ? systemFailure(thrown) : undefined
}

function usageFailure({ message, command }: UsageFault): Failure {
  const help = command === undefined ? 'parley help' : `parley ${command} --help`
  const body = { code: 'USAGE', message, retry: 'never' } as const
  return new Failure(body, exitStatuses.usage, { advice: [`See ${help}`] })
}

function refusalFailure(error: IMError): Failure {
  const { code, message, retry } = error
  if (notSignedIn.has(code))
    return new Failure({ code, message, retry }, exitStatuses.notSignedIn, {
      advice: code === 'BAD_CREDENTIALS' ? [] : ['Sign in again: parley login --server … --as …'],
    })
  const status = retry === 'never' ? exitStatuses.refused : exitStatuses.away
  return new Failure({ code, message, retry }, status)
}

/** A file that is not there, a folder that may not be written: the reader can do something about it. */
function systemFailure(error: NodeJS.ErrnoException): Failure {
  const { code = 'SYSTEM', message } = error
  return new Failure({ code, message, retry: 'never' }, exitStatuses.refused)
}

function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && 'syscall' in thrown
}
