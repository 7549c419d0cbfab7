import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { nodeClock } from '../../server/src/base/node/node-clock.ts'
import { nodeRandom } from '../../server/src/base/node/node-random.ts'
import { silentLog } from '../../server/src/base/log.ts'
import { openSqliteStore } from '../../server/src/data/sqlite/thread/open-sqlite-store.ts'
import { migrations } from '../../server/src/data/sqlite/migrate.ts'
import { indexSeed } from './index-seed.ts'
import { Seeder } from './seeder.ts'
import { removeLeftFolders } from './left-folders.ts'

/** What a store holds before a run. Written through the store's own contracts, without a password for anybody. */
export interface SeedPlan {
  /** Comes on top of this one, which is only copied. */
  on?: SeedPlan
  /** All of them. */
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
  /** What each of the first `users` has said to each of the users that stand so many places after it in a ring. */
  rings?: readonly { users: number; firstStep: number; lastStep: number; messages: number }[]
  /**
   * Groups in which nobody has said anything, among the first `users`: of some from all over, or of neighbours. Where two
   * who never wrote to each other are brought together, the store looks through all that one of them is in.
   */
  smallGroups?: { groups: number; members: number; users: number; ofNeighbours?: boolean }
  /** What one user has missed in conversations with as many users from `firstFrom` on. */
  away?: readonly { user: number; firstFrom: number; conversations: number; messages: number }[]
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
  longMissedMessages: 0,
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

/** A fresh copy of the seeded store, made when there is none yet. The caller removes it. */
export async function seededFolder(plan: SeedPlan, say: (text: string) => void): Promise<string> {
  const seed = await seedOf(plan, say)
  const copy = runFolder()
  cpSync(seed, copy, { recursive: true })
  return copy
}

/** For one run of this process; not made yet. */
export function runFolder(): string {
  return join(root, `run-${process.pid}-${Date.now()}`)
}

/** The seeded store itself, made when there is none yet: only to be copied, or to be moved away. */
export async function seedOf(plan: SeedPlan, say: (text: string) => void): Promise<string> {
  const key = createHash('sha256')
    .update(JSON.stringify([seedForm, plan, migrations]))
    .digest('hex')
  const seed = join(root, `seed-${key.slice(0, 12)}`)
  if (existsSync(seed)) return seed
  mkdirSync(root, { recursive: true })
  removeLeftFolders(root)
  const below = plan.on === undefined ? undefined : await seedOf(plan.on, say)
  const startMs = performance.now()
  const cpu = process.cpuUsage()
  const partial = `${seed}.${process.pid}.partial`
  rmSync(partial, { recursive: true, force: true })
  if (below !== undefined) cpSync(below, partial, { recursive: true })
  const messages = await fill(partial, plan)
  // NOTE two may have filled the same at the same time: either will do.
  if (existsSync(seed)) removeFolder(partial)
  else renameSync(partial, seed)
  const { user, system } = process.cpuUsage(cpu)
  const seconds = ((performance.now() - startMs) / 1_000).toFixed(1)
  const accounts = plan.users - (plan.on?.users ?? 0)
  const used = ((user + system) / 1e6).toFixed(1)
  say(`seeded ${accounts} accounts and ${messages} messages in ${seconds} s, ${used} of CPU`)
  return seed
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
    for (let user = plan.on?.users ?? 0; user < plan.users; user += 1) await seeder.account(user)
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
    await fillMissed(seeder, plan)
    for (const { from, firstTo, others, messages } of plan.talks ?? [])
      for (let n = 0; n < others * messages; n += 1)
        await seeder.message(from, firstTo + (n % others))
    for (const ring of plan.rings ?? []) await seeder.ring(ring)
    for (const group of plan.groups ?? []) await seeder.group(group)
    if (plan.smallGroups !== undefined) await seeder.smallGroups(plan.smallGroups)
    await seeder.settled()
  } finally {
    await store.close()
  }
  indexSeed(folder)
  return seeder.messages
}

/** NOTE from others that are not in the ring. */
async function fillMissed(seeder: Seeder, plan: SeedPlan): Promise<void> {
  const from = { firstUser: plan.ringUsers, conversations: plan.missedConversations }
  await seeder.missed(longReturner(plan), from, plan.longMissedMessages)
  for (let user = firstReturner(plan); user < plan.users; user += 1)
    await seeder.missed(user, from, plan.missedMessages)
  for (const { user, firstFrom, conversations, messages } of plan.away ?? [])
    await seeder.missed(user, { firstUser: firstFrom, conversations }, messages)
}
