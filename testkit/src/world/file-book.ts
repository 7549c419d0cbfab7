import type { AccountId, FileId, UploadedFile } from '@parley/client'
import type { SeededRandom } from './seeded-random.ts'
import { cleanPicture, pictureStart, pictureType } from './world-images.ts'

/** What somebody uploads. */
export interface Content {
  readonly bytes: Buffer
  /** Empty: nobody says what it is. */
  readonly mediaType: string
}

/** An upload that somebody means to bring to its end, known by its key also to later programs. */
export interface Unfinished {
  readonly key: string
  readonly account: AccountId
  /** The device that began it. */
  readonly by: string
  readonly content: Content
}

/** A file that a server said is there. */
export interface BookedFile {
  readonly file: FileId
  readonly account: AccountId
  /** As everybody gets it. */
  readonly bytes: Buffer
  readonly thumbnail: Buffer | undefined
  /** How many sends name it that were not refused. */
  names: number
}

/** An address of a file that a device was given. */
export interface Address {
  readonly account: AccountId
  readonly file: FileId
  readonly url: string
}

const sizes: readonly (readonly [weight: number, low: number, high: number])[] = [
  [0.3, 0, 1],
  [4, 1, 2_000],
  [4, 2_000, 40_000],
  [2, 40_000, 150_000],
  [0.7, 150_000, 400_000],
]
const known = 0.3
const pictures = 0.25
const addressesMax = 200

/** What people know of files: what they upload, what became of it, and what is wrong. */
export class FileBook {
  readonly files = new Map<FileId, BookedFile>()
  readonly unfinished = new Map<string, Unfinished>()
  readonly addresses: Address[] = []
  /** What was done, for whoever counts. */
  readonly figures = { begun: 0, goneOn: 0, files: 0, fetched: 0, unanswered: 0 }
  readonly #contents: Content[] = []
  readonly #becameOf = new Map<string, FileId>()
  readonly #problem: (what: string) => void
  readonly #isClockSet: () => boolean

  constructor(problem: (what: string) => void, isClockSet: () => boolean) {
    this.#problem = problem
    this.#isClockSet = isClockSet
  }

  /** New bytes, or the same as somebody else's. */
  content(random: SeededRandom): Content {
    if (this.#contents.length > 0 && random.chance(known)) return random.pick(this.#contents)
    const [low, high] = random.weighted(sizes.map(([weight, ...range]) => [weight, range] as const))
    const bytes = Buffer.alloc(low + random.below(high - low))
    random.fill(bytes)
    const isPicture = random.chance(pictures)
    // NOTE what is none by its content begins as nothing does.
    bytes.set(isPicture ? pictureStart.slice(0, bytes.length) : bytes.subarray(0, 1).fill(0))
    const content = { bytes, mediaType: isPicture && random.chance(0.7) ? pictureType : '' }
    this.#contents.push(content)
    return content
  }

  uploaded({ key, account, content }: Unfinished, told: UploadedFile): void {
    this.unfinished.delete(key)
    const { file } = told
    const before = this.#becameOf.get(key)
    // NOTE an upload tells for an hour what it has become.
    if (before !== undefined && before !== file && !this.#isClockSet())
      this.#problem(`file: ${key} became ${before}, and then ${file} (R2)`)
    this.#becameOf.set(key, file)
    if (this.files.has(file)) return
    this.figures.files += 1
    const clean = isPicture(content.bytes) ? cleanPicture(content.bytes) : undefined
    const bytes = clean === undefined ? content.bytes : Buffer.from(clean.bytes)
    const thumbnail = clean === undefined ? undefined : Buffer.from(clean.thumbnail)
    this.files.set(file, { file, account, bytes, thumbnail, names: 0 })
    if (told.bytes !== bytes.length)
      this.#problem(`file: ${file} has ${told.bytes} bytes, uploaded were ${bytes.length}`)
  }

  named(file: FileId, isNamed: boolean): void {
    const booked = this.files.get(file)
    if (booked !== undefined) booked.names += isNamed ? 1 : -1
  }

  addressed(address: Address): void {
    if (this.addresses.length < addressesMax) this.addresses.push(address)
  }

  /** Somebody got these bytes of a file, from `from` on. */
  got(
    by: string,
    file: FileId,
    bytes: Uint8Array,
    input: { from: number; isWhole: boolean },
  ): void {
    this.#compare(by, file, this.files.get(file)?.bytes, bytes, input)
  }

  gotThumbnail(by: string, file: FileId, bytes: Uint8Array): void {
    this.#compare(by, file, this.files.get(file)?.thumbnail, bytes, { from: 0, isWhole: true })
  }

  #compare(
    by: string,
    file: FileId,
    expected: Buffer | undefined,
    bytes: Uint8Array,
    { from, isWhole }: { from: number; isWhole: boolean },
  ): void {
    this.figures.fetched += 1
    // NOTE who uploaded it may have been killed before it heard of it.
    if (expected === undefined) return
    const end = isWhole ? expected.length : from + bytes.length
    if (expected.subarray(from, end).equals(bytes)) return
    this.#problem(
      `file: ${by} got ${bytes.length} bytes of ${file} from ${from} on, not as uploaded`,
    )
  }
}

const isPicture = (bytes: Buffer): boolean =>
  pictureStart.every((byte, index) => bytes[index] === byte)
