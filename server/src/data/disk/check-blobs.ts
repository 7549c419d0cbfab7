import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'

const chunkBytes = 1024 * 1024

/**
 * Reads blobs by their names in lower-case hexadecimal.
 * @returns a sentence for each that is missing or is not what its name says.
 */
export function blobProblems(folder: string, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const found = hashOf(join(folder, 'blobs', name.slice(0, 2), name.slice(2)))
    if (found === undefined) return [`the bytes of blob ${name} are missing`]
    return found === name ? [] : [`blob ${name} is damaged`]
  })
}

/** Undefined: it is not there. */
function hashOf(path: string): string | undefined {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw thrown
  }
  try {
    const sum = createHash('sha256')
    const chunk = Buffer.allocUnsafe(chunkBytes)
    for (let bytes = readSync(file, chunk); bytes > 0; bytes = readSync(file, chunk))
      sum.update(chunk.subarray(0, bytes))
    return sum.digest('hex')
  } finally {
    closeSync(file)
  }
}
