import { fork, type ChildProcess } from 'node:child_process'
import module from 'node:module'
import { join } from 'node:path'
import type { Log } from '../../base/log.ts'
import { nodeClock } from '../../base/node/node-clock.ts'
import { nodeRandom } from '../../base/node/node-random.ts'
import { exitStatuses } from '../exit-statuses.ts'
import { DiskStartFault, StartFault } from '../start-fault.ts'
import type { Assignment, FromChild, StopReason, ToChild } from './messages.ts'

const main = join(import.meta.dirname, 'process-main.ts')
/** A process that lived shorter than this waits longer each time before it is started again. */
const steadyMs = 10_000
const restartDelayMs = 50
const restartDelayMsMax = 5_000
/** Beyond the drain: then it is killed. */
const stopGraceMs = 20_000

export interface SupervisedEvents {
  ready(ports: { http: number; tcp: number } | undefined): void
  storageFailed(): void
}

type ProcessState =
  | { name: 'running'; child: ChildProcess; sinceMs: number }
  | { name: 'waiting' }
  | { name: 'stopped' }

/** A child that is started again, jittered, however it ends, until it is stopped. */
export class SupervisedProcess {
  readonly name: string
  readonly #assignment: () => Assignment
  readonly #log: Log
  readonly #events: SupervisedEvents
  #state: ProcessState = { name: 'waiting' }
  #attempts = 0
  #whenReady = Promise.withResolvers<void>()
  #whenEnded = Promise.withResolvers<void>()
  #everReady = false
  /** The disk has failed: it is not started again (R15). */
  #isFinal = false

  constructor(name: string, assignment: () => Assignment, log: Log, events: SupervisedEvents) {
    this.name = name
    this.#assignment = assignment
    this.#log = log
    this.#events = events
    // NOTE who does not wait for it is not to be ended by its refusal.
    this.#whenReady.promise.catch(() => {})
  }

  get pid(): number | undefined {
    return this.#state.name === 'running' ? this.#state.child.pid : undefined
  }

  /** @throws StartFault when it refuses its first start. */
  start(): Promise<void> {
    this.#spawn()
    return this.#whenReady.promise
  }

  tell(message: ToChild): void {
    if (this.#state.name === 'running' && this.#state.child.connected)
      this.#state.child.send(message, ignore)
  }

  /** Asks it to end, kills it when it does not within `withinMs` and a grace. Resolves when it has gone. */
  async stop(reason: StopReason, withinMs: number): Promise<void> {
    const state = this.#state
    this.#state = { name: 'stopped' }
    if (state.name !== 'running') return
    const { child } = state
    if (child.connected) child.send({ type: 'stop', reason } satisfies ToChild, ignore)
    const timer = nodeClock.after(withinMs + stopGraceMs, () => child.kill('SIGKILL'))
    await this.#whenEnded.promise
    timer.cancel()
  }

  #spawn(): void {
    // NOTE what the parent was given by its own parent is not for the child.
    const { PARLEY_PARENT_IPC: _, ...environment } = process.env
    const compileCache = module.getCompileCacheDir?.()
    const child = fork(main, [], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...environment, ...(compileCache && { NODE_COMPILE_CACHE: compileCache }) },
    })
    this.#whenEnded = Promise.withResolvers<void>()
    this.#state = { name: 'running', child, sinceMs: nodeClock.monotonicMs() }
    child.on('message', (message: FromChild) => this.#heard(message))
    child.once('error', () => {
      if (child.pid === undefined) this.#ended(null, null)
    })
    child.once('exit', (status, signal) => this.#ended(status, signal))
    child.send(this.#assignment(), ignore)
  }

  #heard(message: FromChild): void {
    switch (message.type) {
      case 'ready':
        this.#everReady = true
        this.#events.ready(message.ports)
        return this.#whenReady.resolve()
      case 'refused':
        if (this.#everReady) this.#log.error({ process: this.name }, message.message)
        return this.#refused(message.message, message.isDisk)
      case 'storageFailed':
        return this.#storageFailed()
    }
  }

  #refused(why: string, isDisk: boolean): void {
    this.#whenReady.reject(isDisk ? new DiskStartFault(why) : new StartFault(why))
  }

  #storageFailed(): void {
    this.#isFinal = true
    this.#events.storageFailed()
  }

  #ended(status: number | null, signal: NodeJS.Signals | null): void {
    const state = this.#state
    this.#whenEnded.resolve()
    if (state.name !== 'running') return
    if (status === exitStatuses.storage) this.#storageFailed()
    if (this.#isFinal) {
      this.#state = { name: 'stopped' }
      return this.#refused(`${this.name}: the disk failed`, true)
    }
    if (!this.#everReady) {
      this.#state = { name: 'stopped' }
      const how = signal ?? `status ${status}`
      return this.#refused(`${this.name} ended with ${how} at its start`, false)
    }
    const livedMs = nodeClock.monotonicMs() - state.sinceMs
    this.#attempts = livedMs < steadyMs ? this.#attempts + 1 : 0
    const baseMs = Math.min(restartDelayMs * 2 ** this.#attempts, restartDelayMsMax)
    const delayMs = Math.round(baseMs * (0.5 + nodeRandom.unit()))
    this.#log.warn({ process: this.name, status, signal, delayMs }, 'it ended: started again')
    this.#state = { name: 'waiting' }
    nodeClock.after(delayMs, () => {
      if (this.#state.name === 'waiting') this.#spawn()
    })
  }
}

function ignore(): void {}
