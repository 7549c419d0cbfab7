import { open, type FileHandle } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { FileSource } from '../session/sdk.ts'

/** What a container of sound is told by its name alone; all else the server finds out. */
const soundTypes: Readonly<Record<string, string>> = {
  '.m4a': 'audio/mp4',
  '.weba': 'audio/webm',
  '.oga': 'audio/ogg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
}

export interface PathSource extends FileSource, AsyncDisposable {}

/** A file on this disk, read piece by piece. @throws the system's error */
export async function pathSource(path: string): Promise<PathSource> {
  const file = await open(path, 'r')
  try {
    const facts = await file.stat()
    if (facts.isDirectory())
      throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR', syscall: 'read' })
    return {
      size: facts.size,
      name: basename(path),
      type: soundTypes[extname(path).toLowerCase()] ?? '',
      slice: (from, to) => ({ arrayBuffer: () => read(file, from, to) }),
      [Symbol.asyncDispose]: () => file.close(),
    }
  } catch (thrown) {
    await file.close()
    throw thrown
  }
}

async function read(file: FileHandle, from: number, to: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(to - from)
  for (let at = 0; at < bytes.length;) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at, from + at)
    if (bytesRead === 0)
      throw Object.assign(new Error('the file became shorter'), { code: 'EIO', syscall: 'read' })
    at += bytesRead
  }
  return bytes.buffer
}
