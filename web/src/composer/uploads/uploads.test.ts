import assert from 'node:assert/strict'
import test from 'node:test'
import {
  type Files,
  type FileUpload,
  IMError,
  type SendInput,
  type SentMessage,
  type UploadedFile,
  type UploadProgress,
} from '@parley/client'
import { canSend, trayMax, Uploads } from './uploads.ts'

/** An upload that goes on when the test says so. */
class FakeUpload implements FileUpload {
  readonly key = 'k'
  readonly #listeners = new Set<() => void>()
  #progress: UploadProgress
  #resolve: (file: UploadedFile) => void = () => {}
  #reject: (error: IMError) => void = () => {}
  file: Promise<UploadedFile> = Promise.resolve() as never

  constructor(bytes: number) {
    this.#progress = { state: 'sending', sentBytes: 0, bytes }
    this.#promise()
  }

  #promise() {
    this.file = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    this.file.catch(() => {})
  }

  readonly progress = {
    subscribe: (listener: () => void) => {
      this.#listeners.add(listener)
      return () => void this.#listeners.delete(listener)
    },
    getSnapshot: () => this.#progress,
  }

  #tell(progress: UploadProgress) {
    this.#progress = progress
    for (const listener of this.#listeners) listener()
  }
  pause() {
    this.#tell({ ...this.#progress, state: 'paused' } as UploadProgress)
  }
  resume() {
    if (this.#progress.state === 'failed') this.#promise()
    this.#tell({ ...this.#progress, state: 'sending' } as UploadProgress)
  }
  async cancel() {
    this.#tell({ ...this.#progress, state: 'cancelled' } as UploadProgress)
    this.#reject(new IMError('ABORTED'))
  }
  fail(error: IMError) {
    this.#tell({ ...this.#progress, state: 'failed', error } as UploadProgress)
    this.#reject(error)
  }
  arrive(file: number, mediaType: string) {
    const { bytes } = this.#progress
    const size = mediaType.startsWith('image/') ? { width: 4, height: 3 } : { width: 0, height: 0 }
    const made = { file, name: `${file}`, mediaType, bytes, ...size, placeholder: '' }
    this.#tell({ state: 'done', sentBytes: bytes, bytes, file: made })
    this.#resolve(made)
  }
}

function setUp(fileBytesMax = 1_000) {
  const uploads: FakeUpload[] = []
  const sent: SendInput[] = []
  const urls = { made: 0, ended: 0 }
  const space = {
    ...{ usedBytes: 0, accountBytesMax: 9_000, dayBytes: 0, dayBytesMax: 9_000 },
    ...{ fileBytesMax, imageBytesMax: fileBytesMax },
  }
  const state = { outboxIsFull: false }
  const files = {
    space: async () => space,
    upload: ({ source }: { source: { size: number } }) => {
      const made = new FakeUpload(source.size)
      uploads.push(made)
      return made
    },
  } as unknown as Files
  const conversation = {
    send(input: SendInput) {
      if (state.outboxIsFull) throw new IMError('OUTBOX_FULL')
      sent.push(input)
      return {} as SentMessage
    },
  }
  const tray = new Uploads(files, conversation, {
    make: () => `blob:${(urls.made += 1)}`,
    end: () => void (urls.ended += 1),
  })
  return { tray, uploads, sent, urls, state }
}

const file = (name: string, type = '', bytes = 10) => new File(['x'.repeat(bytes)], name, { type })
const settle = () => new Promise<void>((done) => setImmediate(done))

test('files become one message when all of them are there, the words go with it', async () => {
  const { tray, uploads, sent, urls } = setUp()
  tray.add([file('a.png', 'image/png'), file('b.png', 'image/png')])
  await settle()
  tray.send({ text: 'look', replyTo: 7 })
  uploads[0]!.arrive(1, 'image/png')
  await settle()
  assert.equal(sent.length, 0)
  assert.equal(tray.getSnapshot().parcels.length, 1)
  assert.equal(tray.getSnapshot().tray.length, 0)
  uploads[1]!.arrive(2, 'image/png')
  await settle()
  assert.equal(sent.length, 1)
  const { text, replyTo, content } = sent[0]!
  assert.deepEqual([text, replyTo, content?.attachments?.length], ['look', 7, 2])
  assert.equal(tray.getSnapshot().parcels.length, 0)
  assert.deepEqual(urls, { made: 2, ended: 2 })
})

test('what is no picture is a message of its own, and the words are said once', async () => {
  const { tray, uploads, sent } = setUp()
  tray.add([file('a.pdf', 'application/pdf'), file('b.png', 'image/png')])
  await settle()
  uploads[0]!.arrive(1, 'application/pdf')
  uploads[1]!.arrive(2, 'image/png')
  tray.send({ text: 'both' })
  await settle()
  assert.deepEqual(
    sent.map(({ text, content }) => [text, content?.attachments?.[0]?.file]),
    [
      ['both', 2],
      ['', 1],
    ],
  )
})

test('what is too large is refused before a byte is sent, and keeps the rest from leaving without it', async () => {
  const { tray, uploads } = setUp(20)
  tray.add([file('big', '', 21), file('good')])
  await settle()
  const [big, good] = tray.getSnapshot().tray
  assert.equal(big?.trouble?.id, 'attach.tooLarge')
  assert.equal(good?.trouble, undefined)
  assert.equal(uploads.length, 1)
  assert.equal(canSend(tray.getSnapshot().tray), false)
  tray.remove(big!.key)
  assert.equal(canSend(tray.getSnapshot().tray), true)
})

test('one that failed can be tried again after it was sent off; one that is removed lets the others go', async () => {
  const { tray, uploads, sent } = setUp()
  tray.add([file('a'), file('b')])
  await settle()
  tray.send({ text: '' })
  uploads[0]!.fail(new IMError('OFFLINE'))
  await settle()
  const [parcel] = tray.getSnapshot().parcels
  assert.equal(parcel?.pieces[0]?.progress?.state, 'failed')
  tray.resume(parcel!.pieces[0]!.key)
  uploads[0]!.arrive(1, 'text/plain')
  tray.remove(parcel!.pieces[1]!.key)
  await settle()
  assert.equal(sent.length, 1)
  assert.equal(uploads[1]!.progress.getSnapshot().state, 'cancelled')
})

test('a full outbox loses nothing: the message leaves when there is room, once', async () => {
  const { tray, uploads, sent, state } = setUp()
  tray.add([file('a')])
  await settle()
  state.outboxIsFull = true
  tray.send({ text: 'hi' })
  uploads[0]!.arrive(1, 'text/plain')
  await settle()
  assert.equal(tray.getSnapshot().parcels.length, 1)
  state.outboxIsFull = false
  tray.poke()
  tray.poke()
  assert.equal(sent.length, 1)
})

test('no more than there is room for', async () => {
  const { tray } = setUp()
  const many = Array.from({ length: trayMax + 3 }, (_, index) => file(`${index}`))
  assert.equal(tray.add(many), 3)
  assert.equal(tray.getSnapshot().tray.length, trayMax)
})
