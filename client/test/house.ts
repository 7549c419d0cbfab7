import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '../../server/src/app/settings.ts'
import { startServer, type RunningServer } from '../../server/src/app/start-server.ts'
import { createIM, deviceTokens, MemoryStorage, nodeTransport } from '../src/node.ts'
import type { Conversation, DeviceTokens, IM, Message, Observable, Transport } from '../src/node.ts'

const password = 'correct horse battery staple'
const device = { deviceClass: 6, name: 'test' }

/** Somebody's device. */
export interface Guest {
  account: number
  im: IM
  tokens: DeviceTokens
  storage: MemoryStorage
}

/** A real server on ports of its own, and people who reach it over real sockets. */
export class House implements AsyncDisposable {
  readonly folder: string
  readonly url: string
  server: RunningServer
  readonly #settings: Readonly<Record<string, string>>
  readonly #guests: IM[] = []
  #isReachable = true

  constructor(folder: string, server: RunningServer, settings: Readonly<Record<string, string>>) {
    this.folder = folder
    this.server = server
    this.#settings = settings
    this.url = server.endpoints.tcp
  }

  /** A new account. */
  async person(handle: string): Promise<Guest> {
    const storage = new MemoryStorage()
    const tokens = deviceTokens({ url: this.url, storage })
    const { account } = await tokens.register({ handle, password, displayName: handle, device })
    return this.#start({ account, tokens, storage })
  }

  /** Another device of an account, or one that comes back with what it had stored. */
  async device(
    handle: string,
    storage = new MemoryStorage(),
    deviceClass = device.deviceClass,
  ): Promise<Guest> {
    storage.reopen()
    const tokens = deviceTokens({ url: this.url, storage })
    const { account } = await tokens.signIn({
      handle,
      password,
      device: { ...device, deviceClass },
    })
    return this.#start({ account, tokens, storage })
  }

  /** A device as it was, without a way to the server until reconnect(). Not started. */
  offline({ tokens, storage }: Guest): IM {
    this.#isReachable = false
    return this.#client(tokens, storage)
  }

  reconnect(): void {
    this.#isReachable = true
    for (const im of this.#guests) im.wake()
  }

  /** The process ends and another one goes on with the same folder and ports. */
  async restart(): Promise<void> {
    const { http, tcp } = this.server.endpoints
    await this.server.stop()
    const ports = { port: new URL(http).port, 'tcp-port': new URL(tcp).port }
    this.server = await serve({ ...this.#settings, ...ports })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#guests.map((im) => im.stop()))
    await this.server.stop()
    await rm(this.folder, { recursive: true })
  }

  async #start(guest: Omit<Guest, 'im'>): Promise<Guest> {
    const im = this.#client(guest.tokens, guest.storage)
    await im.start()
    return { ...guest, im }
  }

  #client(tokens: DeviceTokens, storage: MemoryStorage): IM {
    storage.reopen()
    const transport = nodeTransport()
    const gated: Transport = {
      open: (...input) =>
        this.#isReachable ? transport.open(...input) : Promise.reject(new Error('no way')),
    }
    const limits = { backoffMinMs: 20, backoffMaxMs: 50 }
    const { url } = this
    const im = createIM({ url, token: tokens.token, storage, transport: gated, limits })
    this.#guests.push(im)
    return im
  }
}

export async function openHouse(settings: Record<string, string> = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-house-'))
  const given = {
    data: join(folder, 'data'),
    port: '0',
    'tcp-port': '0',
    'log-level': 'silent',
    ...settings,
  }
  return new House(folder, await serve(given), given)
}

function serve(given: Readonly<Record<string, string>>): Promise<RunningServer> {
  return startServer(readSettings(given, {}, '/nonexistent.toml'))
}

/** Resolves when a change of the conversation makes it so. */
export function until(conversation: Conversation, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const removers: (() => void)[] = []
    const look = () => {
      if (!isSo()) return
      for (const remove of removers) remove()
      resolve()
    }
    removers.push(conversation.window.subscribe(look), conversation.summary.subscribe(look))
    look()
  })
}

export const texts = (messages: readonly Message[]): string =>
  messages.map(({ text }) => text).join('\n')

/** Resolves when the value is so. */
export const becomes = <T>(value: Observable<T>, isSo: (now: T) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!isSo(value.getSnapshot())) return
      remove()
      resolve()
    }
    const remove = value.subscribe(look)
    look()
  })

/** The code of the refusal, or 'done'. */
export const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (thrown: { code: string }) => thrown.code,
  )
