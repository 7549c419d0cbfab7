import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const launcher = join(import.meta.dirname, '..', '..', '..', 'terminal', 'bin', 'parley.mjs')
const startTimeoutMs = 60_000

export interface RealServerOptions {
  folder: string
  /** Further options of `parley serve`. */
  options?: readonly string[]
}

/** The real server in a process of its own, which can be killed and started again where it was. */
export class RealServer {
  readonly #given: RealServerOptions
  #child: ChildProcess | undefined
  #ports: string[] = ['--port', '0', '--tcp-port', '0']
  http = ''
  tcp = ''

  constructor(given: RealServerOptions) {
    this.#given = given
  }

  async start(): Promise<void> {
    const { folder } = this.#given
    const child = this.#spawn()
    const deadline = AbortSignal.timeout(startTimeoutMs)
    let output = ''
    while (!output.includes('Parley is running')) {
      if (child.exitCode !== null) throw new Error(`the server did not start: ${output}`)
      const [text] = (await Promise.race([
        once(child.stdout, 'data', { signal: deadline }),
        once(child, 'exit', { signal: deadline }),
      ])) as [unknown]
      output += String(text)
    }
    child.stdout.resume()
    const endpoints = JSON.parse(readFileSync(join(folder, 'endpoints.json'), 'utf8')) as {
      http: string
      tcp: string
    }
    this.http = endpoints.http
    this.tcp = endpoints.tcp
    this.#ports = ['--port', new URL(this.http).port, '--tcp-port', new URL(this.tcp).port]
  }

  /** Killed again before it serves: whatever a start does to the store, it may end anywhere in it. */
  async startAndKill(afterMs: number): Promise<void> {
    this.#spawn().stdout.resume()
    await sleep(afterMs)
    await this.kill()
  }

  /** kill -9, and wait until it is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** kill -9 for one of the processes that the server has started, which it starts again. @returns whether there was one. */
  killOne(index: number): boolean {
    const pid = this.#child?.pid
    if (pid === undefined) return false
    const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    const victim = Number(pids[index % pids.length])
    if (victim === 0) return false
    process.kill(victim, 'SIGKILL')
    return true
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  #spawn() {
    const { folder, options = [] } = this.#given
    const serve = [launcher, 'serve', '--data', folder, '--log-level', 'warn']
    const args = [...serve, ...this.#ports, ...options]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    this.#child = child
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
