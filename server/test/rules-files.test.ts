import assert from 'node:assert/strict'
import test from 'node:test'
import { wire, type ErrorName } from '@parley/protocol'
import { composeFiles } from '../src/app/compose-files.ts'
import type { CleanImage, UnreadableImage } from '../src/base/images.ts'
import { Refusal } from '../src/base/refusal.ts'
import {
  errorOf,
  RulesWorld,
  type Device,
  type Outcome,
} from '../src/commands/testing/rules-world.ts'
import type { StoredFile } from '../src/data/file-store.ts'
import { createMemoryBlobs } from '../src/data/memory/memory-blobs.ts'
import { collectEveryMs } from '../src/logic/file/collect-files.ts'
import type { FileAsked } from '../src/logic/file/download.ts'
import { transferCheckMs, transfersPerDeviceMax } from '../src/logic/file/transfers.ts'
import { grouped } from './group-world.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const none = new Uint8Array(0)
const jpeg = Buffer.from('\xff\xd8\xff picture', 'latin1')

/** The rules of files on virtual time, over memory. */
class FileLab {
  readonly world: RulesWorld
  readonly blobs = createMemoryBlobs()
  readonly port
  image: (bytes: Uint8Array) => CleanImage | UnreadableImage = (bytes) => ({
    ...{ status: 'clean', bytes, width: 4, height: 3 },
    ...{ thumbnail: Buffer.from('small'), placeholder: Uint8Array.of(7) },
  })

  constructor(settings: ConstructorParameters<typeof RulesWorld>[0] = {}) {
    this.world = new RulesWorld(settings)
    const images = { clean: async (_type: string, bytes: Uint8Array) => this.image(bytes) }
    const { store } = this.world
    this.port = composeFiles(this.world.composed, { store, blobs: this.blobs, images }).port
  }

  settled<T>(promise: Promise<T>): Promise<T> {
    return this.world.settled(promise)
  }

  caller(device: Device) {
    return { account: device.account, device: device.facts.credentials.device }
  }

  create(
    device: Device,
    bytes: number,
    more: { name?: string; mediaType?: string; requestKey?: Uint8Array } = {},
  ) {
    const input = { name: 'a', mediaType: '', requestKey: none, bytes, ...more }
    return this.settled(this.port.create(this.caller(device), input))
  }

  receive(
    device: Device,
    upload: Uint8Array,
    fromBytes: number,
    content: Uint8Array | AsyncIterable<Uint8Array>,
    bytes?: number,
  ) {
    const chunks = content instanceof Uint8Array ? inPieces(content) : content
    const length = bytes ?? (content as Uint8Array).length
    const input = { upload, fromBytes, bytes: length, chunks, checksum: undefined, cut: () => {} }
    return this.settled(this.port.receive(this.caller(device), input))
  }

  async uploaded(
    device: Device,
    content: Uint8Array | string,
    mediaType = '',
  ): Promise<StoredFile> {
    const bytes = Buffer.from(content)
    const { id } = await this.create(device, bytes.length, { mediaType })
    const received = await this.receive(device, id, 0, bytes)
    assert.ok(received.status === 'received' && received.file !== undefined)
    return received.file
  }

  send(from: Device, to: Device, ...files: StoredFile[]): Promise<Outcome<'send'>> {
    return this.sendTo(from, { account: to.account }, ...files)
  }

  async sendTo(from: Device, target: object, ...files: StoredFile[]): Promise<Outcome<'send'>> {
    const attachments = files.map(({ id, mediaType, bytes }) => ({ file: id, mediaType, bytes }))
    const kind = wire.EntryKind.ENTRY_KIND_FILE
    const body = wire.EntryBody.encode({ attachments }).finish()
    const clientId = this.world.mint()
    return from.ask('send', { target, clientId, kind, body })
  }

  async read(
    device: Device,
    file: number,
    variant: FileAsked['variant'] = 'whole',
  ): Promise<string> {
    const caller = this.caller(device)
    const asked = { file, conversation: 0, variant }
    const download = await this.settled(this.port.open(caller, asked))
    const range = { download, from: 0, to: download.bytes, cut: () => {} }
    const chunks = await this.settled(Array.fromAsync(this.port.bytes(caller, asked, range)))
    return Buffer.concat(chunks).toString('latin1')
  }

  async mayRead(device: Device, file: number): Promise<boolean> {
    return (await codeOf(this.read(device, file))) === undefined
  }

  /** Long enough for what is due to be collected. */
  async collect(afterMs = 0): Promise<void> {
    await this.world.clock.advance(afterMs + 2 * collectEveryMs)
    await this.world.clock.advance(collectEveryMs)
  }
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const step = Math.ceil(bytes.length / 8)
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
}

async function codeOf(promise: Promise<unknown>): Promise<ErrorName | undefined> {
  try {
    await promise
    return undefined
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.code
    throw thrown
  }
}

async function lab(settings: ConstructorParameters<typeof RulesWorld>[0] = {}) {
  const files = new FileLab(settings)
  const { world } = files
  return { files, world, ann: await world.person('ann'), bob: await world.person('bob') }
}

test('[R10] [R14] a file is read by its uploader and by who sees an entry that names it; to others it is not there', async () => {
  const { files, world, ann, bob } = await lab()
  const eve = await world.person('eve')
  const file = await files.uploaded(ann, 'between us')
  assert.deepEqual(
    [await files.mayRead(ann, file.id), await files.mayRead(bob, file.id)],
    [true, false],
  )
  await files.send(ann, bob, file)
  assert.equal(await files.read(bob, file.id), 'between us')
  assert.equal(await codeOf(files.read(eve, file.id)), 'NOT_FOUND')
  assert.equal(await codeOf(files.read(eve, 4_242)), 'NOT_FOUND')
  const { files: told } = await eve.get('getFiles', { files: [file.id, 4_242] })
  assert.deepEqual(told, [])
  // Eve cannot get at it by sending it on.
  assert.equal(errorOf(await files.send(eve, bob, file)), 'NOT_FOUND')
  // Whoever may read it may.
  await files.send(bob, eve, file)
  assert.equal(await files.read(eve, file.id), 'between us')
})

test('[F5] who leaves a group, or is removed, still sees what named a file there, and reads it no more', async () => {
  const { files, world, ann, bob } = await lab()
  const eve = await world.person('eve')
  const target = await grouped(ann, [bob, eve])
  const file = await files.uploaded(ann, 'for all of us')
  await files.sendTo(ann, target, file)
  const readers = async () => [await files.mayRead(bob, file.id), await files.mayRead(eve, file.id)]
  assert.deepEqual(await readers(), [true, true])
  await bob.get('leaveGroup', { target, requestKey: world.mint() })
  const removed = { target, requestKey: world.mint(), accounts: [eve.account] }
  await ann.get('removeMembers', removed)
  assert.deepEqual(await readers(), [false, false])
  await ann.get('inviteMembers', { ...removed, requestKey: world.mint() })
  assert.deepEqual(await readers(), [false, true])
})

test('[R10] who was blocked keeps what was sent before, and gets nothing new', async () => {
  const { files, ann, bob } = await lab()
  const before = await files.uploaded(ann, 'before')
  await files.send(ann, bob, before)
  const block = { account: bob.account, blocked: true, requestKey: files.world.mint() }
  await ann.get('setBlocked', block)
  assert.equal(await files.read(bob, before.id), 'before')
  const late = await files.uploaded(bob, 'late')
  assert.equal(errorOf(await files.send(bob, ann, late)), 'BLOCKED')
  assert.equal(await files.mayRead(ann, late.id), false)
})

test('[R16] a recall of the last entry that names a file removes it; before that nobody reads by it any more', async () => {
  const { files, ann, bob } = await lab()
  const file = await files.uploaded(ann, 'gone soon')
  const sent = []
  for (let index = 0; index < 2; index += 1) {
    const outcome = await files.send(ann, bob, file)
    assert.ok('reply' in outcome)
    sent.push(outcome.reply)
  }
  const recall = async ({ conversation, seq }: { conversation: number; seq: number }) => {
    const kind = wire.EntryKind.ENTRY_KIND_RECALL
    const target = { conversation }
    await ann.get('send', { target, clientId: files.world.mint(), kind, refSeq: seq, body: none })
  }
  await recall(sent[0]!)
  await files.collect()
  assert.equal(await files.read(bob, file.id), 'gone soon')
  await recall(sent[1]!)
  assert.equal(await files.mayRead(bob, file.id), false)
  await files.collect()
  assert.equal(await files.mayRead(ann, file.id), false)
  assert.deepEqual(files.blobs.names(), { staged: [], blobs: [] })
  const space = await ann.get('getFileSpace', {})
  assert.equal(space.usedBytes, 0)
})

test('a file that was never sent is removed after a day, an upload that nobody went on with as well', async () => {
  const { files, ann, bob } = await lab()
  const unsent = await files.uploaded(ann, 'unsent')
  const sent = await files.uploaded(ann, 'sent')
  await files.send(ann, bob, sent)
  const { id } = await files.create(ann, 100)
  await files.receive(ann, id, 0, Buffer.from('half'))
  await files.collect(dayMs - hourMs)
  assert.equal(await files.mayRead(ann, unsent.id), true)
  assert.equal((await files.settled(files.port.look(files.caller(ann), id))).receivedBytes, 4)
  await files.collect(hourMs)
  assert.equal(await files.mayRead(ann, unsent.id), false)
  assert.equal(await codeOf(files.settled(files.port.look(files.caller(ann), id))), 'NOT_FOUND')
  assert.equal(await files.read(bob, sent.id), 'sent')
  assert.deepEqual(files.blobs.names().staged, [])
  assert.equal(files.blobs.names().blobs.length, 1)
  const space = await ann.get('getFileSpace', {})
  assert.equal(space.usedBytes, 4)
})

test('bytes that go on keep an upload alive', async () => {
  const { files, ann } = await lab()
  const { id } = await files.create(ann, 3)
  for (let at = 0; at < 2; at += 1) {
    await files.receive(ann, id, at, Buffer.from('x'))
    await files.collect(dayMs - hourMs)
  }
  const received = await files.receive(ann, id, 2, Buffer.from('x'))
  assert.ok(received.status === 'received' && received.file !== undefined)
})

test('the same bytes are kept once, charged to each, and nobody can tell that they were there', async () => {
  const { files, ann, bob } = await lab()
  const first = await files.uploaded(ann, jpeg, 'image/jpeg')
  const kept = files.blobs.names().blobs.length
  const second = await files.uploaded(bob, jpeg, 'image/jpeg')
  assert.equal(files.blobs.names().blobs.length, kept)
  const facts = ({ mediaType, bytes, width, height }: StoredFile) => [
    mediaType,
    bytes,
    width,
    height,
  ]
  assert.deepEqual(facts(second), facts(first))
  assert.notEqual(second.id, first.id)
  for (const person of [ann, bob])
    assert.equal((await person.get('getFileSpace', {})).usedBytes, jpeg.length)
  assert.equal(await files.mayRead(bob, first.id), false)
  // Less than all of the bytes is nothing, whatever lies here already.
  const { id } = await files.create(bob, jpeg.length, { mediaType: 'image/jpeg' })
  const part = await files.receive(bob, id, 0, jpeg.subarray(0, -1))
  assert.ok(part.status === 'received' && part.file === undefined)
  // When the first one goes, the bytes stay for the other.
  await files.send(bob, ann, second)
  await files.collect(dayMs)
  assert.equal(await files.read(ann, second.id), jpeg.toString('latin1'))
  assert.equal(await files.mayRead(ann, first.id), false)
})

test('[R2] an upload begun again under its request key is the same one, of the same account', async () => {
  const { files, world, ann, bob } = await lab()
  const requestKey = world.mint()
  const first = await files.create(ann, 9, { requestKey })
  const again = await files.create(ann, 9, { requestKey })
  assert.deepEqual(again.id, first.id)
  assert.notDeepEqual((await files.create(bob, 9, { requestKey })).id, first.id)
  assert.equal(await codeOf(files.create(ann, 8, { requestKey })), 'ID_REUSED')
  assert.equal(await codeOf(files.create(ann, 8, { requestKey: Buffer.from('no id') })), 'BAD_ID')
})

test('[R13] space, the day, the number of uploads and the size of a file are limited', async () => {
  const { files, ann } = await lab({
    ...{ fileBytesMax: 50, fileAccountBytesMax: 100, fileDayBytesMax: 120, fileUploadsMax: 2 },
  })
  assert.equal(await codeOf(files.create(ann, 51)), 'TOO_LARGE')
  assert.equal(await codeOf(files.create(ann, -1)), 'BAD_REQUEST')
  assert.equal(await codeOf(files.create(ann, 0.5)), 'BAD_REQUEST')
  const first = await files.create(ann, 50)
  await files.create(ann, 50)
  assert.equal(await codeOf(files.create(ann, 0)), 'LIMIT_REACHED')
  await files.settled(files.port.end(files.caller(ann), first.id))
  await files.uploaded(ann, 'x'.repeat(50))
  assert.equal(await codeOf(files.create(ann, 1)), 'QUOTA_EXCEEDED')
  assert.deepEqual((await ann.get('getFileSpace', {})).usedBytes, 100)
  await files.collect(2 * dayMs)
  await files.create(ann, 50)
})

test("[R14] an upload is its owner's alone, and refuses what does not fit to where it is", async () => {
  const { files, ann, bob } = await lab()
  const { id } = await files.create(ann, 10)
  await files.receive(ann, id, 0, Buffer.from('01234'))
  const mallory = files.caller(bob)
  for (const attempt of [
    files.receive(bob, id, 5, Buffer.from('evil!')),
    files.settled(files.port.look(mallory, id)),
    files.settled(files.port.result(mallory, id)),
    files.settled(files.port.end(mallory, id)),
  ])
    assert.equal(await codeOf(attempt), 'NOT_FOUND')
  const elsewhere = await files.receive(ann, id, 4, Buffer.from('x'))
  assert.deepEqual(elsewhere, { status: 'elsewhere', receivedBytes: 5 })
  assert.equal(await codeOf(files.receive(ann, id, 5, Buffer.from('567890'))), 'TOO_LARGE')
  const received = await files.receive(ann, id, 5, Buffer.from('56789'))
  assert.ok(received.status === 'received' && received.file !== undefined)
  assert.equal(await files.read(ann, received.file.id), '0123456789')
})

test('who comes later to an upload ends who is still at it, and goes on from what came', async () => {
  const { files, ann } = await lab()
  const { id } = await files.create(ann, 10)
  let end = (_why: Error): void => undefined
  const hanging = new Promise<never>((_resolve, reject) => (end = reject))
  async function* slow() {
    yield Buffer.from('0123')
    await hanging
  }
  const lost = new Error('the connection is gone')
  const input = { upload: id, fromBytes: 0, bytes: 10, checksum: undefined, cut: () => end(lost) }
  const first = files.port.receive(files.caller(ann), { ...input, chunks: slow() })
  const ended = assert.rejects(first, lost)
  await files.world.clock.advance(5)
  const where = await files.settled(files.port.look(files.caller(ann), id))
  await ended
  assert.equal(where.receivedBytes, 4)
  const rest = await files.receive(ann, id, 4, Buffer.from('456789'))
  assert.ok(rest.status === 'received' && rest.file !== undefined)
  assert.equal(await files.read(ann, rest.file.id), '0123456789')
})

test('[R12] within a second after a device ended its transfers end, in both directions', async () => {
  const { files, world, ann, bob } = await lab()
  const lost = await world.otherDevice('bob')
  const file = await files.uploaded(ann, 'x'.repeat(200_000))
  await files.send(ann, bob, file)
  const caller = files.caller(lost)
  const asked = { file: file.id, conversation: 0, variant: 'whole' } as const
  let cuts = 0
  const cut = () => (cuts += 1)
  const download = await files.settled(files.port.open(caller, asked))
  const reading = files.port.bytes(caller, asked, { download, from: 0, to: 200_000, cut })
  await files.settled(reading.next())
  const { id } = await files.create(lost, 10)
  const never = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) }
  const input = { upload: id, fromBytes: 0, bytes: 10, checksum: undefined, chunks: never, cut }
  void files.port.receive(caller, input)
  await world.clock.advance(5_000)
  assert.equal(cuts, 0)
  await bob.get('endDevice', { device: caller.device })
  await world.clock.advance(1_000)
  assert.equal(cuts, 2)
  assert.ok(transferCheckMs < 1_000)
})

test('[R12] within a second after its last entry was recalled, a download ends', async () => {
  const { files, world, ann, bob } = await lab()
  const file = await files.uploaded(ann, 'x'.repeat(200_000))
  const outcome = await files.send(ann, bob, file)
  assert.ok('reply' in outcome)
  const { conversation, seq } = outcome.reply
  const asked = { file: file.id, conversation, variant: 'whole' } as const
  let cuts = 0
  const download = await files.settled(files.port.open(files.caller(bob), asked))
  const input = { download, from: 0, to: 200_000, cut: () => (cuts += 1) }
  const reading = files.port.bytes(files.caller(bob), asked, input)
  await files.settled(reading.next())
  const kind = wire.EntryKind.ENTRY_KIND_RECALL
  await ann.get('send', {
    target: { conversation },
    clientId: world.mint(),
    kind,
    refSeq: seq,
    body: none,
  })
  await world.clock.advance(1_000)
  assert.equal(cuts, 1)
  await reading.return(undefined)
})

test('[R13] transfers of one device are limited, and their places come back', async () => {
  const { files, ann, bob } = await lab()
  const file = await files.uploaded(ann, 'x'.repeat(100_000))
  const asked = { file: file.id, conversation: 0, variant: 'whole' } as const
  const caller = files.caller(ann)
  const download = await files.settled(files.port.open(caller, asked))
  const range = { download, from: 0, to: 100_000, cut: () => {} }
  const begin = () => files.port.bytes(caller, asked, range)
  const running = Array.from({ length: transfersPerDeviceMax }, begin)
  for (const one of running) await files.settled(one.next())
  assert.equal(await codeOf(files.settled(begin().next())), 'BUSY')
  const own = await files.uploaded(bob, 'another device')
  assert.equal(await files.read(bob, own.id), 'another device')
  for (const one of running) await one.return(undefined)
  assert.equal((await files.read(ann, file.id)).length, 100_000)
})

test('[R14] what is said to be a picture and is none is refused, and the upload tells so', async () => {
  const { files, ann } = await lab()
  const html = Buffer.from('<svg onload="alert(1)">')
  const { id } = await files.create(ann, html.length, { mediaType: 'image/png' })
  assert.equal(await codeOf(files.receive(ann, id, 0, html)), 'TYPE_REFUSED')
  assert.equal(await codeOf(files.settled(files.port.look(files.caller(ann), id))), 'TYPE_REFUSED')
  assert.deepEqual(files.blobs.names(), { staged: [], blobs: [] })
  assert.equal((await ann.get('getFileSpace', {})).usedBytes, 0)
  // Nothing was claimed: bytes without a meaning.
  assert.equal((await files.uploaded(ann, html)).mediaType, 'application/octet-stream')
  assert.equal(
    (await files.uploaded(ann, html, 'image/svg+xml')).mediaType,
    'application/octet-stream',
  )
  files.image = () => ({ status: 'unreadable', reason: 'no picture' })
  assert.equal((await files.uploaded(ann, jpeg)).mediaType, 'application/octet-stream')
  const claimed = await files.create(ann, jpeg.length, { mediaType: 'image/jpg; charset=x' })
  assert.equal(await codeOf(files.receive(ann, claimed.id, 0, jpeg)), 'TYPE_REFUSED')
})

test('[F7] a picture message has pictures, a voice message sound: what it names is what it says', async () => {
  const { files, ann, bob } = await lab()
  const picture = await files.uploaded(ann, jpeg, 'image/jpeg')
  const plain = await files.uploaded(ann, 'no picture')
  const kinds = wire.EntryKind
  const send = (kind: number, { id, mediaType, bytes }: StoredFile) => {
    const body = wire.EntryBody.encode({ attachments: [{ file: id, mediaType, bytes }] }).finish()
    const clientId = files.world.mint()
    return ann.ask('send', { target: { account: bob.account }, clientId, kind, body })
  }
  for (const kind of [kinds.ENTRY_KIND_IMAGE, kinds.ENTRY_KIND_VOICE, kinds.ENTRY_KIND_VIDEO])
    for (const lie of [plain, { ...plain, mediaType: 'image/jpeg' }, { ...picture, bytes: 1 }])
      assert.equal(errorOf(await send(kind, lie)), 'BAD_REQUEST')
  assert.equal(await files.mayRead(bob, picture.id), false)
  assert.equal(errorOf(await send(kinds.ENTRY_KIND_IMAGE, picture)), undefined)
  assert.equal(errorOf(await send(kinds.ENTRY_KIND_FILE, plain)), undefined)
  assert.equal(await files.mayRead(bob, picture.id), true)
})

test('[R13] a picture beyond the limit is refused, a file of that size is not', async () => {
  const { files, ann } = await lab({ imageBytesMax: 20 })
  const large = Buffer.concat([jpeg, Buffer.alloc(20)])
  const { id } = await files.create(ann, large.length)
  assert.equal(await codeOf(files.receive(ann, id, 0, large)), 'TOO_LARGE')
  assert.equal((await files.uploaded(ann, 'x'.repeat(50))).bytes, 50)
})

test('[R15] a full or failing disk refuses clearly, shows nothing half, and goes on afterwards', async () => {
  const { files, ann } = await lab()
  const { id } = await files.create(ann, 10)
  await files.receive(ann, id, 0, Buffer.from('01234'))
  files.blobs.trouble = 'full'
  assert.equal(await codeOf(files.receive(ann, id, 5, Buffer.from('56789'))), 'STORAGE_FULL')
  assert.equal(await codeOf(files.create(ann, 10)), 'STORAGE_FULL')
  files.blobs.trouble = 'failed'
  await assert.rejects(files.receive(ann, id, 5, Buffer.from('56789')), { name: 'BlobFault' })
  files.blobs.trouble = undefined
  const where = await files.settled(files.port.look(files.caller(ann), id))
  assert.equal(where.receivedBytes, 5)
  const received = await files.receive(ann, id, 5, Buffer.from('56789'))
  assert.ok(received.status === 'received' && received.file !== undefined)
  files.blobs.trouble = 'failed'
  await assert.rejects(files.read(ann, received.file.id), { name: 'BlobFault' })
  await files.collect(2 * dayMs)
  files.blobs.trouble = undefined
  await files.collect()
  assert.deepEqual(files.blobs.names(), { staged: [], blobs: [] })
})

test('an upload that came whole, and was not finished then, is finished when it is asked for', async () => {
  const { files, ann } = await lab()
  const { id } = await files.create(ann, jpeg.length)
  files.image = () => {
    throw new Refusal('BUSY')
  }
  assert.equal(await codeOf(files.receive(ann, id, 0, jpeg)), 'BUSY')
  const image = { width: 4, height: 3, thumbnail: none, placeholder: none }
  files.image = (bytes) => ({ status: 'clean', bytes, ...image })
  const { file } = await files.settled(files.port.result(files.caller(ann), id))
  assert.equal(file?.mediaType, 'image/jpeg')
  const again = await files.settled(files.port.result(files.caller(ann), id))
  assert.deepEqual(again.file, file)
  const patched = await files.receive(ann, id, jpeg.length, none)
  assert.ok(patched.status === 'received' && patched.file?.id === file?.id)
})

test('a picture has a thumbnail, which is read as the picture is', async () => {
  const { files, ann, bob } = await lab()
  const picture = await files.uploaded(ann, jpeg, 'image/jpeg')
  assert.equal(await files.read(ann, picture.id, 'thumbnail'), 'small')
  assert.equal(await codeOf(files.read(bob, picture.id, 'thumbnail')), 'NOT_FOUND')
  const plain = await files.uploaded(ann, 'no picture')
  assert.equal(await codeOf(files.read(ann, plain.id, 'thumbnail')), 'NOT_FOUND')
  const [info] = (await ann.get('getFiles', { files: [picture.id] })).files
  assert.match(info!.thumbnailPath ?? '', /^\/files\/\d+\/thumbnail\/t\/[\w-]+$/)
  const [other] = (await ann.get('getFiles', { files: [plain.id] })).files
  assert.equal(other!.thumbnailPath, '')
})

test('[R12] a ticket is for one file and one device, for a while, and void when the device ends', async () => {
  const { files, world, ann, bob } = await lab()
  const file = await files.uploaded(ann, 'one')
  const other = await files.uploaded(ann, 'two')
  await files.send(ann, bob, file)
  const [info] = (await bob.get('getFiles', { files: [file.id] })).files
  const ticket = (info!.path ?? '').split('/').at(-1) ?? ''
  const holder = (text: string, id = file.id) => files.settled(files.port.ticketHolder(text, id))
  assert.deepEqual((await holder(ticket)).caller, files.caller(bob))
  const flipped = (at: number) => {
    const bytes = Buffer.from(ticket, 'base64url')
    bytes[at]! ^= 1
    return bytes.toString('base64url')
  }
  for (let at = 0; at < Buffer.from(ticket, 'base64url').length; at += 1)
    assert.equal(await codeOf(holder(flipped(at))), 'TOKEN_INVALID', `byte ${at}`)
  for (const wrong of ['', `${ticket}A`, ticket.slice(0, -2), `${ticket}=`, '..'])
    assert.equal(await codeOf(holder(wrong)), 'TOKEN_INVALID', wrong)
  assert.equal(await codeOf(holder(ticket, other.id)), 'TOKEN_INVALID')
  // A while later it is another one, and the first one is over.
  await world.clock.advance(info!.expiresMs! - world.clock.wallMs() - 1)
  await holder(ticket)
  await world.clock.advance(1)
  assert.equal(await codeOf(holder(ticket)), 'TOKEN_INVALID')
  const [fresh] = (await bob.get('getFiles', { files: [file.id] })).files
  const second = (fresh!.path ?? '').split('/').at(-1) ?? ''
  await holder(second)
  await bob.get('signOut', {})
  assert.equal(await codeOf(holder(second)), 'TOKEN_INVALID')
})
