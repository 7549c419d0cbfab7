import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Credentials } from './sdk.ts'
import { holdLock } from './file-lock.ts'

/** Which stored device is meant. */
export interface DeviceName {
  /** As serverAddress() writes it. */
  readonly server: string
  /** Folded. */
  readonly handle: string
}

export interface StoredDevice extends Credentials {
  /** By our own clock, so that a share of a token's life can be told. */
  readonly savedMs: number
}

type Environment = Readonly<Record<string, string | undefined>>

/** Where this user's devices are kept. */
export function deviceFolder(environment: Environment): string {
  return join(configFolder(environment), 'parley', 'devices')
}

function configFolder(environment: Environment): string {
  const chosen = environment['XDG_CONFIG_HOME']
  if (chosen !== undefined && chosen.startsWith('/')) return chosen
  if (process.platform === 'win32' && environment['APPDATA']) return environment['APPDATA']
  return join(homedir(), '.config')
}

const version = 1

/** Devices that outlive a call, one file each, readable by their owner only. */
export class DeviceStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Undefined when there is none, or none that this version can read. */
  read(name: DeviceName): StoredDevice | undefined {
    try {
      return deviceFrom(readFileSync(this.#path(name, 'json'), 'utf8'), name)
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw thrown
    }
  }

  /** Whole or not at all, and durable when it returns: the tokens before these may be void from the next use on. */
  write(name: DeviceName, device: StoredDevice): void {
    this.#makeFolder()
    const path = this.#path(name, 'json')
    const temporary = `${path}.${process.pid}.tmp`
    const file = openSync(temporary, 'w', 0o600)
    try {
      chmodSync(temporary, 0o600)
      writeSync(file, deviceText(name, device))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  }

  /** With what was kept for it. */
  remove(name: DeviceName): void {
    for (const ending of ['json', 'chat'] as const)
      rmSync(this.#path(name, ending), { force: true })
  }

  /** Where the full-screen client keeps this device's cache and unsent messages. */
  chatPath(name: DeviceName): string {
    return this.#path(name, 'chat')
  }

  /** Runs alone among all processes of this user, for this device. A process that dies lets go. */
  async alone<T>(name: DeviceName, act: () => Promise<T>): Promise<T> {
    this.#makeFolder()
    const lock = await holdLock(this.#path(name, 'lock'))
    try {
      return await act()
    } finally {
      lock.release()
    }
  }

  #makeFolder(): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
  }

  /** Readable, and different for different names whatever characters they hold. */
  #path({ server, handle }: DeviceName, ending: 'json' | 'lock' | 'chat'): string {
    const digest = createHash('sha256').update(`${server}\n${handle}`).digest('hex').slice(0, 12)
    const readable = `${handle}@${server.replace('://', '-')}`.replace(/[^a-z0-9._@-]/gi, '_')
    return join(this.#folder, `${readable.slice(0, 120)}-${digest}.${ending}`)
  }
}

function deviceText(name: DeviceName, device: StoredDevice): string {
  const { accessToken, refreshToken, account, device: id, ...rest } = device
  const json = {
    version,
    ...name,
    account: String(account),
    device: String(id),
    accessToken: Buffer.from(accessToken).toString('base64url'),
    accessExpiresMs: rest.accessExpiresMs,
    refreshToken: Buffer.from(refreshToken).toString('base64url'),
    refreshExpiresMs: rest.refreshExpiresMs,
    savedMs: rest.savedMs,
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

function deviceFrom(text: string, name: DeviceName): StoredDevice | undefined {
  let json: Record<string, unknown>
  try {
    json = JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
  const { accessToken, refreshToken } = json
  const isOurs = json['version'] === version && json['server'] === name.server
  if (!isOurs || typeof accessToken !== 'string' || typeof refreshToken !== 'string')
    return undefined
  return {
    handle: name.handle,
    account: Number(json['account']),
    device: Number(json['device']),
    accessToken: Buffer.from(accessToken, 'base64url'),
    accessExpiresMs: Number(json['accessExpiresMs']),
    refreshToken: Buffer.from(refreshToken, 'base64url'),
    refreshExpiresMs: Number(json['refreshExpiresMs']),
    savedMs: Number(json['savedMs']),
  }
}
