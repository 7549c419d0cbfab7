import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../base/clock.ts'
import type { Settings } from './settings.ts'

/** What a running server says of itself in its data folder. */
export interface Endpoints {
  pid: number
  http: string
  tcp: string
}

/** What clients reach a server by that listens on these ports. */
export function endpointsOf(
  settings: Settings,
  secure: boolean,
  ports: { http: number; tcp: number },
): Endpoints {
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  return {
    pid: process.pid,
    http: `${secure ? 'https' : 'http'}://${host}:${ports.http}`,
    tcp: `${secure ? 'tls' : 'tcp'}://${host}:${ports.tcp}`,
  }
}

const fileName = 'endpoints.json'

/** Written whole or not at all. */
export function writeEndpoints(folder: string, endpoints: Endpoints): void {
  const path = join(folder, fileName)
  const temporary = `${path}.${process.pid}`
  try {
    const file = openSync(temporary, 'w', 0o644)
    try {
      writeSync(file, JSON.stringify(endpoints))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (fault) {
    rmSync(temporary, { force: true })
    throw fault
  }
}

/** How often a full disk is asked again for the room of one file. */
const againMs = 3_000

/** As soon as the disk has room for it. @throws what is not for want of room */
export function writeEndpointsPatiently(
  folder: string,
  endpoints: Endpoints,
  clock: Clock,
): { stop(): void } {
  let stopped = false
  const attempt = (): void => {
    if (stopped) return
    try {
      writeEndpoints(folder, endpoints)
    } catch (fault) {
      if (!(fault instanceof Error) || !('code' in fault) || fault.code !== 'ENOSPC') throw fault
      clock.after(againMs, attempt)
    }
  }
  attempt()
  return {
    stop: () => {
      stopped = true
    },
  }
}

export function removeEndpoints(folder: string): void {
  rmSync(join(folder, fileName), { force: true })
}

/** Undefined when there is none. It may have been left by a killed server. */
export function readEndpoints(folder: string): Endpoints | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as Endpoints
  } catch {
    return undefined
  }
}
