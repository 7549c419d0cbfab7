import { wire } from '@parley/protocol'
import { nodeHashing } from '../../base/node/node-hashing.ts'
import { createNodePasswords } from '../../base/node/node-passwords.ts'
import { nodeRandom } from '../../base/node/node-random.ts'
import { randomId } from '../../base/random.ts'
import type { AccountId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import { demoPeople, demoTalks, longTalk, type DemoTalk } from './demo-script.ts'
import { seedContacts } from './seed-contacts.ts'
import { seedGroups } from './seed-groups.ts'
import { mintAt, seedLines, type Ids } from './seed-lines.ts'

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
  await seedContacts(store, ids, nowMs)
  await seedGroups(store, ids, nowMs)
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
    requestKey: mintAt(nowMs),
  })
  if (made.status !== 'created')
    throw new Error(`the demo wants an empty data folder: ${handle} is there already`)
  return id
}

async function makeTalk(
  store: Store,
  input: { talk: DemoTalk; ids: Ids; nowMs: number },
): Promise<void> {
  const { talk, ids, nowMs } = input
  const accounts = talk.between.map((handle) => ids.get(handle) ?? 0)
  const startMs = nowMs - talk.startMinutesAgo * minuteMs
  const targetOf = (sender: AccountId) => ({
    account: accounts.find((account) => account !== sender) ?? 0,
  })
  const { conversation, seqs } = await seedLines(store, {
    ids,
    lines: talk.lines,
    startMs,
    targetOf,
  })
  const last = ids.get(talk.lines.findLast((line) => typeof line !== 'number')?.[0] ?? '')
  const delivered = seqs.at(-1) ?? 0
  const read = seqs.at(-1 - (talk.unread ?? 0)) ?? 0
  await store.entries.moveCursors(
    accounts
      .filter((account) => account !== last)
      .map((account) => ({ conversation, account, delivered, read })),
  )
}
