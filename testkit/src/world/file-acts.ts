import {
  fileContent,
  filesOf,
  type FileSource,
  type FileUpload,
  type Message,
  type SpecialContent,
} from '@parley/client'
import { digestOf } from '../recorder/seen-entry.ts'
import type { Content, Unfinished } from './file-book.ts'
import { quietly, type Place } from './place.ts'
import { say } from './talk-acts.ts'

const pauseMs = { low: 200, high: 6_000 }
const cancelMs = { low: 50, high: 3_000 }
/** A message that carries a file burns now and then. */
const burns = 0.25
const burnMs = { low: 1_000, high: 4_000 }
/** What a program left half is gone on with by the next one, mostly. */
const goesOn = 0.7

/** What people do with files. */
export function useFiles(place: Place): void {
  place.random.weighted([
    [5, uploadSomething],
    [4, fetchSomething],
    [2, passOn],
    [1, goOnElsewhere],
  ] as const)(place)
}

/** What this device had begun, in an earlier run of its program. */
export function goOnWithUploads(place: Place): void {
  const { board, random, name } = place
  for (const one of [...board.files.unfinished.values()].filter(({ by }) => by === name)) {
    if (random.chance(goesOn)) upload(place, one)
    else board.files.unfinished.delete(one.key)
  }
}

function uploadSomething(place: Place): void {
  const { im, board, random, name, word } = place
  const content = board.files.content(random)
  const begun = filesOf(im).upload({ source: sourceOf(content), name: `${word()}.bin` })
  const account = im.me?.account ?? 0
  const unfinished = { key: begun.key, account, by: name, content }
  board.files.unfinished.set(begun.key, unfinished)
  board.files.figures.begun += 1
  follow(place, unfinished, begun)
  if (random.chance(0.15)) interrupt(place, begun)
  else if (random.chance(0.05)) giveUp(place, unfinished, begun)
}

/** Another device of the account, or the same one once more: by the key (F1). */
function goOnElsewhere(place: Place): void {
  const { im, board, random } = place
  const own = [...board.files.unfinished.values()].filter(
    ({ account }) => account === im.me?.account,
  )
  if (own.length === 0) return uploadSomething(place)
  upload(place, random.pick(own))
}

function upload(place: Place, unfinished: Unfinished): void {
  const { key, content } = unfinished
  place.board.files.figures.goneOn += 1
  follow(place, unfinished, filesOf(place.im).upload({ source: sourceOf(content), key }))
}

/** When it is a file, it is sent. */
function follow(place: Place, unfinished: Unfinished, begun: FileUpload): void {
  const { board, doing, note, name } = place
  const end = doing(`uploads ${unfinished.content.bytes.length} bytes`)
  begun.file.then(
    (file) => {
      end()
      note(`${name} has uploaded ${file.file} of ${file.bytes} bytes`)
      board.files.uploaded(unfinished, file)
      send(place, fileContent(file))
    },
    (fault: { code?: string }) => {
      end()
      note(`${name} cannot upload: ${fault.code}`)
      // NOTE a program that is told to end goes on in its next run.
      if (fault.code !== 'STOPPED') board.files.unfinished.delete(unfinished.key)
    },
  )
}

function interrupt({ random, later }: Place, begun: FileUpload): void {
  later(0, cancelMs.high, () => {
    begun.pause()
    later(pauseMs.low, random.between(pauseMs.low, pauseMs.high), () => begun.resume())
  })
}

function giveUp({ board, later }: Place, { key }: Unfinished, begun: FileUpload): void {
  later(cancelMs.low, cancelMs.high, () => {
    board.files.unfinished.delete(key)
    quietly(begun.cancel())
  })
}

function send(place: Place, content: SpecialContent): void {
  const { board, random, word } = place
  const files = (content.attachments ?? []).map(({ file = 0 }) => file ?? 0)
  const text = word()
  const burnAfterMs = Math.round(random.between(burnMs.low, burnMs.high))
  const burning = random.chance(burns) ? { burnAfterMs } : {}
  const sent = say(place, { text, content, ...burning }, { digest: digestOf(text), ...burning })
  for (const file of files) board.files.named(file, true)
  const refused = (): void => {
    if (sent.state === 'failed') for (const file of files) board.files.named(file, false)
  }
  sent.stored.catch(refused)
}

/** A forward: into another conversation, or the same once more. */
function passOn(place: Place): void {
  const message = pickFile(place)
  if (message === undefined) return uploadSomething(place)
  const { kind, content } = message
  const { im, random, recorder } = place
  const peer = random.pick(place.peers)
  const conversation = im.conversation({ account: peer })
  recorder.watch(conversation)
  send({ ...place, conversation, peer }, { kind, attachments: content.attachments })
}

function fetchSomething(place: Place): void {
  const message = pickFile(place)
  const file = message?.content.attachments[0]?.file ?? 0
  if (file === 0) return uploadSomething(place)
  const fetches = place.random.weighted([
    [4, download],
    [2, downloadRest],
    [1, downloadStart],
    [3, show],
  ] as const)
  const { name, note } = place
  const end = place.doing(`fetches ${file}`)
  // NOTE it may be gone, or not this account's to read, by now.
  const done = (how: string) => (fault?: unknown) => {
    end()
    note(`${name} ${how} ${file} ${(fault as { code?: string } | undefined)?.code ?? ''}`)
  }
  fetches(place, file).then(done('has fetched'), done('could not fetch'))
}

async function download({ im, board, name }: Place, file: number): Promise<void> {
  const bytes = Buffer.concat(await Array.fromAsync(filesOf(im).download(file)))
  board.files.got(name, file, bytes, { from: 0, isWhole: true })
}

async function downloadRest({ im, board, name, random }: Place, file: number): Promise<void> {
  const from = random.below((board.files.files.get(file)?.bytes.length ?? 0) + 1)
  const bytes = Buffer.concat(await Array.fromAsync(filesOf(im).download(file, { from })))
  board.files.got(name, file, bytes, { from, isWhole: true })
}

/** Who has seen enough goes away. */
async function downloadStart({ im, board, name }: Place, file: number): Promise<void> {
  for await (const bytes of filesOf(im).download(file)) {
    board.files.got(name, file, bytes, { from: 0, isWhole: false })
    return
  }
}

/** As a page does: by an address that shows no token. */
async function show(place: Place, file: number): Promise<void> {
  const { im, board, name, fetchBytes, conversation } = place
  const [facts] = await filesOf(im).facts([file], { conversation: conversation.id })
  if (facts === undefined) return
  const account = im.me?.account ?? 0
  board.files.addressed({ account, file, url: facts.url })
  const whole = await fetchBytes(facts.url)
  if (whole.status === 200) board.files.got(name, file, whole.bytes, { from: 0, isWhole: true })
  const { thumbnailUrl } = facts
  if (thumbnailUrl === undefined) return
  const small = await fetchBytes(thumbnailUrl)
  if (small.status === 200) board.files.gotThumbnail(name, file, small.bytes)
}

/** One of what is on the screen. */
function pickFile({ conversation, random }: Place): Message | undefined {
  const { messages } = conversation.window.getSnapshot()
  const found = messages.filter(
    ({ seq, gone, content }) => seq > 0 && !gone && content.attachments.length > 0,
  )
  return found.length === 0 ? undefined : random.pick(found)
}

export function sourceOf({ bytes, mediaType }: Content): FileSource {
  return {
    size: bytes.length,
    type: mediaType,
    slice: (from, to) => ({
      arrayBuffer: async () => new Uint8Array(bytes.subarray(from, to)).buffer,
    }),
  }
}
