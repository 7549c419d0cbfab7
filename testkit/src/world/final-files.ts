import {
  filesOf,
  type AccountId,
  type ConversationSummary,
  type FileId,
  type Message,
} from '@parley/client'
import type { Store } from '../../../server/src/data/store.ts'
import { sourceOf } from './file-acts.ts'
import type { FileBook } from './file-book.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { WorldDevice } from './world-device.ts'

/** Files that an account may not read and asks for all the same. */
const strangeMax = 4
/** Less than any operator allows. */
const uploadBytesMax = 25_000
const listMax = 10_000

/** When all is at rest: who reads which file, and what the server still has of files (F1, F2, F5, F8). */
export class FinalFiles {
  readonly #book: FileBook
  readonly #random: SeededRandom
  /** By account, what the messages that it reads now name. */
  readonly #readable = new Map<AccountId, Map<FileId, number>>()
  /** By account, what it once read and may not read any more. */
  readonly #lost = new Map<AccountId, Set<FileId>>()
  /** Files that no message names may have been removed: an operator gave them a short time. */
  mayBeRemoved = false

  constructor(book: FileBook, random: SeededRandom) {
    this.#book = book
    this.#random = random
  }

  /**
   * A page of the last reading. Who has left a conversation reads what it saw, and no files any more (F5); where the group was
   * dissolved, all are in it still.
   */
  read(
    account: AccountId,
    { id: conversation, left, group }: Pick<ConversationSummary, 'id' | 'left' | 'group'>,
    messages: readonly Message[],
  ): void {
    if (left && group?.dissolved !== true) {
      const lost = this.#lost.get(account) ?? new Set<FileId>()
      this.#lost.set(account, lost)
      for (const { content } of messages)
        for (const { file } of content.attachments) lost.add(file ?? 0)
      return
    }
    const known = this.#readable.get(account) ?? new Map<FileId, number>()
    this.#readable.set(account, known)
    for (const { gone, content } of messages)
      for (const { file } of gone ? [] : content.attachments) known.set(file ?? 0, conversation)
  }

  /** What one device finds. @returns what is not as it should be, as sentences. */
  async problems(device: WorldDevice): Promise<string[]> {
    const { account } = device
    const readable = this.#readable.get(account) ?? new Map<FileId, number>()
    const problems = await this.#upload(device)
    for (const [file, conversation] of readable) {
      const is = await this.#fetched(device, file, conversation)
      if (is !== 'there') problems.push(`file: ${device.name} reads of ${file}, which is ${is}`)
    }
    for (const { file, account: owner, names } of this.#book.files.values()) {
      if (owner !== account || names > 0 || readable.has(file) || this.mayBeRemoved) continue
      const is = await this.#fetched(device, file, 0)
      if (is !== 'there') problems.push(`file: ${device.name} uploaded ${file}, which is ${is}`)
    }
    return [...problems, ...(await this.#stranger(device, readable))]
  }

  /** Where everything is whole, whoever uploads something has a file. */
  async #upload({ name, account, im }: WorldDevice): Promise<string[]> {
    if (im === undefined) return []
    const bytes = Buffer.alloc(1 + this.#random.below(uploadBytesMax))
    this.#random.fill(bytes.subarray(1))
    const content = { bytes, mediaType: '' }
    const begun = filesOf(im).upload({ source: sourceOf(content), name: 'last.bin' })
    try {
      this.#book.uploaded({ key: begun.key, account, by: name, content }, await begun.file)
      return []
    } catch (fault) {
      return [`file: ${name} cannot upload ${bytes.length} bytes: ${String(fault)}`]
    }
  }

  async #fetched({ name, im }: WorldDevice, file: FileId, conversation: number): Promise<string> {
    if (im === undefined) return 'asked by nobody'
    try {
      const bytes = Buffer.concat(await Array.fromAsync(filesOf(im).download(file)))
      this.#book.got(name, file, bytes, { from: 0, isWhole: true })
      const [facts] = await filesOf(im).facts([file], { conversation })
      return facts?.bytes === bytes.length ? 'there' : `of ${facts?.bytes} bytes by its facts`
    } catch (fault) {
      return `not there: ${String(fault)}`
    }
  }

  /** What is not its own, and what no message names that it reads, is not there for it (F5, R14). */
  async #stranger(device: WorldDevice, readable: ReadonlyMap<FileId, number>): Promise<string[]> {
    const { name, account, im } = device
    const isStrange = (file: FileId): boolean =>
      this.#book.files.get(file)?.account !== account && !readable.has(file)
    const strange = [...this.#book.files.keys()].filter(isStrange)
    const problems: string[] = []
    while (strange.length > strangeMax) strange.splice(this.#random.below(strange.length), 1)
    const lost = [...(this.#lost.get(account) ?? [])].filter(isStrange)
    if (im === undefined) return problems
    for (const file of new Set([...lost.slice(0, strangeMax), ...strange])) {
      // NOTE a program remembers what it was told while it might read the file; then its address is void.
      const [told] = await filesOf(im).facts([file])
      const status = told === undefined ? 404 : (await device.fetchBytes(told.url)).status
      if (status !== 404 && status !== 401)
        problems.push(`file: ${name} is told of ${file}, which it may not read`)
      const code = await Array.fromAsync(filesOf(im).download(file)).then(
        () => 'there',
        (fault: { code?: string }) => fault.code,
      )
      if (code !== 'NOT_FOUND') problems.push(`file: ${file} is ${code} for ${name}, a stranger`)
    }
    for (const address of this.#book.addresses) {
      if (address.account !== account || !isStrange(address.file)) continue
      const { status } = await device.fetchBytes(address.url)
      if (status !== 404 && status !== 401)
        problems.push(`file: an address of ${address.file} answers ${name} ${status} still`)
    }
    return problems
  }

  /** Long after everybody has gone: an address is void. */
  async oldAddress(device: WorldDevice): Promise<string[]> {
    const [address] = this.#book.addresses
    if (address === undefined) return []
    const { status } = await device.fetchBytes(address.url)
    return status === 401 ? [] : [`file: an address answers ${status} when its time is over`]
  }

  /** Long after everybody has gone: nothing is left but what messages name. */
  async leftovers(store: Pick<Store, 'files'>, names: readonly string[]): Promise<string[]> {
    const { files } = store
    const uploads = await files.expiredUploads(Number.MAX_SAFE_INTEGER, listMax)
    const freed = await files.freedBlobs(listMax)
    const problems = [
      ...uploads.map(({ id, receivedBytes, bytes }) => {
        const key = Buffer.from(id).toString('hex')
        return `file: upload ${key} is still there with ${receivedBytes} of ${bytes} bytes`
      }),
      ...freed.map((hash) => `file: blob ${nameOf(hash)} is still to be removed`),
    ]
    const due = new Set<string>()
    for (const [account, own] of Map.groupBy(this.#book.files.values(), (one) => one.account)) {
      const ids = own.map(({ file }) => file)
      const kept = await files.readable(account, ids, 0)
      for (const { hash, thumbnail } of kept)
        for (const one of [hash, thumbnail]) if (one.length > 0) due.add(nameOf(one))
      const { storedBytes, reservedBytes, uploads: count } = await files.space(account, 0)
      const bytes = kept.reduce((sum, one) => sum + one.bytes, 0)
      if (storedBytes !== bytes || reservedBytes !== 0 || count !== 0)
        problems.push(
          `file: ${account} is charged ${storedBytes} + ${reservedBytes} bytes, ${count} uploads; it has ${bytes}`,
        )
    }
    const there = new Set(names)
    for (const name of there) if (!due.has(name)) problems.push(`file: ${name} is left over`)
    for (const name of due) if (!there.has(name)) problems.push(`file: ${name} is not on the disk`)
    return problems
  }
}

function nameOf(hash: Uint8Array): string {
  const name = Buffer.from(hash).toString('hex')
  return `blobs/${name.slice(0, 2)}/${name.slice(2)}`
}
