import { Refusal } from '../../../server/src/base/refusal.ts'
import { nodeHashing } from '../../../server/src/base/node/node-hashing.ts'
import type { BlobStore } from '../../../server/src/data/blob-store.ts'
import type { Store } from '../../../server/src/data/store.ts'
import { VerifiedBlobs } from '../../../server/src/logic/file/verified-bytes.ts'
import type { Manifest } from './populate.ts'

/** What was answered, as one text; a fault and a refusal for a fault are not told apart from each other. */
export const faulted = 'fault'

type Asking = [name: string, ask: () => Promise<unknown>]

/** Asks for everything there is, by every way of asking that the rules have. @returns each answer as a text */
export async function readEverything(
  store: Store,
  blobs: BlobStore,
  manifest: Manifest,
): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  for (const [name, ask] of [
    ...ofPeople(store, manifest),
    ...ofLogs(store, manifest),
    ...ofFiles(store, blobs, manifest),
  ]) {
    told.set(name, await ask().then(show, answerOf))
  }
  return told
}

/** A refusal that the undamaged store would not give is a wrong answer, but for the one that says: not now. */
function answerOf(thrown: unknown): string {
  return thrown instanceof Refusal && thrown.code !== 'BUSY' ? thrown.code : faulted
}

function ofPeople(
  store: Store,
  { accounts, tokens, apiKeys, webhooks, nowMs }: Manifest,
): Asking[] {
  return [
    ...accounts.flatMap((id): Asking[] => [
      [`account ${id}`, () => store.accounts.byId(id)],
      [`handle ${id}`, () => store.accounts.byHandle(`handle${id}`)],
      [`devices ${id}`, () => store.devices.list(id)],
      [`settings ${id}`, () => store.accountSettings.of(id)],
      [`presence ${id}`, () => store.presence.facts([id])],
      [`relations ${id}`, () => store.presence.relations(id, accounts)],
      [`relation ${id}`, () => store.contacts.relation(id, 1 + (id % accounts.length))],
      [`space ${id}`, () => store.files.space(id, nowMs)],
    ]),
    ['accounts', () => store.accounts.listAfter('', 1_000)],
    ...tokens.map((hash): Asking => [
      `token ${hash}`,
      () => store.devices.byAccessHash(bytes(hash), nowMs),
    ]),
    ...apiKeys.map((hash): Asking => [`key ${hash}`, () => store.apiKeys.byHash(bytes(hash))]),
    ['keys', () => store.apiKeys.list()],
    ['webhooks', () => store.webhooks.list()],
    ...webhooks.map((id): Asking => [`webhook ${id}`, () => store.webhooks.byId(id)]),
  ]
}

function ofLogs(store: Store, manifest: Manifest): Asking[] {
  const { accounts, conversations, readers, groups, nowMs } = manifest
  const page = { limit: 500, bytesMax: 1e9 }
  return [
    ...accounts.map((account): Asking => [`sync ${account}`, () => sync(store, account)]),
    ...accounts.map((reader): Asking => [`search ${reader}`, () => search(store, reader)]),
    ...accounts.map((reader): Asking => [
      `names ${reader}`,
      () => store.search.names(reader, 'market', 50),
    ]),
    ...conversations.flatMap((conversation): Asking[] => [
      [`feed ${conversation}`, () => store.feed.read(conversation, 1, 1_000)],
      [`head ${conversation}`, () => store.feed.head(conversation)],
      [`members ${conversation}`, () => membersOf(store, conversation)],
      ...(readers[conversation] ?? []).flatMap((reader): Asking[] => [
        [
          `view ${conversation} ${reader}`,
          () => store.conversations.view(reader, conversation, 20),
        ],
        [
          `pull ${conversation} ${reader}`,
          () => store.entries.pull({ ...page, reader, conversation, fromSeq: 1, backward: false }),
        ],
        [
          `back ${conversation} ${reader}`,
          () => store.entries.pull({ ...page, reader, conversation, fromSeq: 0, backward: true }),
        ],
      ]),
    ]),
    ...accounts.map((one): Asking => [
      `direct ${one}`,
      () => Promise.all(accounts.map((account) => store.conversations.resolve(one, { account }))),
    ]),
    ...groups.flatMap((conversation): Asking[] =>
      (readers[conversation] ?? []).flatMap((reader): Asking[] => [
        [
          `group ${conversation} ${reader}`,
          () => store.groups.members(reader, conversation, { after: 0, limit: 900, accounts: [] }),
        ],
        [
          `readers ${conversation} ${reader}`,
          () =>
            store.groups.readers({
              reader,
              conversation,
              seq: 3,
              unread: true,
              after: 0,
              limit: 900,
            }),
        ],
        [`links ${conversation} ${reader}`, () => store.groups.links(reader, conversation, nowMs)],
      ]),
    ),
  ]
}

function ofFiles(store: Store, blobs: BlobStore, { accounts, files }: Manifest): Asking[] {
  const verified = new VerifiedBlobs(blobs, nodeHashing)
  return files.map((id): Asking => [
    `file ${id}`,
    async () => {
      const answers = []
      for (const account of accounts) {
        const [file] = await store.files.readable(account, [id], 0)
        if (file === undefined) continue
        const { hash, bytes: all } = file
        answers.push(file, await whole(verified.read(hash, all, 0, all)))
        answers.push(await whole(verified.read(hash, all, 100, 900)))
      }
      return answers
    },
  ])
}

async function sync(store: Store, account: number): Promise<unknown> {
  const input = { account, since: undefined, goOn: undefined, bytesMax: 1e9 }
  const limits = { conversationsMax: 500, entriesPerConversation: 5, accountEntriesMax: 500 }
  return await store.sync.sync({ ...input, ...limits })
}

async function search(store: Store, reader: number): Promise<unknown> {
  const filters = { conversation: undefined, sender: undefined, kinds: [], fromMs: 0, toMs: 1e15 }
  const { found } = await store.search.find({
    reader,
    text: 'still',
    ...filters,
    after: undefined,
    limit: 50,
  })
  return found
}

async function membersOf(store: Store, conversation: number): Promise<unknown> {
  const { version, accounts } = await store.conversations.members(conversation)
  const at = await store.conversations.membersAt(conversation, 2)
  return [version, accounts.toSorted((a, b) => a - b), at.toSorted((a, b) => a - b)]
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const chunk of chunks) pieces.push(chunk)
  return Buffer.concat(pieces)
}

const bytes = (hash: string): Uint8Array => new Uint8Array(Buffer.from(hash, 'hex'))

function show(value: unknown): string {
  const plain = (_key: string, part: unknown) =>
    part instanceof Uint8Array ? Buffer.from(part).toString('base64') : part
  return JSON.stringify(value, plain) ?? 'undefined'
}
