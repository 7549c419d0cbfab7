import { createHash } from 'node:crypto'

const pendingMax = 256

/**
 * What happened in a world, as a running hash: two runs of one seed are the same when their hashes are. The lines
 * themselves are kept or printed only on demand.
 */
export class Trace {
  readonly #hash = createHash('sha256')
  readonly #print: ((line: string) => void) | undefined
  #pending: string[] = []
  #lines = 0

  constructor(print?: (line: string) => void) {
    this.#print = print
  }

  get lines(): number {
    return this.#lines
  }

  note(atMs: number, what: string): void {
    const line = `${atMs.toFixed(3)} ${what}`
    this.#lines += 1
    this.#print?.(line)
    this.#pending.push(line)
    if (this.#pending.length >= pendingMax) this.#flush()
  }

  #flush(): void {
    if (this.#pending.length > 0) this.#hash.update(`${this.#pending.join('\n')}\n`)
    this.#pending = []
  }

  /** Of everything noted so far. */
  digest(): string {
    this.#flush()
    return this.#hash.copy().digest('hex')
  }
}
