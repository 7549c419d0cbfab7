import {
  type Conversation,
  IMError,
  type SpecialContent,
  type Files,
  type FileSpace,
  type FileUpload,
  type Observable,
  type TextInput,
  type UploadProgress,
} from '@parley/client/browser'
import { checkFile, type FileTrouble, isShownPicture } from './check-file.ts'
import { contentsOf } from './parcel.ts'

/** Files that wait for being sent at once. */
export const trayMax = 20

export interface Piece {
  readonly key: number
  readonly name: string
  readonly bytes: number
  /** A picture of it: an object URL, which ends with the piece. */
  readonly preview: string | undefined
  /** What is known before it is sent; no upload was begun. */
  readonly trouble: FileTrouble | undefined
  readonly progress: UploadProgress | undefined
}

export interface UploadsSnapshot {
  /** What one adds to, before it is sent. */
  readonly tray: readonly Piece[]
  /** Sent by the person; goes to the outbox once all of it is uploaded. */
  readonly parcels: readonly { readonly key: number; readonly pieces: readonly Piece[] }[]
}

export interface ParcelWords extends TextInput {
  replyTo?: number
  burnAfterMs?: number
}

export interface ObjectUrls {
  make(file: File): string
  end(url: string): void
}

interface Entry {
  key: number
  file: File
  isPlain: boolean
  preview: string | undefined
  trouble: FileTrouble | undefined
  upload: FileUpload | undefined
}

interface Parcel {
  key: number
  words: ParcelWords
  entries: Entry[]
  /** Messages that are still to be sent, once its files are there. */
  contents: SpecialContent[] | undefined
}

/**
 * Files on their way into one conversation. An upload begins when a file is added, goes on through cuts and while one
 * looks at other conversations, and its message is sent when all of its files are there.
 */
export class Uploads implements Observable<UploadsSnapshot> {
  readonly #files: Files
  readonly #conversation: Pick<Conversation, 'send'>
  readonly #urls: ObjectUrls
  readonly #listeners = new Set<() => void>()
  #space: FileSpace | undefined
  #tray: Entry[] = []
  #parcels: Parcel[] = []
  #lastKey = 0
  #snapshot: UploadsSnapshot = { tray: [], parcels: [] }

  constructor(files: Files, conversation: Pick<Conversation, 'send'>, urls: ObjectUrls) {
    this.#files = files
    this.#conversation = conversation
    this.#urls = urls
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly getSnapshot = (): UploadsSnapshot => this.#snapshot

  /** @returns how many had no room any more. */
  add(files: readonly File[]): number {
    const taken = files.slice(0, Math.max(0, trayMax - this.#tray.length))
    for (const file of taken) {
      const preview = isShownPicture(file.type) ? this.#urls.make(file) : undefined
      const key = (this.#lastKey += 1)
      const entry: Entry = {
        key,
        file,
        isPlain: false,
        preview,
        trouble: undefined,
        upload: undefined,
      }
      this.#tray.push(entry)
      void this.#begin(entry)
    }
    this.#tell()
    return files.length - taken.length
  }

  remove(key: number): void {
    const entry = this.#find(key)
    if (entry === undefined) return
    this.#end(entry)
    void entry.upload?.cancel()
    this.#tray = this.#tray.filter((one) => one !== entry)
    for (const parcel of this.#parcels)
      parcel.entries = parcel.entries.filter((one) => one !== entry)
    this.#tell()
    this.#send()
  }

  pause(key: number): void {
    this.#find(key)?.upload?.pause()
  }

  /** Goes on with what was paused, and tries again what failed. */
  resume(key: number): void {
    const entry = this.#find(key)
    entry?.upload?.resume()
    if (entry?.upload !== undefined) this.#watch(entry, entry.upload)
  }

  /** The same bytes, whatever they claim to be. */
  sendAsFile(key: number): void {
    const entry = this.#find(key)
    if (entry === undefined) return
    void entry.upload?.cancel()
    Object.assign(entry, { isPlain: true, trouble: undefined, upload: undefined })
    void this.#begin(entry)
    this.#tell()
  }

  /** What stands in the tray becomes messages, the words go with the first. */
  send(words: ParcelWords): void {
    if (this.#tray.length === 0) return
    this.#parcels.push({
      key: (this.#lastKey += 1),
      words,
      entries: this.#tray,
      contents: undefined,
    })
    this.#tray = []
    this.#tell()
    this.#send()
  }

  /** There may be room in the outbox. */
  poke(): void {
    if (this.#parcels.length > 0) this.#send()
  }

  async #begin(entry: Entry): Promise<void> {
    // NOTE what is not known now, such as offline, is what the server says later.
    this.#space = await this.#files.space().catch(() => this.#space)
    if (this.#find(entry.key) === undefined || entry.upload !== undefined) return
    const { file, isPlain } = entry
    const measured = { size: file.size, type: isPlain ? '' : file.type }
    entry.trouble = checkFile(measured, this.#plannedBytes(entry), this.#space)
    if (entry.trouble === undefined) {
      const mediaType = { mediaType: measured.type }
      entry.upload = this.#files.upload({ source: file, name: file.name, ...mediaType })
      entry.upload.progress.subscribe(() => this.#tell())
      this.#watch(entry, entry.upload)
    }
    this.#tell()
  }

  #watch(_entry: Entry, upload: FileUpload): void {
    upload.file.then(
      () => this.#send(),
      () => this.#tell(),
    )
  }

  #plannedBytes(but: Entry): number {
    const all = [...this.#tray, ...this.#parcels.flatMap(({ entries }) => entries)]
    return all
      .filter((one) => one !== but && one.upload !== undefined)
      .filter(({ upload }) => upload?.progress.getSnapshot().state !== 'done')
      .reduce((sum, { file }) => sum + file.size, 0)
  }

  /** Parcels whose files are all there become messages. */
  #send(): void {
    for (const parcel of [...this.#parcels]) {
      const files = parcel.entries.map(({ upload, isPlain }) => {
        const progress = upload?.progress.getSnapshot()
        return progress?.state === 'done' ? { file: progress.file, isPlain } : undefined
      })
      const ready = files.filter((file) => file !== undefined)
      if (ready.length < files.length) continue
      parcel.contents ??= contentsOf(ready)
      if (!this.#sendAll(parcel)) continue
      this.#parcels = this.#parcels.filter((one) => one !== parcel)
      for (const entry of parcel.entries) this.#end(entry)
    }
    this.#tell()
  }

  /** @returns false: the outbox is full, the rest is sent when there is room. */
  #sendAll(parcel: Parcel): boolean {
    const { contents = [] } = parcel
    while (contents[0] !== undefined) {
      try {
        this.#conversation.send({ content: contents[0], ...parcel.words })
      } catch (thrown) {
        if (thrown instanceof IMError) return false
        throw thrown
      }
      contents.shift()
      const { burnAfterMs } = parcel.words
      parcel.words = { text: '', ...(burnAfterMs === undefined ? {} : { burnAfterMs }) }
    }
    return true
  }

  #end({ preview }: Entry): void {
    if (preview !== undefined) this.#urls.end(preview)
  }

  #find(key: number): Entry | undefined {
    const all = [...this.#tray, ...this.#parcels.flatMap(({ entries }) => entries)]
    return all.find((entry) => entry.key === key)
  }

  #tell(): void {
    const parcels = this.#parcels.map(({ key, entries }) => ({ key, pieces: entries.map(pieceOf) }))
    this.#snapshot = { tray: this.#tray.map(pieceOf), parcels }
    for (const listener of this.#listeners) listener()
  }
}

const pieceOf = ({ key, file, preview, trouble, upload }: Entry): Piece => ({
  key,
  name: file.name,
  bytes: file.size,
  preview,
  trouble,
  progress: upload?.progress.getSnapshot(),
})

/** Whether all of it can be sent, now or when it is uploaded. */
export const canSend = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ trouble, progress }) => trouble === undefined && progress?.state !== 'failed')
