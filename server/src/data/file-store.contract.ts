import assert from 'node:assert/strict'
import test from 'node:test'
import { Refusal } from '../base/refusal.ts'
import { neverMs, type FileLimits, type NewUpload } from './file-store.ts'
import { Cast, type OpenWorld, type StoreWorld } from './testing/store-world.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const roomy: FileLimits = { accountBytesMax: 1_000_000, dayBytesMax: 1_000_000, uploadsMax: 8 }
const none = new Uint8Array(0)

/** Uploads and files as the rules make them, without any bytes. */
class Files {
  readonly #world: StoreWorld
  readonly cast: Cast
  #last = 500

  constructor(world: StoreWorld) {
    this.#world = world
    this.cast = new Cast(world)
  }

  get nowMs(): number {
    return this.#world.clock.wallMs()
  }

  create(account: number, bytes: number, more: Partial<NewUpload> = {}) {
    return this.#world.store.files.createUpload({
      id: this.cast.bytes(16),
      account,
      name: 'a.bin',
      declaredType: '',
      bytes,
      nowMs: this.nowMs,
      expiresMs: this.nowMs + dayMs,
      limits: roomy,
      ...more,
    })
  }

  finish(upload: Uint8Array, bytes: number, hash: Uint8Array, thumbnail: Uint8Array = none) {
    this.#last += 1
    return this.#world.store.files.finishUpload({
      upload,
      file: {
        id: this.#last,
        mediaType: 'application/octet-stream',
        bytes,
        width: 0,
        height: 0,
        placeholder: none,
        hash,
        thumbnail,
        thumbnailBytes: thumbnail.length,
        createdMs: this.nowMs,
      },
      nowMs: this.nowMs,
      unsentUntilMs: this.nowMs + dayMs,
      expiresMs: this.nowMs + hourMs,
    })
  }

  /** An account's file, uploaded whole. */
  async file(
    account: number,
    bytes = 10,
    hash = this.cast.bytes(32),
    thumbnail: Uint8Array = none,
  ) {
    const { upload } = await this.create(account, bytes)
    const { files } = this.#world.store
    const expiresMs = this.nowMs + dayMs
    await files.markReceived({ id: upload.id, fromBytes: 0, toBytes: bytes, expiresMs })
    await files.intendBlobs(thumbnail.length > 0 ? [hash, thumbnail] : [hash], this.nowMs)
    const made = await this.finish(upload.id, bytes, hash, thumbnail)
    if (made.status !== 'made') throw new Error(made.status)
    return made.file
  }

  named(file: { id: number; mediaType: string; bytes: number }) {
    return { file: file.id, mediaType: file.mediaType, bytes: file.bytes }
  }

  async mayRead(account: number, file: number, conversation = 0): Promise<boolean> {
    const found = await this.#world.store.files.readable(account, [file], conversation)
    return found.length === 1
  }
}

const code = (name: string) => (thrown: unknown) =>
  thrown instanceof Refusal && thrown.code === name

/** The behaviour of FileStore. */
export function fileStoreContract(engine: string, open: OpenWorld): void {
  uploadContract(engine, open)
  namingContract(engine, open)

  test(`${engine}: files with the same bytes stand on one blob, which is freed with the last of them`, async () => {
    await using world = await open()
    const { files } = world.store
    const all = new Files(world)
    const [hash, thumbnail] = [all.cast.bytes(32), all.cast.bytes(32)]
    await all.file(1, 10, hash, thumbnail)
    await world.clock.advance(hourMs)
    await all.file(2, 10, hash, thumbnail)
    assert.deepEqual(await files.freedBlobs(9), [])
    assert.equal(await files.removeDueFiles(all.nowMs - hourMs + dayMs, 9), 1)
    assert.deepEqual(await files.freedBlobs(9), [])
    assert.equal((await files.space(1, all.nowMs)).storedBytes, 0)
    assert.equal((await files.space(2, all.nowMs)).storedBytes, 10)
    assert.equal(await files.removeDueFiles(all.nowMs + dayMs, 9), 1)
    const freed = await files.freedBlobs(9)
    assert.deepEqual(freed.map(hex).toSorted(), [hash, thumbnail].map(hex).toSorted())
    // The same bytes come again before they were collected.
    await all.file(3, 10, hash)
    assert.equal(await files.isFreed(hash), false)
    assert.deepEqual((await files.freedBlobs(9)).map(hex), [hex(thumbnail)])
    await files.forgetFreedBlob(thumbnail)
    await world.restart()
    assert.deepEqual(await world.store.files.freedBlobs(9), [])
  })

  test(`${engine}: blobs that were intended and did not come about are to be collected`, async () => {
    await using world = await open()
    const all = new Files(world)
    const hash = all.cast.bytes(32)
    await world.store.files.intendBlobs([hash], all.nowMs)
    await world.restart()
    assert.deepEqual((await world.store.files.freedBlobs(9)).map(hex), [hex(hash)])
    assert.equal(await world.store.files.isFreed(hash), true)
  })
}

function uploadContract(engine: string, open: OpenWorld): void {
  test(`${engine}: [R2] an upload begun twice under one id is one, and takes up its space once`, async () => {
    await using world = await open()
    const { files } = world.store
    const all = new Files(world)
    const id = all.cast.bytes(16)
    const first = await all.create(1, 100, { id })
    const [second, third] = await Promise.all([
      all.create(1, 100, { id }),
      all.create(1, 100, { id }),
    ])
    assert.deepEqual(
      [first.status, second.status, third.status],
      ['created', 'repeated', 'repeated'],
    )
    assert.deepEqual(second.upload, first.upload)
    const space = { storedBytes: 0, reservedBytes: 100, dayBytes: 100, uploads: 1 }
    assert.deepEqual(await files.space(1, all.nowMs), space)
    await assert.rejects(all.create(1, 101, { id }), code('ID_REUSED'))
    await assert.rejects(all.create(2, 100, { id }), code('ID_REUSED'))
    assert.deepEqual(await files.space(1, all.nowMs), space)
    assert.equal((await files.space(2, all.nowMs)).uploads, 0)
  })

  test(`${engine}: [R13] what races for the last space gets it once: account, day and count`, async () => {
    await using world = await open()
    const all = new Files(world)
    const race = async (account: number, limits: FileLimits) => {
      const begun = Array.from({ length: 5 }, () => all.create(account, 40, { limits }))
      const ended = await Promise.allSettled(begun)
      const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      return refused.map((reason) => (reason as Refusal).code)
    }
    const full = ['QUOTA_EXCEEDED', 'QUOTA_EXCEEDED', 'QUOTA_EXCEEDED']
    assert.deepEqual(await race(1, { ...roomy, accountBytesMax: 119 }), full)
    assert.deepEqual(await race(2, { ...roomy, dayBytesMax: 80 }), full)
    assert.deepEqual(await race(3, { ...roomy, uploadsMax: 4 }), ['LIMIT_REACHED'])
  })

  test(`${engine}: an upload moves on from where it is, and only from there`, async () => {
    await using world = await open()
    const { files } = world.store
    const all = new Files(world)
    const { upload } = await all.create(1, 100)
    const mark = (fromBytes: number, toBytes: number) =>
      files.markReceived({ id: upload.id, fromBytes, toBytes, expiresMs: all.nowMs + 2 * dayMs })
    const [won, lost] = await Promise.all([mark(0, 60), mark(0, 30)])
    assert.deepEqual([won, lost], [true, false])
    assert.equal(await mark(30, 40), false)
    await world.restart()
    const found = await world.store.files.upload(upload.id)
    assert.deepEqual([found?.receivedBytes, found?.expiresMs], [60, all.nowMs + 2 * dayMs])
    assert.equal(await world.store.files.upload(all.cast.bytes(16)), undefined)
  })

  test(`${engine}: [R2] an upload becomes one file, however often it is finished`, async () => {
    await using world = await open()
    const { files } = world.store
    const all = new Files(world)
    const { upload } = await all.create(1, 50)
    const done = { id: upload.id, fromBytes: 0, toBytes: 50, expiresMs: all.nowMs + dayMs }
    await files.markReceived(done)
    const hash = all.cast.bytes(32)
    const first = await all.finish(upload.id, 48, hash)
    const again = await all.finish(upload.id, 48, hash)
    assert.ok(first.status === 'made' && again.status === 'repeated')
    assert.deepEqual(again.file, first.file)
    assert.equal((await files.upload(upload.id))?.file, first.file.id)
    const space = { storedBytes: 48, reservedBytes: 0, dayBytes: 50, uploads: 0 }
    assert.deepEqual(await files.space(1, all.nowMs), space)
    await files.removeUploads([upload.id], all.nowMs)
    assert.deepEqual(await files.space(1, all.nowMs), space)
    assert.equal((await all.finish(upload.id, 48, hash)).status, 'gone')
  })

  test(`${engine}: what is refused or removed gives its space back; the day is charged for what came`, async () => {
    await using world = await open()
    const { files } = world.store
    const all = new Files(world)
    const refused = (await all.create(1, 50)).upload
    const removed = (await all.create(1, 50)).upload
    const expiresMs = all.nowMs + hourMs
    await files.markReceived({ id: removed.id, fromBytes: 0, toBytes: 20, expiresMs })
    await files.refuseUpload({ id: refused.id, error: 'TYPE_REFUSED', expiresMs })
    await files.refuseUpload({ id: refused.id, error: 'INTERNAL', expiresMs })
    assert.equal((await files.upload(refused.id))?.error, 'TYPE_REFUSED')
    assert.equal((await all.finish(refused.id, 50, all.cast.bytes(32))).status, 'gone')
    assert.deepEqual((await files.expiredUploads(all.nowMs, 9)).length, 0)
    const expired = await files.expiredUploads(expiresMs, 9)
    assert.equal(expired.length, 2)
    await files.removeUploads(
      expired.map(({ id }) => id),
      all.nowMs,
    )
    const space = { storedBytes: 0, reservedBytes: 0, dayBytes: 70, uploads: 0 }
    assert.deepEqual(await files.space(1, all.nowMs), space)
    assert.equal((await files.space(1, all.nowMs + dayMs)).dayBytes, 0)
  })
}

function namingContract(engine: string, open: OpenWorld): void {
  test(`${engine}: [R10] [R14] who may read a file: its uploader, and who sees an entry that names it`, async () => {
    await using world = await open()
    const { files } = world.store
    const all = new Files(world)
    await all.cast.people(1, 2, 3)
    const file = await all.file(1)
    assert.deepEqual([await all.mayRead(1, file.id), await all.mayRead(2, file.id)], [true, false])
    const { conversation } = await all.cast.sent(1, 2, { files: [all.named(file)] })
    for (const hint of [0, conversation, 77])
      assert.equal(await all.mayRead(2, file.id, hint), true)
    assert.equal(await all.mayRead(3, file.id, conversation), false)
    // Who may read it may pass it on; who may not, not, and learns nothing.
    await all.cast.sent(2, 3, { files: [all.named(file)] })
    assert.equal(await all.mayRead(3, file.id), true)
    assert.deepEqual(await files.readable(3, [file.id, 4_242, file.id], 0), [file])
    const other = await all.file(1)
    for (const wrong of [all.named(other), { ...all.named(other), file: 4_242 }]) {
      const append = await all.cast.send(2, 3, { files: [wrong] })
      assert.deepEqual(append, { status: 'refused', error: 'NOT_FOUND' })
    }
    assert.equal(await all.mayRead(3, other.id), false)
  })

  test(`${engine}: [R14] a send that says something else of a file than it is changes nothing`, async () => {
    await using world = await open()
    const all = new Files(world)
    await all.cast.people(1, 2)
    const named = all.named(await all.file(1))
    for (const wrong of [
      { ...named, mediaType: 'image/png' },
      { ...named, bytes: 11 },
    ]) {
      const append = await all.cast.send(1, 2, { files: [named, wrong] })
      assert.deepEqual(append, { status: 'refused', error: 'BAD_REQUEST' })
    }
    assert.equal(await all.mayRead(2, named.file), false)
    assert.equal(await world.store.conversations.resolve(1, { account: 2 }), undefined)
  })

  test(`${engine}: a file that an entry names stays, one that none names is collected at its time`, async () => {
    await using world = await open()
    const { files } = world.store
    const all = new Files(world)
    await all.cast.people(1, 2)
    const sent = await all.file(1)
    const unsent = await all.file(1)
    await all.cast.sent(1, 2, { files: [all.named(sent), all.named(sent)] })
    assert.equal(await files.removeDueFiles(all.nowMs + dayMs - 1, 9), 0)
    assert.equal(await files.removeDueFiles(neverMs - 1, 9), 1)
    assert.deepEqual(await files.readable(1, [sent.id, unsent.id], 0), [sent])
    const late = await all.cast.send(1, 2, { files: [all.named(unsent)] })
    assert.deepEqual(late, { status: 'refused', error: 'NOT_FOUND' })
    await world.restart()
    assert.equal(await all.mayRead(2, sent.id), true)
  })

  test(`${engine}: [R2] a send that names files, repeated, is the first one, even when the file may not be named today`, async () => {
    await using world = await open()
    const all = new Files(world)
    await all.cast.people(1, 2)
    const named = all.named(await all.file(1))
    const clientId = all.cast.mint()
    const first = await all.cast.sent(1, 2, { clientId, files: [named] })
    const again = await all.cast.sent(1, 2, { clientId, files: [{ ...named, file: 9 }] })
    assert.deepEqual([again.status, again.seq], ['duplicate', first.seq])
  })
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
