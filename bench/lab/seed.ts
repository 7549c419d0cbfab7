import { createHash, randomFillSync } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { uuidV7Minter, wire } from '@parley/protocol'
import { nodeClock } from '../../server/src/base/node/node-clock.ts'
import { nodeRandom } from '../../server/src/base/node/node-random.ts'
import { silentLog } from '../../server/src/base/log.ts'
import { Refusal } from '../../server/src/base/refusal.ts'
import { openSqliteStore } from '../../server/src/data/sqlite/thread/open-sqlite-store.ts'
import { migrations } from '../../server/src/data/sqlite/migrate.ts'
import type { Device, TokenHashes } from '../../server/src/data/model.ts'
import type { Store } from '../../server/src/data/store.ts'
import { accessToken, accountId, deviceId, handleOf, moreDeviceId } from './accounts.ts'
import { bodyBytes } from './body.ts'

/** What a store holds before a run. Written through the store's own contracts, without a password for anybody. */
export interface SeedPlan {
  users: number
  /** Conversation of each even user with the next one; both see it. */
  messagesPerPair: number
  /** The first so many users have a conversation with each of the `ringNeighbours` users after them, in a ring. */
  ringUsers: number
  ringNeighbours: number
  /** The last so many users have missed this much. */
  returners: number
  missedConversations: number
  missedMessages: number
  /** One more user, before the returners, has missed this much in as many conversations. */
  longMissedMessages: number
  /** So many users from `firstUser` on have `each` more devices. */
  moreDevices?: { firstUser: number; users: number; each: number }
  /** Groups of `members` users from `firstUser` on, who is their owner. */
  groups?: readonly { id: number; firstUser: number; members: number }[]
  /** What one user has said to each of so many others. */
  talks?: readonly { from: number; firstTo: number; others: number; messages: number }[]
}

/** Nobody has said anything yet. */
export const quietPlan = {
  ...{ messagesPerPair: 0, ringUsers: 0, ringNeighbours: 0, returners: 0 },
  ...{ missedConversations: 1, missedMessages: 0, longMissedMessages: 0 },
} as const

export const quickPlan: SeedPlan = {
  users: 20_000,
  messagesPerPair: 4,
  ringUsers: 2_000,
  ringNeighbours: 25,
  returners: 2_000,
  missedConversations: 20,
  missedMessages: 100,
  longMissedMessages: 10_000,
  moreDevices: { firstUser: 16_000, users: 200, each: 2 },
}

export const fullPlan: SeedPlan = {
  ...quickPlan,
  users: 100_000,
  messagesPerPair: 10,
  ringUsers: 10_000,
}

/** The user that was away for long, and those that were away. */
export const longReturner = (plan: SeedPlan): number => plan.users - plan.returners - 1
export const firstReturner = (plan: SeedPlan): number => plan.users - plan.returners

const root = join(tmpdir(), `parley-bench-${userInfo().username}`)
/** Raised when the same plan is filled in otherwise. */
const seedForm = 4
const inFlightMax = 4_000
const yearMs = 365 * 24 * 3_600_000

/** A fresh copy of the seeded store, made when there is none yet. The caller removes it. */
export async function seededFolder(plan: SeedPlan, say: (text: string) => void): Promise<string> {
  const key = createHash('sha256')
    .update(JSON.stringify([seedForm, plan, migrations]))
    .digest('hex')
  const seed = join(root, `seed-${key.slice(0, 12)}`)
  if (!existsSync(seed)) {
    const startMs = performance.now()
    const partial = `${seed}.${process.pid}.partial`
    rmSync(partial, { recursive: true, force: true })
    mkdirSync(root, { recursive: true })
    const messages = await fill(partial, plan)
    // NOTE two may have filled the same at the same time: either will do.
    if (existsSync(seed)) removeFolder(partial)
    else renameSync(partial, seed)
    const seconds = ((performance.now() - startMs) / 1_000).toFixed(1)
    say(`seeded ${plan.users} accounts and ${messages} messages in ${seconds} s`)
  }
  const copy = join(root, `run-${process.pid}-${Date.now()}`)
  cpSync(seed, copy, { recursive: true })
  return copy
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

async function fill(folder: string, plan: SeedPlan): Promise<number> {
  const store = await openSqliteStore({
    folder,
    clock: nodeClock,
    random: nodeRandom,
    log: silentLog,
  })
  const seeder = new Seeder(store)
  try {
    for (let user = 0; user < plan.users; user += 1) await seeder.account(user)
    await seeder.settled()
    await seeder.moreDevices(plan)
    for (let user = 0; user + 1 < firstReturner(plan) - 1; user += 2) {
      for (let n = 0; n < plan.messagesPerPair; n += 1) await seeder.message(user, user + 1)
    }
    for (let user = 0; user < plan.ringUsers; user += 1) {
      for (let step = 1; step <= plan.ringNeighbours; step += 1)
        await seeder.message(user, (user + step) % plan.ringUsers)
    }
    await seeder.settled()
    await seeder.missed(longReturner(plan), plan, plan.longMissedMessages)
    for (let user = firstReturner(plan); user < plan.users; user += 1)
      await seeder.missed(user, plan, plan.missedMessages)
    for (const { from, firstTo, others, messages } of plan.talks ?? [])
      for (let n = 0; n < others * messages; n += 1)
        await seeder.message(from, firstTo + (n % others))
    for (const group of plan.groups ?? []) await seeder.group(group)
    await seeder.settled()
    await indexed(store)
    return seeder.messages
  } finally {
    await store.close()
  }
}

function deviceOf(user: number, createdMs: number): Device {
  return {
    ...{ id: deviceId(user), account: accountId(user), name: 'bench' },
    ...{ deviceClass: wire.DeviceClass.DEVICE_CLASS_PC, createdMs, lastSeenMs: 0 },
  }
}

function tokensOf(user: number, device = 0): TokenHashes {
  const expiresMs = Date.now() + yearMs
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  return {
    ...{ accessHash: sha256(accessToken(user, device)), accessExpiresMs: expiresMs },
    refreshHash: sha256(randomFillSync(new Uint8Array(32))),
    refreshExpiresMs: expiresMs,
  }
}

/** NOTE a run measures what its own messages cost, not what the seed left to do. One question waits only so long. */
async function indexed({ search }: Store): Promise<void> {
  for (;;) {
    try {
      return await search.caughtUp()
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
    }
  }
}

class Seeder {
  messages = 0
  readonly #store: Store
  readonly #mint = uuidV7Minter({ nowMs: Date.now, fill: (bytes) => randomFillSync(bytes) })
  readonly #running = new Set<Promise<unknown>>()
  readonly #body = wire.EntryBody.encode({ text: 'x'.repeat(bodyBytes) }).finish()

  constructor(store: Store) {
    this.#store = store
  }

  async account(user: number): Promise<void> {
    const nowMs = Date.now()
    const id = accountId(user)
    const handle = handleOf(user)
    await this.#run(
      this.#store.accounts.create({
        account: {
          ...{ id, kind: wire.AccountKind.ACCOUNT_KIND_PERSON, handle, displayName: handle },
          ...{ avatar: '', locale: 'en', passwordHash: '', createdMs: nowMs },
        },
        device: deviceOf(user, nowMs),
        tokens: tokensOf(user),
        requestKey: this.#mint(),
      }),
    )
  }

  async moreDevices({ moreDevices }: SeedPlan): Promise<void> {
    if (moreDevices === undefined) return
    const { firstUser, users, each } = moreDevices
    for (let user = firstUser; user < firstUser + users; user += 1) {
      for (let number = 1; number <= each; number += 1)
        await this.#store.devices.create(
          { ...deviceOf(user, Date.now() + number), id: moreDeviceId(user, number) },
          tokensOf(user, number),
          this.#mint(),
        )
    }
  }

  async message(from: number, to: number): Promise<void> {
    this.messages += 1
    const bytes = randomFillSync(new Uint8Array(6))
    const appended = this.#store.entries.append({
      target: { account: accountId(to) },
      sender: accountId(from),
      clientId: this.#mint(),
      kind: wire.EntryKind.ENTRY_KIND_TEXT,
      refSeq: 0,
      body: this.#body,
      after: new Uint8Array(0),
      readUpTo: 0,
      nowMs: Date.now(),
      guards: { strangersMayWrite: true },
      newConversationId: 1 + Buffer.from(bytes).readUIntBE(0, 6),
    })
    await this.#run(
      appended.then(({ status }) => {
        if (status !== 'appended') throw new Error(`a seeded message was ${status}`)
      }),
    )
  }

  /** Messages for one user, from others that are not in the ring. */
  async missed(user: number, plan: SeedPlan, messages: number): Promise<void> {
    const { ringUsers, missedConversations } = plan
    for (let n = 0; n < messages; n += 1)
      await this.message(ringUsers + (n % missedConversations), user)
  }

  async group({ id, firstUser, members }: NonNullable<SeedPlan['groups']>[number]): Promise<void> {
    const role = wire.GroupRole
    await this.#store.groups.create(
      { account: accountId(firstUser), requestKey: this.#mint(), nowMs: Date.now() },
      id,
      {
        ...{ name: `group of ${members}`, avatar: '' },
        members: Array.from({ length: members - 1 }, (_, at) => accountId(firstUser + 1 + at)),
        settings: {
          ...{ inviteFrom: role.GROUP_ROLE_MEMBER, mentionAllFrom: role.GROUP_ROLE_ADMIN },
          ...{ approveJoins: false, historyFromStart: false },
        },
      },
      { membersMax: members, strangersMayWrite: true },
    )
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running)
  }

  async #run(work: Promise<unknown>): Promise<void> {
    const done = work.finally(() => this.#running.delete(done))
    this.#running.add(done)
    if (this.#running.size >= inFlightMax) await this.settled()
  }
}
