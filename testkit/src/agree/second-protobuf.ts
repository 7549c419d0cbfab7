import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const protoc = '/usr/bin/protoc'
const python = '/usr/bin/python3'
const protoFolder = join(import.meta.dirname, '../../../protocol/proto')
const script = join(import.meta.dirname, 'second_protobuf.py')
const lengthBytes = 4
const saidMax = 2_000

/** What it lacks here; undefined: nothing. */
export function missingForSecondProtobuf(): string | undefined {
  if (!existsSync(protoc)) return 'protobuf-compiler'
  const found = spawnSync(python, ['-c', 'import google.protobuf'])
  return found.status === 0 ? undefined : 'python3-protobuf'
}

export interface Sample {
  /** Its message's place in the list of names. */
  message: number
  bytes: Uint8Array
}

/** Google's protobuf library, in a process of its own. */
export class SecondProtobuf implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-second-protobuf-'))
  readonly #process: ChildProcess
  #bytes: Buffer = Buffer.alloc(0)
  #waiting: { resolve: (bytes: Buffer) => void; reject: (fault: Error) => void } | undefined

  constructor(names: readonly string[]) {
    const files = readdirSync(join(protoFolder, 'parley/v1')).map((file) => `parley/v1/${file}`)
    const args = [`-I${protoFolder}`, `--python_out=${this.#folder}`, ...files]
    const made = spawnSync(protoc, args, { encoding: 'utf8' })
    if (made.status !== 0) throw new Error(`protoc: ${made.stderr}`)
    this.#process = spawn(python, [script, names.join()], {
      env: { PYTHONPATH: this.#folder, PYTHONDONTWRITEBYTECODE: '1' },
      stdio: 'pipe',
    })
    // NOTE it says a line for each text that is no UTF-8: only the last words count, where it ends.
    let said = ''
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-saidMax)
    })
    this.#process.stdout?.on('data', (chunk: Buffer) => this.#take(chunk))
    this.#process.on('exit', (status) =>
      this.#waiting?.reject(new Error(`the second library ended: ${status} ${said}`)),
    )
  }

  /** @returns for each sample what it was written as; undefined where it was refused. One batch at a time. */
  async read(samples: readonly Sample[]): Promise<(Uint8Array | undefined)[]> {
    const records = samples.flatMap(({ message, bytes }) => {
      const head = Buffer.alloc(6)
      head.writeUInt16BE(message)
      head.writeUInt32BE(bytes.length, 2)
      return [head, bytes]
    })
    const batch = Buffer.concat(records)
    const length = Buffer.alloc(lengthBytes)
    length.writeUInt32BE(batch.length)
    const answered = new Promise<Buffer>((resolve, reject) => {
      this.#waiting = { resolve, reject }
    })
    this.#process.stdin?.write(Buffer.concat([length, batch]))
    const answers = await answered
    let at = 0
    return samples.map(() => {
      const wasRead = answers[at] === 1
      const end = at + 5 + answers.readUInt32BE(at + 1)
      const written = answers.subarray(at + 5, end)
      at = end
      return wasRead ? written : undefined
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#waiting = undefined
    this.#process.stdin?.end()
    if (this.#process.exitCode === null)
      await new Promise((resolve) => this.#process.once('exit', resolve))
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #take(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk])
    if (this.#bytes.length < lengthBytes) return
    const end = lengthBytes + this.#bytes.readUInt32BE(0)
    if (this.#bytes.length < end) return
    const answers = this.#bytes.subarray(lengthBytes, end)
    this.#bytes = this.#bytes.subarray(end)
    this.#waiting?.resolve(answers)
  }
}
