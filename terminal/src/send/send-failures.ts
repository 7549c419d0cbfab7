import { uuidToText } from '@parley/protocol'
import { exitStatuses } from '../output/exit-statuses.ts'
import { Failure, failureOf } from '../output/failure.ts'
import { StopAsked } from '../stop-signal.ts'
import type { IMError } from '../session/sdk.ts'
import type { OutgoingLine } from './outgoing-line.ts'

type Waiting = Pick<OutgoingLine, 'line'> & Partial<OutgoingLine>

/**
 * What is said of a message that was not acknowledged. `sent`: it may be stored, and the same `clientId` again is safe;
 * else it certainly is not.
 */
function notAckedJson({ line, clientId, attempts = 0 }: Waiting) {
  return {
    line,
    clientId: clientId === undefined ? null : uuidToText(clientId),
    sent: attempts > 0,
  }
}

/** `send` waited long enough. */
export function gaveUp(
  error: IMError,
  input: { waiting: readonly Waiting[]; timeoutMs: number },
): Failure {
  const seconds = Math.round(input.timeoutMs / 100) / 10
  const cause = error.code === 'TIMEOUT' ? '' : `: ${error.message}`
  const message = `gave up after ${seconds} s without an acknowledgement${cause}`
  return new Failure({ code: 'GAVE_UP', message, retry: 'later' }, exitStatuses.notAcked, {
    detail: { cause: error.code, notAcked: input.waiting.map(notAckedJson) },
    advice: advice(input.waiting),
  })
}

/** The first of `waiting` was refused for good, or the session ended. */
export function refusedLine(
  error: IMError,
  waiting: readonly Waiting[],
  isFromInput: boolean,
): Failure {
  const [first, ...others] = waiting
  const failure = failureOf(error)
  const place = isFromInput && first !== undefined ? `line ${first.line}: ` : ''
  const body = { code: error.code, message: place + error.message, retry: error.retry }
  return new Failure(body, failure?.status ?? exitStatuses.refused, {
    detail: { notAcked: waiting.map(notAckedJson) },
    advice: isFromInput ? advice(others) : [],
  })
}

export function interrupted(stop: AbortSignal, waiting: readonly Waiting[]): Failure {
  const reason = stop.reason instanceof StopAsked ? stop.reason : new StopAsked('SIGTERM')
  const body = { code: 'INTERRUPTED', message: reason.message, retry: 'later' } as const
  return new Failure(body, reason.status, {
    detail: { notAcked: waiting.map(notAckedJson) },
    advice: advice(waiting),
  })
}

const listedMax = 20

function advice(waiting: readonly Waiting[]): string[] {
  if (waiting.length === 0) return ['Everything before is stored, nothing after.']
  const listed = waiting.slice(0, listedMax).map((one) => {
    const { line, clientId, sent } = notAckedJson(one)
    return `  line ${line}: ${sent ? `may be stored; --client-id ${clientId} repeats it safely` : 'not sent'}`
  })
  const more = waiting.length > listedMax ? [`  … and ${waiting.length - listedMax} more`] : []
  return ['Not acknowledged:', ...listed, ...more, 'Everything before is stored, nothing after.']
}
