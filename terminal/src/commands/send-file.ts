import { isUuidV7, uuidFromText, uuidToText, uuidV7Minter, wire } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs, required } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { byteText } from '../files/byte-text.ts'
import { pathSource, type PathSource } from '../files/path-source.ts'
import { ackJson, type Acked } from '../output/ack-line.ts'
import { localTime } from '../output/clock-time.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { Failure } from '../output/failure.ts'
import { plainText } from '../output/plain-text.ts'
import { saidMore } from '../send/said-more.ts'
import { patience } from '../session/find-account.ts'
import { findTarget } from '../session/find-target.ts'
import { findAccess, openSession, whenLoggedIn, type OpenSession } from '../session/open-session.ts'
import { callPatiently, fileContent, nodeRandom, type UploadedFile } from '../session/sdk.ts'
import { sessionFiles } from '../session/session-files.ts'

const timeoutMsDefault = 60_000

/** `send --file`: the file first, then the message that names it. */
export async function sendFile(invocation: Invocation): Promise<number> {
  const { values, stop } = invocation
  const path = required(invocation, 'file')
  const to = required(invocation, 'to')
  const timeoutMs = durationMs(invocation, 'timeout', timeoutMsDefault)
  const given = givenId(invocation)
  const more = saidMore(invocation)
  await using source = await pathSource(path)
  const open = openSession(await findAccess(invocation))
  try {
    await whenLoggedIn(open, { timeoutMs, stop })
    const { target } = await findTarget(open.session, to, { timeoutMs, signal: stop })
    const clientId = given ?? minted(open)
    const file = await uploaded(invocation, open, { source, clientId, timeoutMs })
    const content = fileContent(file, { shown: !invocation.switches.has('plain') })
    const { kind, ...rest } = content
    const patient = { timeoutMs, signal: stop }
    const said = { ...(await more.content(open.session, patient)), text: values['text'] ?? '' }
    const body = wire.EntryBody.encode({ ...rest, ...said }).finish()
    const request = { target, clientId, kind, refSeq: more.refSeq, body }
    const ack = await callPatiently(patience(open.session), 'send', request, patient)
    const { conversation, seq, timeMs, duplicate } = ack
    await tell(invocation, { conversation, seq, timeMs, duplicate, clientId }, file)
    return exitStatuses.done
  } catch (thrown) {
    throw stop.aborted ? stop.reason : thrown
  } finally {
    await open.end()
  }
}

function givenId({ values, command }: Invocation): Uint8Array | undefined {
  const text = values['client-id']
  if (text === undefined) return undefined
  const clientId = uuidFromText(text)
  if (clientId === undefined || !isUuidV7(clientId))
    throw new UsageFault(`--client-id takes a UUIDv7, not "${text}"`, command)
  return clientId
}

function minted({ session }: OpenSession): Uint8Array {
  const fill = (bytes: Uint8Array) => nodeRandom.fill(bytes)
  return uuidV7Minter({ nowMs: () => session.nowMs(), fill })()
}

/** @throws Failure GAVE_UP when nothing more came through for `timeoutMs` */
async function uploaded(
  { output, stop }: Invocation,
  open: OpenSession,
  input: { source: PathSource; clientId: Uint8Array; timeoutMs: number },
): Promise<UploadedFile> {
  const { source, timeoutMs } = input
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(), timeoutMs)
  const signal = AbortSignal.any([stop, waiting.signal])
  // NOTE the same call again is the same upload, and so the same message.
  const key = uuidToText(input.clientId)
  const upload = sessionFiles(open).upload({ source, key, signal })
  let told = 0
  const unlisten = upload.progress.subscribe(() => {
    timer.refresh()
    const { sentBytes, bytes } = upload.progress.getSnapshot()
    const quarter = bytes === 0 ? 0 : Math.floor((4 * sentBytes) / bytes)
    if (quarter <= told || quarter === 4) return
    told = quarter
    output.note(`${quarter * 25} % of ${byteText(bytes)}`)
  })
  try {
    return await upload.file
  } catch (thrown) {
    if (!waiting.signal.aborted) throw thrown
    const message = `nothing of the file came through for ${timeoutMs / 1_000} s`
    throw new Failure({ code: 'GAVE_UP', message, retry: 'later' }, exitStatuses.notAcked)
  } finally {
    clearTimeout(timer)
    unlisten()
  }
}

function tell({ output }: Invocation, ack: Acked, uploadedFile: UploadedFile): Promise<void> {
  const { seq, timeMs } = ack
  const { file, name, mediaType, bytes } = uploadedFile
  const json = { ...ackJson(ack), file: { id: String(file), name, mediaType, bytes } }
  const facts = `${plainText(name)}, ${mediaType}, ${byteText(bytes)}`
  return output.result(
    json,
    () =>
      `${output.style('green', '✓')} ${output.style('dim', localTime(timeMs))}  #${seq}  ${facts}`,
  )
}
