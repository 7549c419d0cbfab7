import { uuidV7Minter, wire } from '@parley/protocol'
import { nodeHashing } from '../../base/node/node-hashing.ts'
import { createNodePasswords } from '../../base/node/node-passwords.ts'
import { nodeRandom } from '../../base/node/node-random.ts'
import { randomId } from '../../base/random.ts'
import type { AccountId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import { demoPeople, demoTalks, longTalk, type DemoTalk } from './demo-script.ts'

export interface DemoLogin {
  handle: string
  displayName: string
  password: string
}

const passwordBytes = 9
const minuteMs = 60_000

/** Fills an empty store. Every password is random. */
export async function seedDemo(store: Store, nowMs: number): Promise<DemoLogin[]> {
  const ids = new Map<string, AccountId>()
  const logins: DemoLogin[] = []
  for (const person of demoPeople) {
    const password = Buffer.from(nodeRandom.fill(new Uint8Array(passwordBytes))).toString(
      'base64url',
    )
    ids.set(person.handle, await makeAccount(store, { ...person, password, nowMs }))
    logins.push({ handle: person.handle, displayName: person.displayName, password })
  }
  for (const talk of [longTalk(), ...demoTalks]) await makeTalk(store, { talk, ids, nowMs })
  return logins
}

async function makeAccount(
  store: Store,
  input: { handle: string; displayName: string; locale: string; password: string; nowMs: number },
): Promise<AccountId> {
  const { handle, displayName, locale, password, nowMs } = input
  const id = randomId(nodeRandom)
  const secret = () => nodeHashing.sha256(nodeRandom.fill(new Uint8Array(32)))
  const made = await store.accounts.create({
    account: {
      id,
      kind: wire.AccountKind.ACCOUNT_KIND_PERSON,
      handle,
      displayName,
      avatar: '',
      locale,
      passwordHash: await createNodePasswords().hash(password),
      createdMs: nowMs,
    },
    device: {
      id: randomId(nodeRandom),
      account: id,
      deviceClass: wire.DeviceClass.DEVICE_CLASS_WEB,
      name: 'Demo',
      createdMs: nowMs,
      lastSeenMs: nowMs,
    },
    tokens: {
      accessHash: secret(),
      accessExpiresMs: nowMs,
      refreshHash: secret(),
      refreshExpiresMs: nowMs,
    },
    requestKey: uuidV7Minter({ nowMs: () => nowMs, fill: (bytes) => nodeRandom.fill(bytes) })(),
  })
  if (made.status !== 'created')
    throw new Error(`the demo wants an empty data folder: ${handle} is there already`)
  return id
}

async function makeTalk(
  store: Store,
  input: { talk: DemoTalk; ids: ReadonlyMap<string, AccountId>; nowMs: number },
): Promise<void> {
  const { talk, ids, nowMs } = input
  let atMs = nowMs - talk.startMinutesAgo * minuteMs
  const mint = uuidV7Minter({ nowMs: () => atMs, fill: (bytes) => nodeRandom.fill(bytes) })
  const accounts = talk.between.map((handle) => ids.get(handle) ?? 0)
  const lastSender = talk.lines.findLast((line) => typeof line !== 'number')?.[0]
  let conversation = 0
  let seq = 0
  for (const line of talk.lines) {
    if (typeof line === 'number') {
      atMs += line * minuteMs
      continue
    }
    const [handle, text] = line
    const sender = ids.get(handle) ?? 0
    const peer = accounts.find((account) => account !== sender) ?? 0
    const appended = await store.entries.append({
      target: { account: peer },
      sender,
      clientId: mint(),
      kind: wire.EntryKind.ENTRY_KIND_TEXT,
      refSeq: 0,
      body: wire.EntryBody.encode({ text }).finish(),
      after: new Uint8Array(),
      readUpTo: seq,
      nowMs: atMs,
      guards: { strangersMayWrite: true },
      newConversationId: randomId(nodeRandom),
    })
    if (appended.status === 'refused')
      throw new Error(`the demo's history was refused: ${appended.error}`)
    conversation = appended.conversation
    seq = appended.seq
    atMs += minuteMs / 2
  }
  const last = ids.get(lastSender ?? '')
  const readers = accounts.filter((account) => account !== last)
  const read = Math.max(0, seq - (talk.unread ?? 0))
  await store.entries.moveCursors(
    readers.map((account) => ({ conversation, account, delivered: seq, read })),
  )
}
