import { IMError } from '../session/sdk.ts'
import type { LineReader } from '../input/line-reader.ts'

/** A line of input: its text, or why it is none. Counted from 1, empty lines included. */
export interface InputLine {
  readonly line: number
  readonly text: string | IMError
}

/** Lines to send. Empty ones are passed over: there is no empty message. */
export async function* inputLines(reader: LineReader): AsyncGenerator<InputLine, void, undefined> {
  for (let line = 1; ; line += 1) {
    const next = await reader.next()
    if (next === undefined) return
    if ('tooLong' in next) {
      yield { line, text: new IMError('TOO_LARGE', 'over a million bytes in one line') }
      continue
    }
    const text = decoded(next.bytes)
    if (text !== '') yield { line, text }
  }
}

function decoded(bytes: Uint8Array): string | IMError {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new IMError('BAD_REQUEST', 'the line is not UTF-8')
  }
}
