// Files through the SDK, against a real server, over a wire that is cut.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { wire } from '@parley/protocol'
import { readSettings } from '../../server/src/app/settings.ts'
import { startServer, type RunningServer } from '../../server/src/app/start-server.ts'
import { sampleImage, sharpFor } from '../../server/src/base/media/testing/sample-images.ts'
import {
  createIM,
  deviceTokens,
  fileContent,
  filesOf,
  MemoryStorage,
  type Files,
  type FileUpload,
  type IM,
  type Message,
} from '../src/node.ts'

const password = 'correct horse battery staple'
const device = { deviceClass: 6, name: 'test' }

/** Passes bytes on to the server, and cuts connections after a number of bytes in either direction. */
class CuttableWire {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  target = 0
  /** Bytes that the next connections may carry; the last one holds for all that follow. */
  cuts: number[] = [Infinity]
  connections = 0

  constructor() {
    this.#server = createServer((near) => this.#join(near))
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  #join(near: Socket): void {
    this.connections += 1
    let left = this.cuts.length > 1 ? this.cuts.shift()! : this.cuts[0]!
    const far = connect(this.target, '127.0.0.1')
    const end = () => {
      near.destroy()
      far.destroy()
    }
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from)
      from.on('error', end).on('close', () => {
        this.#sockets.delete(from)
        end()
      })
      from.on('data', (bytes: Buffer) => {
        left -= bytes.length
        if (left >= 0) to.write(bytes)
        else end()
      })
    }
  }

  /** The connections that stand, kept ones included. */
  cutAll(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  close(): void {
    this.cutAll()
    this.#server.close()
  }
}

interface Person {
  im: IM
  files: Files
  heard: Message[]
  token: () => Promise<Uint8Array>
}

class House {
  readonly folder: string
  readonly wire = new CuttableWire()
  readonly #given: Record<string, string>
  readonly #people: Person[] = []
  server!: RunningServer
  publicUrl = ''

  static async open(context: TestContext, given: Record<string, string> = {}): Promise<House> {
    const house = new House(await mkdtemp(join(tmpdir(), 'parley-sdk-files-')), given)
    context.after(() => house.close())
    house.publicUrl = await house.wire.listen()
    await house.start()
    return house
  }

  constructor(folder: string, given: Record<string, string>) {
    this.folder = folder
    this.#given = given
  }

  async start(ports: Record<string, string> = { port: '0', 'tcp-port': '0' }): Promise<void> {
    const given = { data: join(this.folder, 'data'), 'public-url': this.publicUrl, ...ports }
    const settings = { ...given, 'log-level': 'silent', ...this.#given }
    this.server = await startServer(readSettings(settings, {}, 'none.toml'))
    this.wire.target = Number(new URL(this.server.endpoints.http).port)
  }

  async restart(): Promise<void> {
    const { http, tcp } = this.server.endpoints
    await this.server.stop({ drain: false })
    await this.start({ port: new URL(http).port, 'tcp-port': new URL(tcp).port })
  }

  /** The wire of messages is whole; that of files is the cuttable one. */
  async person(handle: string): Promise<Person> {
    const url = this.server.endpoints.tcp
    const storage = new MemoryStorage()
    const tokens = deviceTokens({ url, storage })
    await tokens.register({ handle, password, device })
    const limits = { backoffMinMs: 10, backoffMaxMs: 100 }
    const im = createIM({ url, token: tokens.token, storage, limits })
    const heard: Message[] = []
    im.on('messageReceived', ({ message }) => heard.push(message))
    await im.start()
    const signal = new AbortController().signal
    const token = async () => (await tokens.token({ refused: false, signal })) as Uint8Array
    const person = { im, files: filesOf(im), heard, token }
    this.#people.push(person)
    return person
  }

  async close(): Promise<void> {
    for (const { im } of this.#people) await im.stop()
    this.wire.close()
    await this.server.stop({ drain: false })
    await rm(this.folder, { recursive: true, force: true })
  }
}

const blobOf = (bytes: Uint8Array, type = '') => new Blob([new Uint8Array(bytes)], { type })

async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(chunks))
}

/** Resolves when the upload stands so. */
function reaches(
  upload: FileUpload,
  isSo: (sentBytes: number, state: string) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { state, sentBytes } = upload.progress.getSnapshot()
      if (!isSo(sentBytes, state)) return
      remove()
      resolve()
    }
    const remove = upload.progress.subscribe(look)
    look()
  })
}

const heardOne = ({ im, heard }: Person): Promise<Message> =>
  new Promise((resolve) => {
    if (heard[0] !== undefined) return resolve(heard[0])
    im.on('messageReceived', ({ message }) => resolve(message))
  })

test('a picture is uploaded with progress, sent, seen by the other side, and fetched by its address', async (context) => {
  const sharp = await sharpFor(context)
  if (sharp === undefined) return
  const house = await House.open(context)
  const [ann, bob] = [await house.person('ann'), await house.person('bob')]
  const image = await sampleImage(sharp, 'jpeg', 6, { width: 1_000, height: 500 })
  const upload = ann.files.upload({ source: blobOf(image, 'image/jpeg'), name: 'Strand 海滩.jpg' })
  const seen: number[] = []
  upload.progress.subscribe(() => seen.push(upload.progress.getSnapshot().sentBytes))
  const file = await upload.file
  assert.deepEqual([file.mediaType, file.width, file.height], ['image/jpeg', 500, 1_000])
  assert.equal(upload.progress.getSnapshot().state, 'done')
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => a - b),
  )
  const bobs = await ann.im.find('bob')
  const sent = ann.im.conversation(bobs).send({ text: 'look', content: fileContent(file) })
  await sent.stored
  const message = await heardOne(bob)
  assert.deepEqual([message.kind, message.text], [wire.EntryKind.ENTRY_KIND_IMAGE, 'look'])
  const [attachment] = message.content.attachments
  assert.equal(attachment?.name, 'Strand 海滩.jpg')
  assert.ok((attachment?.placeholder?.length ?? 0) > 10)
  const id = attachment!.file!
  const [facts] = await bob.files.facts([id, 4_242])
  assert.equal(facts?.bytes, file.bytes)
  const shown = await fetch(facts!.url)
  assert.equal(shown.headers.get('content-type'), 'image/jpeg')
  assert.equal((await shown.arrayBuffer()).byteLength, file.bytes)
  const small = await fetch(facts!.thumbnailUrl!)
  assert.equal(small.headers.get('content-type'), 'image/webp')
  assert.equal((await bob.files.facts([id]))[0], facts, 'kept while it holds')
  const whole = await gathered(bob.files.download(id))
  assert.equal(whole.length, file.bytes)
  const thumbnail = await gathered(bob.files.download(id, { thumbnail: true }))
  assert.deepEqual(thumbnail, Buffer.from(await (await fetch(facts!.thumbnailUrl!)).arrayBuffer()))
})

test('[R2] uploads and downloads come through a wire that is cut again and again', async (context) => {
  const house = await House.open(context)
  const ann = await house.person('ann')
  const content = randomBytes(3_000_000)
  house.wire.cuts = [...Array.from({ length: 12 }, (_, index) => 40_000 + index * 23_000), Infinity]
  const file = await ann.files.upload({ source: blobOf(content) }).file
  assert.equal(file.bytes, content.length)
  assert.ok(house.wire.connections > 8, `${house.wire.connections} connections`)
  const before = house.wire.connections
  house.wire.cuts = [100_000, 1_000_000, 10, 700_000, Infinity]
  house.wire.cutAll()
  assert.equal(Buffer.compare(await gathered(ann.files.download(file.file)), content), 0)
  assert.ok(house.wire.connections - before > 2)
  const rest = await gathered(ann.files.download(file.file, { from: 2_999_990 }))
  assert.deepEqual(rest, content.subarray(2_999_990))
  assert.equal((await gathered(ann.files.download(file.file, { from: 3_000_000 }))).length, 0)
})

test('an upload goes on after the server was started again, also in another run by its key', async (context) => {
  const house = await House.open(context)
  const ann = await house.person('ann')
  const content = randomBytes(6_000_000)
  const first = ann.files.upload({ source: blobOf(content) })
  await reaches(first, (sentBytes) => sentBytes > 200_000)
  await house.restart()
  await reaches(first, (sentBytes) => sentBytes > 1_000_000)
  first.pause()
  assert.equal(first.progress.getSnapshot().state, 'paused')
  // Another run has the key and the bytes.
  const second = filesOf(ann.im).upload({ source: blobOf(content), key: first.key })
  await reaches(second, (sentBytes) => sentBytes > 0)
  assert.ok(second.progress.getSnapshot().sentBytes >= 1_000_000)
  const file = await second.file
  assert.equal(Buffer.compare(await gathered(ann.files.download(file.file)), content), 0)
})

test('an upload is paused and goes on; a cancelled one gives its space back', async (context) => {
  const house = await House.open(context)
  const ann = await house.person('ann')
  const content = randomBytes(4_000_000)
  const upload = ann.files.upload({ source: blobOf(content) })
  await reaches(upload, (sentBytes) => sentBytes > 0)
  upload.pause()
  upload.resume()
  assert.equal((await upload.file).bytes, content.length)
  const cancelled = ann.files.upload({ source: blobOf(content) })
  await reaches(cancelled, (sentBytes) => sentBytes > 0)
  const rejected = assert.rejects(cancelled.file, { code: 'ABORTED' })
  await cancelled.cancel()
  await rejected
  assert.equal(cancelled.progress.getSnapshot().state, 'cancelled')
  const { usedBytes } = await ann.files.space()
  assert.equal(usedBytes, content.length)
  const given = new AbortController()
  const aborted = ann.files.upload({ source: blobOf(content), signal: given.signal })
  given.abort()
  await assert.rejects(aborted.file, { code: 'ABORTED' })
})

test('what the server refuses fails with its code', async (context) => {
  const house = await House.open(context, {
    'file-bytes-max': '1000',
    'file-account-bytes-max': '1500',
  })
  const [ann, bob] = [await house.person('ann'), await house.person('bob')]
  const upload = (bytes: number, type = '') =>
    ann.files.upload({ source: blobOf(randomBytes(bytes), type) })
  const large = upload(1_001)
  await assert.rejects(large.file, { code: 'TOO_LARGE' })
  const { state } = large.progress.getSnapshot()
  assert.equal(state, 'failed')
  const claimed = upload(100, 'image/png')
  await assert.rejects(claimed.file, { code: 'TYPE_REFUSED' })
  claimed.resume()
  await assert.rejects(claimed.file, { code: 'TYPE_REFUSED' })
  const { file } = await upload(1_000).file
  await assert.rejects(upload(600).file, { code: 'QUOTA_EXCEEDED' })
  assert.deepEqual(await bob.files.facts([file]), [])
  await assert.rejects(gathered(bob.files.download(file)), { code: 'NOT_FOUND' })
  const space = await ann.files.space()
  assert.deepEqual(
    [space.usedBytes, space.accountBytesMax, space.fileBytesMax],
    [1_000, 1_500, 1_000],
  )
  const empty = await ann.files.upload({ source: blobOf(new Uint8Array(0)), name: 'empty' }).file
  assert.equal((await gathered(ann.files.download(empty.file))).length, 0)
})

test('[R12] a download ends when its reader stops, and when its device ends', async (context) => {
  const house = await House.open(context)
  const ann = await house.person('ann')
  const { file } = await ann.files.upload({ source: blobOf(randomBytes(3_000_000)) }).file
  const given = new AbortController()
  const reading = ann.files.download(file, { signal: given.signal })
  await reading.next()
  given.abort()
  await assert.rejects(gathered(reading), { code: 'ABORTED' })
  await ann.im.signOut()
  await assert.rejects(gathered(ann.files.download(file)), (thrown: { code: string }) =>
    ['TOKEN_INVALID', 'SIGNED_OUT'].includes(thrown.code),
  )
})
