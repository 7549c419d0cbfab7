import type { CloseName } from '@parley/protocol'
import type { Clock } from '../base/clock.ts'
import type { Outlet } from '../session/outlet.ts'
import type { Connection } from './connection/connection.ts'

/**
 * The connections of this node by number, and the one flush at the end of a turn for all that were touched in it:
 * one write for each, however much was queued.
 */
export class NodeOutlet implements Outlet {
  readonly node: string
  readonly connections = new Map<number, Connection>()
  readonly #clock: Clock
  #touched: Connection[] = []
  readonly #flush = (): void => this.#flushTouched()

  constructor(node: string, clock: Clock) {
    this.node = node
    this.#clock = clock
  }

  push(connections: readonly number[], command: number, body: Uint8Array, lossy: boolean): void {
    const nowMs = this.#clock.monotonicMs()
    for (const number of connections)
      this.connections.get(number)?.push(command, body, lossy, nowMs)
  }

  close(connection: number, reason: CloseName, delayMs?: number): void {
    this.connections.get(connection)?.close(reason, delayMs)
  }

  /** Numbered pushes to these were dropped before they came here (R6). */
  markBehind(connections: readonly number[]): void {
    for (const number of connections) this.connections.get(number)?.markBehind()
  }

  touch(connection: Connection): void {
    if (connection.touched) return
    connection.touched = true
    if (this.#touched.push(connection) === 1) this.#clock.soon(this.#flush)
  }

  #flushTouched(): void {
    const touched = this.#touched
    this.#touched = []
    for (const connection of touched) {
      connection.touched = false
      connection.flush()
    }
  }
}
