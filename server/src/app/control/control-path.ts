import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A socket's path may be 107 bytes long on Linux, 103 on macOS. */
const pathBytesMax = 100

/** Where the server of a data folder takes its operator's commands. The same on both sides. */
export function controlPath(dataFolder: string): string {
  return socketPath(dataFolder, 'control')
}

/** A socket of the server of a data folder, for its own processes and its operator. */
export function socketPath(dataFolder: string, name: string): string {
  const folder = resolve(dataFolder)
  const suffix = name === 'control' ? '' : `-${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\parley-${digest(folder)}${suffix}`
  const near = join(folder, `${name}.sock`)
  if (Buffer.byteLength(near) <= pathBytesMax) return near
  return join(ownFolder(), `${digest(folder)}${suffix}.sock`)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24)
}

/** @throws when the folder belongs to somebody else, who could listen in our place. */
function ownFolder(): string {
  const uid = process.getuid?.() ?? 0
  const folder = join(tmpdir(), `parley-${uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid: owner, mode } = lstatSync(folder)
  if (owner !== uid || (mode & 0o077) !== 0) throw new Error(`${folder} is not ours alone`)
  return folder
}
