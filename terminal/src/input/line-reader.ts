/** A line without its end. `tooLong`: it was passed over. */
export type Line = { bytes: Uint8Array } | { tooLong: true }

const newline = 0x0a
const carriageReturn = 0x0d

/**
 * Lines out of chunks of bytes, one when asked for one: what is not asked for is not read, so that a long input waits in
 * its pipe. A last line needs no end.
 */
export class LineReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  readonly #bytesMax: number
  #rest: Uint8Array = new Uint8Array()
  #isOver = false

  constructor(chunks: AsyncIterable<Uint8Array>, bytesMax: number) {
    this.#chunks = chunks[Symbol.asyncIterator]()
    this.#bytesMax = bytesMax
  }

  /** Undefined at the end. Not to be called again before it answered. */
  async next(): Promise<Line | undefined> {
    const parts: Uint8Array[] = []
    let bytes = 0
    for (;;) {
      const end = this.#rest.indexOf(newline)
      const part = end < 0 ? this.#rest : this.#rest.subarray(0, end)
      bytes += part.length
      if (bytes <= this.#bytesMax) parts.push(part)
      else parts.length = 0
      if (end >= 0) {
        this.#rest = this.#rest.subarray(end + 1)
        return lineOf(parts, bytes, this.#bytesMax)
      }
      if (!(await this.#read()))
        return bytes === 0 ? undefined : lineOf(parts, bytes, this.#bytesMax)
    }
  }

  async #read(): Promise<boolean> {
    this.#rest = new Uint8Array()
    if (this.#isOver) return false
    const { done, value } = await this.#chunks.next()
    if (done === true) this.#isOver = true
    else this.#rest = value
    return !this.#isOver
  }
}

function lineOf(parts: Uint8Array[], length: number, bytesMax: number): Line {
  if (length > bytesMax) return { tooLong: true }
  const bytes = Buffer.concat(parts)
  return { bytes: bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes }
}
