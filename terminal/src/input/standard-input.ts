import { LineReader } from './line-reader.ts'

/** Far above any message: what is longer is refused by its size, not read into memory. */
const lineBytesMax = 1_048_576

let reader: LineReader | undefined

/** Standard input as lines: one reader for the password and what follows it. */
export function standardInput(): LineReader {
  reader ??= new LineReader(process.stdin, lineBytesMax)
  return reader
}
