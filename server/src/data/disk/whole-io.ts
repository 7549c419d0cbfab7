import type { FileHandle } from 'node:fs/promises'

const chunkBytes = 128 * 1024

/** Writes all of it at `at`. @returns where the next byte goes. */
export async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<number> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
  return at + done
}

/** From `from` to before `to`, or to the end of the file. */
export async function* readRange(
  file: FileHandle,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array> {
  let at = from
  while (at < to) {
    const chunk = Buffer.allocUnsafeSlow(Math.min(chunkBytes, to - at))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield chunk.subarray(0, bytesRead)
  }
}
