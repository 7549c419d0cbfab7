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

/** What a running server says of itself in its data folder. */
export interface Endpoints {
  pid: number
  http: string
  tcp: string
}

const fileName = 'endpoints.json'

/** Written whole or not at all. */
export function writeEndpoints(folder: string, endpoints: Endpoints): void {
  const path = join(folder, fileName)
  const temporary = `${path}.${process.pid}`
  const file = openSync(temporary, 'w', 0o644)
  try {
    writeSync(file, JSON.stringify(endpoints))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
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
