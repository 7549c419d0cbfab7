import { uuidToText } from '@parley/protocol'
import { localTime } from './clock-time.ts'
import type { Output } from './output.ts'

/** What was stored: a message, or an act. */
export interface Acked {
  readonly conversation: number
  readonly seq: number
  readonly timeMs: number
  readonly duplicate: boolean
  readonly clientId: Uint8Array
}

export function ackJson({ conversation, seq, timeMs, duplicate, clientId }: Acked) {
  return {
    conversation: String(conversation),
    seq,
    clientId: uuidToText(clientId),
    time: timeMs,
    duplicate,
  }
}

export function printAck(output: Output, acked: Acked): Promise<void> {
  const { seq, timeMs, duplicate } = acked
  const json = ackJson(acked)
  const again = duplicate ? output.style('dim', '  (was stored before)') : ''
  return output.result(
    json,
    () =>
      `${output.style('green', '✓')} ${output.style('dim', localTime(timeMs))}  #${seq}${again}`,
  )
}
