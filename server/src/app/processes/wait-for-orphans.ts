import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFolder } from '../../data/sqlite/thread/folder-lock.ts'
import { readEndpoints } from '../endpoints.ts'
import type { Settings } from '../settings.ts'

/** A parent that was killed leaves children behind, which notice it and end. */
const orphansMs = 10_000
const lookEveryMs = 50

/** Waits a bounded time for what a killed parent left behind; for a parent that lives it does not wait. */
export async function waitForOrphans({ data, host, port, tcpPort }: Settings): Promise<void> {
  const left = readEndpoints(data)
  if (left === undefined || isAlive(left.pid)) return
  const untilMs = performance.now() + orphansMs
  while (performance.now() < untilMs) {
    const isFree = await Promise.all([assertFree(host, port), assertFree(host, tcpPort)]).then(
      () => mayLock(resolve(data)),
      () => false,
    )
    if (isFree) return
    await sleep(lookEveryMs)
  }
}

/** NOTE processes of the same user may share a port; that another server has it would go unnoticed without this. */
export function assertFree(host: string, port: number): Promise<void> {
  if (port === 0) return Promise.resolve()
  return new Promise((free, taken) => {
    const server = createServer()
    server.once('error', taken)
    server.listen({ host, port }, () => server.close(() => free()))
  })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function mayLock(folder: string): boolean {
  try {
    lockFolder(folder).release()
    return true
  } catch {
    return false
  }
}
