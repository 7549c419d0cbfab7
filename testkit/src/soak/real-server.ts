import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

const launcher = join(import.meta.dirname, '..', '..', '..', 'terminal', 'bin', 'parley.mjs')
/** Beside other work, at a low priority, a start of seconds takes minutes. */
const startTimeoutMs = 900_000
const startMsMax = 1_000
const endTimeoutMs = 120_000

export interface RealServerOptions {
  folder: string
  /** Further options of `parley serve`. */
  options?: readonly string[]
  /** The beginning of the command line, asked at each start: a program that runs the server under its eyes. */
  under?: () => readonly string[]
  /** What it prints as errors, line by line. Default: shown. */
  errors?: (line: string) => void
}

/** A server that can be taken away in the middle and started again with what it had stored. */
export interface SoakServer {
  readonly http: string
  readonly tcp: string
  /** Resolves when it serves, where it served before. */
  start(): Promise<void>
  /** Taken away again before it serves, after this share of a start. */
  startAndKill(share: number): Promise<void>
  /** Taken away at once, without a word to it. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** It has ended by itself. */
  readonly hasEnded?: boolean
  killOne?(index: number): boolean
}

/** The real server in a process of its own, which can be killed and started again where it was. */
export class RealServer implements SoakServer {
  readonly #given: RealServerOptions
  #child: ChildProcess | undefined
  #last: ChildProcess | undefined
  #ports: string[] = ['--port', '0', '--tcp-port', '0']
  http = ''
  tcp = ''

  constructor(given: RealServerOptions) {
    this.#given = given
  }

  async start(): Promise<void> {
    const { folder } = this.#given
    const child = this.#spawn()
    const { stdout } = child
    if (stdout === null) throw new Error('a server without an output')
    const deadline = AbortSignal.timeout(startTimeoutMs)
    const ended = once(child, 'exit', { signal: deadline })
    ended.catch(() => {})
    let output = ''
    while (!output.includes('Parley is running')) {
      if (child.exitCode !== null) throw new Error(`the server did not start: ${output}`)
      const read = once(stdout, 'data', { signal: deadline })
      const [text] = (await Promise.race([read, ended])) as [unknown]
      output += String(text)
    }
    stdout.resume()
    const endpoints = JSON.parse(readFileSync(join(folder, 'endpoints.json'), 'utf8')) as {
      http: string
      tcp: string
    }
    this.http = endpoints.http
    this.tcp = endpoints.tcp
    this.#ports = ['--port', new URL(this.http).port, '--tcp-port', new URL(this.tcp).port]
  }

  /** Killed again before it serves: whatever a start does to the store, it may end anywhere in it. */
  async startAndKill(share: number): Promise<void> {
    this.#spawn().stdout?.resume()
    await sleep(share * startMsMax)
    await this.kill()
  }

  /** kill -9, and wait until it is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** kill -9 for one of the processes that the server has started, which it starts again. @returns whether there was one. */
  killOne(index: number): boolean {
    const pids = this.childPids()
    const victim = pids[index % pids.length]
    if (victim === undefined) return false
    process.kill(victim, 'SIGKILL')
    return true
  }

  /** The processes that the server has started, in that order. */
  childPids(): number[] {
    const { pid } = this
    if (pid === undefined) return []
    const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return pids === '' ? [] : pids.split(' ').map(Number)
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** With which status the last one ended by itself. */
  get status(): number | undefined {
    return this.#last?.exitCode ?? undefined
  }

  /** Resolves when the last one has ended. */
  async ended(): Promise<void> {
    const child = this.#last
    if (child !== undefined && child.exitCode === null && child.signalCode === null)
      await once(child, 'exit', { signal: AbortSignal.timeout(endTimeoutMs) })
  }

  get hasEnded(): boolean {
    return this.status !== undefined
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  #spawn() {
    const { folder, options = [] } = this.#given
    const serve = [launcher, 'serve', '--data', folder, '--log-level', 'warn']
    const { under = () => [], errors } = this.#given
    const [program, ...args] = [...under(), process.execPath, ...serve, ...this.#ports, ...options]
    const stderr = errors === undefined ? 'inherit' : 'pipe'
    const child = spawn(program ?? '', args, { stdio: ['ignore', 'pipe', stderr] })
    if (child.stderr !== null && errors !== undefined) {
      createInterface({ input: child.stderr }).on('line', errors)
    }
    this.#child = child
    this.#last = child
    return child
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
}
