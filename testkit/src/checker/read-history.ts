import { closeSync, openSync, readSync } from 'node:fs'
import type { Line } from './history.ts'

const chunkBytes = 1 << 20

/** Reads histories line by line. @throws when a line is no JSON, naming it. */
export function* readHistory(paths: readonly string[]): Generator<Line> {
  for (const path of paths) yield* readOne(path)
}

function* readOne(path: string): Generator<Line> {
  const file = openSync(path, 'r')
  try {
    const chunk = Buffer.allocUnsafe(chunkBytes)
    let rest: Buffer = Buffer.alloc(0)
    let number = 0
    for (;;) {
      const count = readSync(file, chunk, 0, chunkBytes, null)
      const bytes = Buffer.concat([rest, chunk.subarray(0, count)])
      const end = count === 0 ? bytes.length : bytes.lastIndexOf(10) + 1
      for (const text of bytes.toString('utf8', 0, end).split('\n')) {
        if (text === '') continue
        number += 1
        yield parsed(text, path, number)
      }
      if (count === 0) return
      rest = Buffer.from(bytes.subarray(end))
    }
  } finally {
    closeSync(file)
  }
}

function parsed(text: string, path: string, number: number): Line {
  try {
    return JSON.parse(text)
  } catch (fault) {
    throw new Error(`${path}: entry ${number} is no JSON`, { cause: fault })
  }
}
