import { stat } from 'node:fs/promises'
import { wire } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs, positive, required } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { byteText } from '../files/byte-text.ts'
import { saveFile } from '../files/save-file.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { plainText } from '../output/plain-text.ts'
import { patience } from '../session/find-account.ts'
import { findTarget } from '../session/find-target.ts'
import { findAccess, openSession, whenLoggedIn, type OpenSession } from '../session/open-session.ts'
import { callPatiently, IMError, type FileFacts } from '../session/sdk.ts'
import { sessionFiles } from '../session/session-files.ts'

const timeoutMsDefault = 15_000

interface Wanted {
  files: readonly number[]
  conversation: number
}

/** Saves the files of a message, or one file by its id. */
export async function run(invocation: Invocation): Promise<number> {
  const { stop, output, values } = invocation
  const id = positive(invocation, 'id')
  const seq = positive(invocation, 'seq')
  if ((id === undefined) === (seq === undefined))
    throw new UsageFault('get takes --id FILE, or --to HANDLE --seq N', invocation.command)
  const timeoutMs = durationMs(invocation, 'timeout', timeoutMsDefault)
  const handle = seq === undefined ? undefined : required(invocation, 'to')
  const open = openSession(await findAccess(invocation))
  const signal = AbortSignal.any([stop, output.closed])
  try {
    await whenLoggedIn(open, { timeoutMs, stop: signal })
    const wanted =
      seq === undefined
        ? { files: [id ?? 0], conversation: 0 }
        : await filesOfEntry(open, { handle: handle ?? '', seq, timeoutMs, signal })
    const files = sessionFiles(open)
    const { conversation } = wanted
    const found = await files.facts(wanted.files, { conversation, signal })
    if (found.length === 0) throw new IMError('NOT_FOUND', 'there is no such file for you')
    const place = await placeOf(values['out'], found)
    for (const facts of found)
      await tell(invocation, facts, await saveFile(files, facts, place, signal))
    return exitStatuses.done
  } catch (thrown) {
    throw stop.aborted ? stop.reason : thrown
  } finally {
    await open.end()
  }
}

/** @throws IMError NOT_FOUND */
async function filesOfEntry(
  { session }: OpenSession,
  input: { handle: string; seq: number; timeoutMs: number; signal: AbortSignal },
): Promise<Wanted> {
  const { handle, seq, timeoutMs, signal } = input
  const patient = { timeoutMs, signal }
  const { target } = await findTarget(session, handle, patient)
  const request = { target, fromSeq: seq, limit: 1, backward: false }
  const page = await callPatiently(patience(session), 'pull', request, patient)
  const entry = page.entries.find((one) => one.seq === seq)
  const attachments = attachmentsIn(entry?.body ?? new Uint8Array())
  if (attachments.length === 0) throw new IMError('NOT_FOUND', `message ${seq} has no file`)
  return { files: attachments.map(({ file }) => file ?? 0), conversation: page.conversation }
}

function attachmentsIn(body: Uint8Array) {
  try {
    return wire.EntryBody.decode(body).attachments
  } catch {
    return []
  }
}

/** A folder takes any number; a path names one. */
async function placeOf(
  out: string | undefined,
  found: readonly FileFacts[],
): Promise<{ folder: string } | { path: string }> {
  if (out === undefined) return { folder: '.' }
  const facts = await stat(out).catch(() => undefined)
  if (facts?.isDirectory() === true) return { folder: out }
  if (found.length > 1)
    throw new UsageFault(`there are ${found.length} files: --out takes a folder`, 'get')
  return { path: out }
}

function tell({ output }: Invocation, facts: FileFacts, path: string): Promise<void> {
  const { file, name, mediaType, bytes } = facts
  const json = { id: String(file), name, mediaType, bytes, path }
  return output.result(
    json,
    () => `${output.style('green', '✓')} ${plainText(path)}  ${mediaType}, ${byteText(bytes)}`,
  )
}
