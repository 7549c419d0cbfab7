import { isUuidV7, textBytesMax, uuidFromText, wire } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs, required } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { standardInput } from '../input/standard-input.ts'
import { printAck } from '../output/ack-line.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { failureOf } from '../output/failure.ts'
import type { Output } from '../output/output.ts'
import { saidMore, type SaidMore } from '../send/said-more.ts'
import { outgoingLine, type OutgoingLine } from '../send/outgoing-line.ts'
import { inputLines } from '../send/input-lines.ts'
import { gaveUp, interrupted, refusedLine } from '../send/send-failures.ts'
import { SendQueue, type SendEnd } from '../send/send-queue.ts'
import { findTarget, type Target } from '../session/find-target.ts'
import { sendFile } from './send-file.ts'
import { sendLater } from './send-later.ts'
import { findAccess, openSession, whenLoggedIn, type OpenSession } from '../session/open-session.ts'
import { IMError, nodeClock, nodeRandom, toIMError } from '../session/sdk.ts'

const timeoutMsDefault = 60_000

export async function run(invocation: Invocation): Promise<number> {
  const { file, at } = invocation.values
  if (file !== undefined && at !== undefined)
    throw new UsageFault('--at goes with --text, not with --file', invocation.command)
  if (file !== undefined) return sendFile(invocation)
  if (at !== undefined) return sendLater(invocation)
  const to = required(invocation, 'to')
  const more = saidMore(invocation)
  const given = givenLine(invocation)
  const timeoutMs = durationMs(invocation, 'timeout', timeoutMsDefault)
  const access = await findAccess(invocation)
  const open = openSession(access)
  try {
    const target = await reach(open, { to, given, timeoutMs, stop: invocation.stop })
    const line = given && (await completed(invocation, open, { given, more, timeoutMs }))
    return await sendAll(invocation, open, { target, given: line, timeoutMs })
  } finally {
    await open.end()
  }
}

/** The message of --text. Undefined: standard input. @throws UsageFault */
function givenLine({ values, command }: Invocation): OutgoingLine | undefined {
  const { text, 'client-id': idText } = values
  if (text === undefined) {
    if (idText !== undefined) throw new UsageFault('--client-id needs --text', command)
    return undefined
  }
  if (text === '') throw new UsageFault('--text is empty', command)
  if (idText === undefined) return outgoingLine(1, text)
  const clientId = uuidFromText(idText)
  if (clientId === undefined || !isUuidV7(clientId))
    throw new UsageFault(`--client-id takes a UUIDv7, not "${idText}"`, command)
  return outgoingLine(1, text, clientId)
}

/** Logs in and finds whom to write to. @throws Failure GAVE_UP when it takes too long: nothing has left. */
async function reach(
  open: OpenSession,
  input: { to: string; given: OutgoingLine | undefined; timeoutMs: number; stop: AbortSignal },
): Promise<Target> {
  const { to, given, timeoutMs, stop } = input
  const startedMs = nodeClock.monotonicMs()
  const leftMs = () => Math.max(1, timeoutMs - (nodeClock.monotonicMs() - startedMs))
  const waiting = given === undefined ? [] : [given]
  try {
    await whenLoggedIn(open, { timeoutMs, stop })
    return (await findTarget(open.session, to, { timeoutMs: leftMs(), signal: stop })).target
  } catch (thrown) {
    if (stop.aborted) throw interrupted(stop, waiting)
    const isPassing = failureOf(thrown)?.status === exitStatuses.away
    throw isPassing ? gaveUp(toIMError(thrown), { waiting, timeoutMs }) : thrown
  }
}

/** With what is said beside the text. */
async function completed(
  { values, stop }: Invocation,
  { session }: OpenSession,
  input: { given: OutgoingLine; more: SaidMore; timeoutMs: number },
): Promise<OutgoingLine> {
  const { given, more, timeoutMs } = input
  const content = await more.content(session, { timeoutMs, signal: stop })
  const body = wire.EntryBody.encode({ ...content, text: values['text'] ?? '' }).finish()
  return { ...given, refSeq: more.refSeq, body }
}

async function sendAll(
  { output, stop }: Invocation,
  { session }: OpenSession,
  input: { target: Target; given: OutgoingLine | undefined; timeoutMs: number },
): Promise<number> {
  const { target, given, timeoutMs } = input
  const deps = { session, clock: nodeClock, random: nodeRandom }
  const queue = new SendQueue(deps, { to: target, timeoutMs }, (line) => void tell(output, line))
  const stopped = new Promise<'stopped'>((resolve) =>
    stop.aborted
      ? resolve('stopped')
      : stop.addEventListener('abort', () => resolve('stopped'), { once: true }),
  )
  try {
    // NOTE input may stay open for ever: who gives up does not wait for its next line.
    const ended = queue.ended().then((end) => ({ end }))
    const fed = feed(queue, given).then((bad) => ({ bad }))
    const first = await Promise.race([fed, ended, stopped])
    if (first === 'stopped') throw interrupted(stop, queue.notAcked)
    const end = 'end' in first ? first.end : await Promise.race([queue.settled(), stopped])
    if (end === 'stopped') throw interrupted(stop, queue.notAcked)
    if (end !== undefined) throw failureOfEnd(end, timeoutMs, given === undefined)
    if ('bad' in first && first.bad !== undefined)
      throw refusedLine(first.bad.error, [first.bad], true)
    return exitStatuses.done
  } finally {
    queue.close()
  }
}

interface BadLine {
  line: number
  error: IMError
}

/** Hands lines over while there is room. @returns the line that cannot be sent, where there is one. */
async function feed(
  queue: SendQueue,
  given: OutgoingLine | undefined,
): Promise<BadLine | undefined> {
  if (given !== undefined) {
    queue.add(given)
    return undefined
  }
  for await (const { line, text } of inputLines(standardInput())) {
    if (typeof text !== 'string') return { line, error: text }
    const bytes = Buffer.byteLength(text)
    // NOTE refused here already, so that nothing behind it is under way.
    if (bytes > textBytesMax)
      return {
        line,
        error: new IMError('TOO_LARGE', `${bytes} bytes of text, at most ${textBytesMax}`),
      }
    await queue.room()
    if (queue.isOver) return undefined
    queue.add(outgoingLine(line, text))
  }
  return undefined
}

function failureOfEnd(
  { reason, error, notAcked }: SendEnd,
  timeoutMs: number,
  isFromInput: boolean,
) {
  if (reason === 'timeout') return gaveUp(error, { waiting: notAcked, timeoutMs })
  return refusedLine(error, notAcked, isFromInput)
}

function tell(output: Output, { clientId = new Uint8Array(), ack }: OutgoingLine): Promise<void> {
  const none = { conversation: 0, seq: 0, timeMs: 0, duplicate: false }
  return printAck(output, { ...none, ...ack, clientId })
}
