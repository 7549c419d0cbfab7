import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Samples } from '../load/samples.ts'
import { ended, nextMessage, startChild } from './child.ts'
import type { Load } from './load.ts'
import { cores } from './pin.ts'

/** What this machine can do at best, now. */
export interface Floor {
  /** Server CPU of a bare echo of one frame. */
  echoUs: number
  /** Of one message stored, acked, delivered and receipted: 20 µs where an echo costs 8.4. */
  messageUs: number
  fdatasyncMs: { p50: number; p99: number }
}

const referenceEchoUs = 8.4
const referenceMessageUs = 20
const syncs = 400
const rowBytes = 200

export async function measureFloor(load: Load): Promise<Floor> {
  const server = await startBareServer()
  const endpoint = { transport: 'tcp', host: '127.0.0.1', port: server.port } as const
  const { usPerEcho } = await load.run('echoLoad', {
    ...{ endpoint, serverPid: server.pid, connections: 100, warmUpMs: 500, measureMs: 1_500 },
  })
  await server.stop()
  return {
    echoUs: usPerEcho,
    messageUs: (referenceMessageUs * usPerEcho) / referenceEchoUs,
    fdatasyncMs: measureSync(),
  }
}

/** How much slower the machine is now than the one for which the targets were set. */
export function slowness(floor: Floor): number {
  return floor.messageUs / referenceMessageUs
}

export interface BareServer {
  pid: number
  port: number
  collectGarbage(): Promise<void>
  stop(): Promise<void>
}

export async function startBareServer(tls?: { cert: string; key: string }): Promise<BareServer> {
  const child = startChild({
    file: 'floor/echo-server.ts',
    core: cores.server,
    args: tls === undefined ? [] : [tls.cert, tls.key],
    nodeArgs: ['--expose-gc'],
  })
  const { pid, port } = await nextMessage<{ pid: number; port: number }>(child)
  return {
    pid,
    port,
    async collectGarbage() {
      const collected = nextMessage(child)
      child.send('collect')
      await collected
    },
    async stop() {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}

function measureSync(): { p50: number; p99: number } {
  const path = join(tmpdir(), `parley-bench-sync-${process.pid}`)
  const file = openSync(path, 'w')
  const took = new Samples()
  const row = new Uint8Array(rowBytes)
  for (let n = 0; n < syncs; n += 1) {
    const startMs = performance.now()
    writeSync(file, row)
    fdatasyncSync(file)
    took.add(performance.now() - startMs)
  }
  closeSync(file)
  rmSync(path)
  const { p50, p99 } = took.percentiles()
  return { p50, p99 }
}
