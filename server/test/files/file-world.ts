import { connect } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commands, uuidV7Minter, wire } from '@parley/protocol'
import { createAccountClient, createIM, MemoryStorage, type IM } from '@parley/client/node'
import { readSettings } from '../../src/app/settings.ts'
import { startServer, type RunningServer } from '../../src/app/start-server.ts'
import { nodeRandom } from '../../src/base/node/node-random.ts'

const password = 'correct horse battery staple'
export const mint = uuidV7Minter({
  nowMs: () => Date.now(),
  fill: (bytes) => nodeRandom.fill(bytes),
})

/** A real server in a folder of its own. */
export class FileWorld {
  readonly folder: string
  readonly #options: Record<string, string>
  readonly #people: Person[] = []
  server: RunningServer

  static async open(options: Record<string, string> = {}): Promise<FileWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'parley-files-'))
    return new FileWorld(folder, options, await start(folder, options))
  }

  constructor(folder: string, options: Record<string, string>, server: RunningServer) {
    this.folder = folder
    this.#options = options
    this.server = server
  }

  get http(): string {
    return this.server.endpoints.http
  }

  async restart(options: Record<string, string> = {}): Promise<void> {
    await this.server.stop({ drain: false })
    const { http, tcp } = this.server.endpoints
    const ports = { port: new URL(http).port, 'tcp-port': new URL(tcp).port }
    this.server = await start(this.folder, { ...this.#options, ...ports, ...options })
  }

  person(handle: string): Promise<Person> {
    return this.#kept(newPerson(this, this.server.endpoints.tcp, handle))
  }

  otherDevice(handle: string): Promise<Person> {
    return this.#kept(newPerson(this, this.server.endpoints.tcp, handle, 'signIn'))
  }

  async #kept(made: Promise<Person>): Promise<Person> {
    const person = await made
    this.#people.push(person)
    return person
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { im } of this.#people) await im.stop()
    await this.server.stop({ drain: false })
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** A new account, or a new device of one that is there. */
export async function newPerson(
  world: { readonly http: string },
  url: string,
  handle: string,
  how: 'register' | 'signIn' = 'register',
): Promise<Person> {
  const client = createAccountClient(url)
  const device = { deviceClass: 6, name: 'test' }
  const made = await client[how]({ handle, password, device })
  const { account, accessToken } = made
  const limits = { backoffMinMs: 20, backoffMaxMs: 200 }
  const storage = new MemoryStorage()
  const im = createIM({ url, token: async () => accessToken, storage, limits })
  await im.start()
  const token = Buffer.from(accessToken).toString('base64url')
  return new Person(world, { handle, account, device: made.device, token, im })
}

function start(folder: string, options: Record<string, string>): Promise<RunningServer> {
  const given = { port: '0', 'tcp-port': '0', 'log-level': 'silent', ...options }
  return startServer(readSettings({ data: join(folder, 'data'), ...given }, {}, 'none.toml'))
}

export interface UploadedFile {
  id: number
  name: string
  mediaType: string
  bytes: number
  width: number
  height: number
  placeholder: string
}

/** One device, over HTTP by hand and otherwise by the SDK. */
export class Person {
  readonly world: { readonly http: string }
  readonly handle: string
  readonly account: number
  readonly device: number
  readonly token: string
  readonly im: IM

  constructor(
    world: { readonly http: string },
    facts: { handle: string; account: number; device: number; token: string; im: IM },
  ) {
    this.world = world
    this.handle = facts.handle
    this.account = facts.account
    this.device = facts.device
    this.token = facts.token
    this.im = facts.im
  }

  /** A request with this device's token, as tus wants it. */
  ask(method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array) {
    const all = { authorization: `Bearer ${this.token}`, 'tus-resumable': '1.0.0', ...headers }
    return fetch(`${this.world.http}${path}`, {
      method,
      headers: all,
      ...(body !== undefined && { body: new Uint8Array(body) }),
    })
  }

  create(bytes: number, metadata: Record<string, string> = {}): Promise<Response> {
    const pairs = Object.entries(metadata).map(
      ([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`,
    )
    const headers = { 'upload-length': `${bytes}`, 'upload-metadata': pairs.join(',') }
    return this.ask('POST', '/files/uploads', headers)
  }

  /** @returns its path. */
  async created(bytes: number, metadata: Record<string, string> = {}): Promise<string> {
    const response = await this.create(bytes, metadata)
    if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
    return response.headers.get('location') ?? ''
  }

  patch(path: string, offset: number, body: Uint8Array, headers: Record<string, string> = {}) {
    const type = 'application/offset+octet-stream'
    const all = { 'content-type': type, 'upload-offset': `${offset}`, ...headers }
    return this.ask('PATCH', path, all, body)
  }

  async offset(path: string): Promise<number> {
    const response = await this.ask('HEAD', path)
    if (response.status !== 200) throw new Error(`HEAD ${response.status}`)
    return Number(response.headers.get('upload-offset'))
  }

  async result(path: string): Promise<UploadedFile> {
    const response = await this.ask('GET', path)
    const { file } = (await response.json()) as { file?: UploadedFile }
    if (file === undefined) throw new Error(`no file yet: ${response.status}`)
    return file
  }

  async uploaded(
    content: Uint8Array,
    metadata: Record<string, string> = {},
  ): Promise<UploadedFile> {
    const path = await this.created(content.length, metadata)
    const response = await this.patch(path, 0, content)
    if (response.status !== 204) throw new Error(`${response.status} ${await response.text()}`)
    return this.result(path)
  }

  /** The refusal of an upload that is refused at its end. */
  async refusedUpload(content: Uint8Array, metadata: Record<string, string>): Promise<string> {
    const path = await this.created(content.length, metadata)
    return codeOf(await this.patch(path, 0, content))
  }

  /** Sends an entry that names the file. @returns conversation and seq. */
  async sendFile(to: number, file: UploadedFile, kind: number = wire.EntryKind.ENTRY_KIND_FILE) {
    const { id, mediaType, bytes, name } = file
    const body = wire.EntryBody.encode({ attachments: [{ file: id, mediaType, bytes, name }] })
    return this.send(to, kind, body.finish())
  }

  async send(to: number, kind: number, body: Uint8Array) {
    const { featureAccess } = await import('../../../client/src/api/feature-access.ts')
    const { ask } = featureAccess(this.im, commands)
    return ask('send', { target: { account: to }, clientId: mint(), kind, body })
  }

  async recall(conversation: number, refSeq: number): Promise<void> {
    const { featureAccess } = await import('../../../client/src/api/feature-access.ts')
    const kind = wire.EntryKind.ENTRY_KIND_RECALL
    const target = { conversation }
    const body = new Uint8Array()
    await featureAccess(this.im, commands).ask('send', {
      target,
      clientId: mint(),
      kind,
      refSeq,
      body,
    })
  }

  /** Facts and addresses, as the SDK would get them. */
  async files(...files: number[]) {
    const { featureAccess } = await import('../../../client/src/api/feature-access.ts')
    return (await featureAccess(this.im, commands).ask('getFiles', { files, conversation: 0 }))
      .files
  }

  download(file: number, headers: Record<string, string> = {}): Promise<Response> {
    return this.ask('GET', `/files/${file}`, headers)
  }
}

/** Sends the head of a PATCH and a part of its body, and leaves the connection as it is. */
export async function halfPatch(
  person: Person,
  path: string,
  offset: number,
  whole: number,
  part: Uint8Array,
) {
  const { hostname, port } = new URL(person.world.http)
  const socket = connect(Number(port), hostname)
  const head = [
    `PATCH ${path} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    `authorization: Bearer ${person.token}`,
    'tus-resumable: 1.0.0',
    'content-type: application/offset+octet-stream',
    `upload-offset: ${offset}`,
    `content-length: ${whole}`,
  ]
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => undefined)
  let said = ''
  socket.on('data', (bytes: Buffer) => (said += bytes.toString()))
  await new Promise<void>((resolve) =>
    socket.write(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), part]), () =>
      resolve(),
    ),
  )
  return { socket, closed, said: () => said }
}

export async function codeOf(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { code: string } }
  return error.code
}

export function randomBytes(length: number): Uint8Array {
  return nodeRandom.fill(new Uint8Array(length))
}
