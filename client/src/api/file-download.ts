import { backoffMs } from '../base/backoff.ts'
import type { Clock } from '../base/clock.ts'
import { IMError, toIMError } from '../base/im-error.ts'
import { sleep, throwIfAborted, within } from '../base/wait.ts'
import type { HttpAnswer, HttpReader } from '../transport/http-fetch.ts'
import type { FileAccess } from './file-access.ts'
import type { FileHttp } from './file-http.ts'

/** So often in a row without a byte. */
const failuresMax = 10
/** A server from which no byte comes for so long is gone, though the connection still stands. */
const silenceMaxMs = 30_000

/**
 * The bytes of a file from `from` on, in order, each once; goes on by itself where the connection was cut.
 * @throws IMError NOT_FOUND and the like; the last passing error after failuresMax of them
 */
export async function* downloadFile(
  access: FileAccess,
  http: FileHttp,
  path: string,
  input: { from: number; signal: AbortSignal },
): AsyncGenerator<Uint8Array> {
  const { clock, random, backoff } = access
  let at = input.from
  for (let failures = 0; ; failures += 1) {
    try {
      const headers: Record<string, string> = at > 0 ? { range: `bytes=${at}-` } : {}
      const answer = await http.ask('GET', path, { headers, signal: input.signal })
      const end = endOf(answer, at)
      for await (const chunk of chunksOf(answer, clock, input.signal)) {
        at += chunk.length
        failures = -1
        yield chunk
      }
      if (at >= end) return
      throw new IMError('OFFLINE', 'the bytes ended too early')
    } catch (thrown) {
      const error = toIMError(thrown)
      // NOTE from the very end on there is nothing to say.
      if (error.code === 'BAD_REQUEST' && at > 0 && error.message.endsWith('416')) return
      if (error.retry === 'never' || error.code === 'SIGNED_OUT' || failures >= failuresMax)
        throw error
      await sleep(
        clock,
        backoffMs(random, backoff, Math.max(0, failures), error.retryAfterMs),
        input.signal,
      )
    }
  }
}

/** Where the file ends. @throws IMError when the answer does not begin where it was asked to. */
function endOf({ status, headers }: HttpAnswer, at: number): number {
  if (status === 200 && at === 0) return Number(headers.get('content-length') ?? 0)
  const [, from, end] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? []
  if (status !== 206 || Number(from) !== at)
    throw new IMError('INTERNAL', `asked from byte ${at}, answered ${status}`, { retry: 'never' })
  return Number(end)
}

async function* chunksOf(
  answer: HttpAnswer,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader: HttpReader | undefined = answer.body?.getReader()
  if (reader === undefined) return
  try {
    for (;;) {
      throwIfAborted(signal)
      const reading = reader.read().catch((thrown: unknown) => {
        throw new IMError('OFFLINE', toIMError(thrown).message)
      })
      const { done, value } = await within(clock, reading, silenceMaxMs, signal)
      if (done) return
      if (value !== undefined) yield value
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}
