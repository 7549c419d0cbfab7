import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Debian's own: another Python that is first in the path may lack the package, or bring another one. */
const python = '/usr/bin/python3'
const protoc = '/usr/bin/protoc'
const protoFolder = join(import.meta.dirname, '../../../protocol/proto')

/** @returns what is missing to run the foreign client; undefined when everything is there. */
export function missingForForeignClient(): string | undefined {
  if (!existsSync(python)) return `${python} (Debian package python3)`
  if (!existsSync(protoc)) return `${protoc} (Debian package protobuf-compiler)`
  const found = spawnSync(python, ['-c', 'import google.protobuf'], { stdio: 'ignore' })
  return found.status === 0 ? undefined : `google.protobuf for ${python} (python3-protobuf)`
}

/** Has the schema made into Python below `folder`. */
export function generatePython(folder: string): string {
  const generated = join(folder, 'generated')
  mkdirSync(generated)
  const protos = readdirSync(join(protoFolder, 'parley/v1')).map((file) => `parley/v1/${file}`)
  const args = [`--proto_path=${protoFolder}`, `--python_out=${generated}`, ...protos]
  const made = spawnSync(protoc, args, { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`protoc: ${made.stderr}`)
  return generated
}

export interface ForeignEvent {
  event: string
  // Whatever the event tells: see parley_client.py.
  [field: string]: unknown
}

/** A running foreign client, driven by orders, with everything it said. */
export class ForeignDevice {
  readonly events: ForeignEvent[] = []
  readonly #child
  readonly #watchers = new Set<() => void>()
  #orders = 0
  #ended: string | undefined

  constructor(generated: string, stateFile: string) {
    const env = { PYTHONPATH: generated, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' }
    const args = [join(import.meta.dirname, 'drive.py'), stateFile]
    this.#child = spawn(python, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
    this.#child.stdin.on('error', () => {})
    let trouble = ''
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (trouble += text))
    createInterface(this.#child.stdout).on('line', (line) => {
      this.events.push(JSON.parse(line) as ForeignEvent)
      this.#wake()
    })
    this.#child.on('close', (status, signal) => {
      this.#ended = `the foreign client ended (${status ?? signal}) ${trouble}`
      this.#wake()
    })
  }

  /** Gives an order; resolves to its answer: a `done` or `failed` event. */
  async order(what: string, fields: Record<string, unknown> = {}): Promise<ForeignEvent> {
    const n = (this.#orders += 1)
    this.#child.stdin.write(`${JSON.stringify({ n, do: what, ...fields })}\n`)
    return this.until((event) => event['n'] === n)
  }

  /** As order, and the order must have been done. */
  async did(what: string, fields: Record<string, unknown> = {}): Promise<ForeignEvent> {
    const answer = await this.order(what, fields)
    if (answer.event !== 'done') throw new Error(`${what}: ${JSON.stringify(answer)}`)
    return answer
  }

  /** Resolves to the first event from number `from` on that fits, as soon as it was said. */
  async until(fits: (event: ForeignEvent) => boolean, from = 0): Promise<ForeignEvent> {
    let next = from
    for (;;) {
      for (; next < this.events.length; next += 1) {
        const event = this.events[next]
        if (event && fits(event)) return event
      }
      if (this.#ended) throw new Error(this.#ended)
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#watchers.delete(wake)
          resolve()
        }
        this.#watchers.add(wake)
      })
    }
  }

  /** Events of one name, from number `from` on. */
  all(event: string, from = 0): ForeignEvent[] {
    return this.events.slice(from).filter((one) => one.event === event)
  }

  /** Ends the program in the middle of whatever it does. */
  async kill(): Promise<void> {
    if (this.#ended) return
    const closed = new Promise((resolve) => this.#child.once('close', resolve))
    this.#child.kill('SIGKILL')
    await closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
  }

  #wake(): void {
    for (const wake of [...this.#watchers]) wake()
  }
}
