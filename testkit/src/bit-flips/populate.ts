import { createHash } from 'node:crypto'
import { cpSync } from 'node:fs'
import { wire } from '@parley/protocol'
import { silentLog } from '../../../server/src/base/log.ts'
import { ManualClock } from '../../../server/src/base/testing/manual-clock.ts'
import { filesFolder } from '../../../server/src/app/offline-files.ts'
import { openDiskBlobs } from '../../../server/src/data/disk/disk-blobs.ts'
import { openSqliteStore } from '../../../server/src/data/sqlite/thread/open-sqlite-store.ts'
import type { Store } from '../../../server/src/data/store.ts'
import {
  Cast,
  seededRandom,
  type StoreWorld,
} from '../../../server/src/data/testing/store-world.ts'
import { SeededRandom } from '../world/seeded-random.ts'

const { ENTRY_KIND_EDIT, ENTRY_KIND_RECALL, ENTRY_KIND_REACTION } = wire.EntryKind
const { ENTRY_KIND_FILE } = wire.EntryKind
const dayMs = 86_400_000
const people = 10
const none = new Uint8Array(0)

/** What can be asked of a populated store, as it can be written down. */
export interface Manifest {
  nowMs: number
  accounts: number[]
  conversations: number[]
  /** Of each conversation, who is asked. */
  readers: Record<number, number[]>
  groups: number[]
  /** Hexadecimal, of access tokens and API keys. */
  tokens: string[]
  apiKeys: string[]
  webhooks: number[]
  files: number[]
}

/** The same store twice: as a program leaves it that ends well, and as one that is killed, with commits in its log. */
export interface Populated {
  closed: string
  killed: string
  manifest: Manifest
}

export async function populate(folder: string): Promise<Populated> {
  const clock = new ManualClock()
  const random = seededRandom(7)
  const data = `${folder}/data`
  const open = () => openSqliteStore({ folder: data, clock, random, log: silentLog })
  let store: Store = await open()
  const world: StoreWorld = {
    clock,
    get store() {
      return store
    },
    restart: async () => {},
    [Symbol.asyncDispose]: async () => {},
  }
  const town = new Town(world, data)
  await town.settle()
  await town.talk(220)
  await store.close()
  store = await open()
  await town.talk(100)
  await store.search.caughtUp()
  const killed = `${folder}/killed`
  cpSync(data, killed, { recursive: true })
  await store.close()
  return { closed: data, killed, manifest: town.manifest }
}

/** Everybody and everything a store can hold. */
class Town {
  readonly #world: StoreWorld
  readonly #data: string
  readonly #cast: Cast
  readonly #random = new SeededRandom('town')
  readonly manifest: Manifest
  #last = 5_000

  constructor(world: StoreWorld, data: string) {
    this.#world = world
    this.#data = data
    this.#cast = new Cast(world)
    this.manifest = {
      ...{ nowMs: world.clock.wallMs(), accounts: [], conversations: [], readers: {}, groups: [] },
      ...{ tokens: [], apiKeys: [], webhooks: [], files: [] },
    }
  }

  async settle(): Promise<void> {
    const { store } = this.#world
    const { accounts } = this.manifest
    for (let id = 1; id <= people; id += 1) {
      const tokens = this.#cast.tokens()
      const made = this.#cast.newAccount(id, tokens)
      const displayName = `${['王', '李', 'Ann', 'Bob'][id % 4]} ${id} of the market`
      await store.accounts.create({ ...made, account: { ...made.account, displayName } })
      accounts.push(id)
      this.manifest.tokens.push(hex(tokens.accessHash))
    }
    for (const group of [1, 2, 3]) await this.#group(900 + group, group)
    for (let id = 2; id <= people; id += 2) await this.#friends(id, id - 1)
    for (const id of accounts) {
      await store.sync.putAccountItem(id, 'draft:1', text(`draft of ${id}`), this.#nowMs)
      await store.accountSettings.set(id, { status: 1 + (id % 3), findableBy: 2 }, this.#nowMs)
    }
    for (let id = 1; id <= 5; id += 1) await this.#integrator(id)
  }

  async talk(messages: number): Promise<void> {
    const { accounts, conversations } = this.manifest
    for (let sent = 0; sent < messages; sent += 1) {
      const from = this.#random.pick(accounts)
      const to = 1 + ((from + this.#random.pick([0, 1, 5])) % people)
      const body = said(`message ${sent}: ${'还在吗? is it still there? '.repeat(sent % 9)}`)
      const { conversation, seq } = await this.#cast.sent(from, to, { body, readUpTo: 2 })
      if (!conversations.includes(conversation)) conversations.push(conversation)
      this.manifest.readers[conversation] ??= [from, to]
      if (sent % 5 === 0) await this.#act(from, conversation, seq, sent)
      if (sent % 4 === 0) await this.#speak(sent)
      if (sent % 25 === 0) await this.#file(from, to, sent)
      if (sent % 3 === 0)
        await this.#cast.move({ conversation, account: to, delivered: seq, read: seq - 1 })
    }
    await this.#world.clock.advance(60_000)
    this.manifest.nowMs = this.#nowMs
  }

  get #nowMs(): number {
    return this.#world.clock.wallMs()
  }

  async #group(id: number, number: number): Promise<void> {
    const { groups } = this.#world.store
    const { accounts } = this.manifest
    const request = () => ({ account: number, requestKey: this.#cast.mint(), nowMs: this.#nowMs })
    const members = accounts.filter((account) => account !== number && account % 4 !== number)
    const settings = {
      inviteFrom: 1,
      mentionAllFrom: 1,
      approveJoins: false,
      historyFromStart: true,
    }
    const guards = { membersMax: 500, strangersMayWrite: true }
    await groups.create(request(), id, { name: `群 ${id}`, avatar: '', members, settings }, guards)
    const [first = 0, second = 0] = members
    await groups.change(request(), id, { do: 'announce', text: 'read this' }, guards)
    await groups.change(request(), id, { do: 'remove', accounts: [first] }, guards)
    await groups.change(request(), id, { do: 'mute', account: second, untilMs: 9 }, guards)
    this.manifest.groups.push(id)
    this.manifest.conversations.push(id)
    this.manifest.readers[id] = accounts.slice(0, 5)
  }

  async #friends(one: number, other: number): Promise<void> {
    const { contacts } = this.#world.store
    const limits = {
      ...{ requestsPerDay: 90, requestsPerTarget: 9, requestWindowMs: dayMs },
      ...{ requestLifeMs: dayMs, contactsMax: 900, waitingMax: 90 },
    }
    const base = () => ({ limits, requestKey: this.#cast.mint(), nowMs: this.#nowMs })
    const asking = { do: 'request', greeting: `hello from ${one}` } as const
    await contacts.act({ ...base(), account: one, other, act: asking })
    if (one % 4 !== 0) return
    await contacts.act({ ...base(), account: other, other: one, act: { do: 'accept' } })
    await contacts.set({
      ...base(),
      account: other,
      other: one,
      remark: '老客户',
      tags: ['a', 'b'],
    })
  }

  async #integrator(id: number): Promise<void> {
    const { apiKeys, webhooks } = this.#world.store
    const hash = this.#cast.bytes(32)
    const key = { id, name: `key ${id}`, scopes: ['accounts', 'history'] as const }
    await apiKeys.create({ ...key, createdMs: id, revokedMs: 0 }, hash)
    const hook = { id, url: `https://shop.example/${id}`, secret: this.#cast.bytes(32) }
    await webhooks.create({ ...hook, createdMs: id, isPaused: false, fromMs: id, stamp: 0 })
    this.manifest.apiKeys.push(hex(hash))
    this.manifest.webhooks.push(id)
  }

  /** An edit, a recall or a reaction, by the sender. */
  async #act(from: number, conversation: number, refSeq: number, sent: number): Promise<void> {
    const withinMs = dayMs
    const acts = [
      { kind: ENTRY_KIND_EDIT, act: { type: 'edit', withinMs }, body: said(`edited ${sent}`) },
      { kind: ENTRY_KIND_RECALL, act: { type: 'recall', withinMs }, body: none },
      {
        kind: ENTRY_KIND_REACTION,
        act: { type: 'reaction', emoji: '👍', removed: false },
        body: none,
      },
    ] as const
    const chosen = acts[(sent / 5) % acts.length] ?? acts[0]
    await this.#cast.sent(from, 0, { ...chosen, refSeq, target: { conversation } })
  }

  async #speak(sent: number): Promise<void> {
    const group = this.#random.pick(this.manifest.groups)
    const body = said(`to all ${sent}`)
    await this.#cast.sent(group - 900, 0, { target: { conversation: group }, body })
  }

  async #file(from: number, to: number, sent: number): Promise<void> {
    const { files } = this.#world.store
    const blobs = await openDiskBlobs(filesFolder(this.#data))
    const bytes = this.#cast.bytes(2_000 + sent * 700)
    const hash = createHash('sha256').update(bytes).digest()
    this.#last += 1
    const upload = this.#cast.bytes(16)
    const limits = { accountBytesMax: 1e9, dayBytesMax: 1e9, uploadsMax: 90 }
    const times = { nowMs: this.#nowMs, expiresMs: this.#nowMs + dayMs }
    const named = { account: from, name: `${sent}.bin`, declaredType: '', bytes: bytes.length }
    await files.createUpload({ id: upload, ...named, ...times, limits })
    const received = { id: upload, fromBytes: 0, toBytes: bytes.length }
    await files.markReceived({ ...received, expiresMs: times.expiresMs })
    await files.intendBlobs([hash], this.#nowMs)
    await blobs.store(hash, one(bytes))
    const mediaType = 'application/octet-stream'
    const file = {
      ...{ id: this.#last, mediaType, bytes: bytes.length, width: 0, height: 0, placeholder: none },
      ...{ hash, thumbnail: none, thumbnailBytes: 0, createdMs: this.#nowMs },
    }
    await files.finishUpload({ upload, file, unsentUntilMs: this.#nowMs + dayMs, ...times })
    const what = { file: this.#last, mediaType, bytes: bytes.length }
    await this.#cast.sent(from, to, { kind: ENTRY_KIND_FILE, body: said('a file'), files: [what] })
    this.manifest.files.push(this.#last)
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const said = (value: string): Uint8Array => wire.EntryBody.encode({ text: value }).finish()

async function* one(bytes: Uint8Array) {
  yield bytes
}
