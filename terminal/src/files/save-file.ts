import { link, open, rename, stat, unlink, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileFacts, Files } from '../session/sdk.ts'

/**
 * Brings a file into a folder, or to a path that must be free. What an interrupted call left is gone on with. It stands
 * under its name only when it is whole.
 * @returns where it is. @throws IMError, the system's error
 */
export async function saveFile(
  files: Files,
  facts: FileFacts,
  to: { folder: string } | { path: string },
  signal: AbortSignal,
): Promise<string> {
  if ('path' in to && (await isThere(to.path))) throw taken(to.path)
  const part = 'path' in to ? `${to.path}.part` : join(to.folder, `.parley-${facts.file}.part`)
  const file = await open(part, 'a')
  try {
    const { size } = await file.stat()
    // NOTE longer than it can be: it is something else.
    const from = size <= facts.bytes ? size : 0
    if (from !== size) await file.truncate(0)
    for await (const chunk of files.download(facts.file, { from, signal })) await write(file, chunk)
    await file.sync()
  } finally {
    await file.close()
  }
  return 'path' in to ? place(part, to.path) : placeIn(part, to.folder, localName(facts.name))
}

async function write(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await file.write(chunk, at)).bytesWritten
}

/** Never over something that is there, also where two do it at once. */
async function place(part: string, path: string): Promise<string> {
  try {
    await link(part, path)
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') throw taken(path)
    // NOTE disks without hard links.
    if (await isThere(path)) throw taken(path)
    await rename(part, path)
    return path
  }
  await unlink(part)
  return path
}

async function placeIn(part: string, folder: string, name: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : numbered(name, count))
    try {
      return await place(part, path)
    } catch (thrown) {
      if (codeOf(thrown) !== 'EEXIST') throw thrown
    }
  }
}

function numbered(name: string, count: number): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]{1,20})$/.exec(name) ?? []
  return `${stem} (${count})${ending}`
}

/** The server gives plain names; what saves them relies on nobody. */
export function localName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_').replace(/^[\s.]+|[\s.]+$/g, '')
  return plain === '' ? 'file' : plain
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return false
    throw thrown
  }
}

const codeOf = (thrown: unknown) => (thrown as NodeJS.ErrnoException).code

function taken(path: string): Error {
  const message = `${path} is there already`
  return Object.assign(new Error(message), { code: 'EEXIST', syscall: 'open' })
}
