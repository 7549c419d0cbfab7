import { pageBytesMax } from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import { RecentCache } from '../../base/recent-cache.ts'
import { Refusal } from '../../base/refusal.ts'
import type { AccountSettingsStore } from '../account-settings-store.ts'
import type { AccountStore } from '../account-store.ts'
import type { ContactStore } from '../contact-store.ts'
import type { ConversationStore } from '../conversation-store.ts'
import { deviceLimitDefault, type DeviceStore } from '../device-store.ts'
import type { Append, EntryStore, NewEntry } from '../entry-store.ts'
import type { ApiKeyStore } from '../api-key-store.ts'
import type { FeedStore } from '../feed-store.ts'
import type { PresenceStore } from '../presence-store.ts'
import type { SearchStore } from '../search-store.ts'
import type { FileStore } from '../file-store.ts'
import type { AccountId, Profile } from '../model.ts'
import type { GroupStore } from '../group-store.ts'
import type { ScheduledStore } from '../scheduled-store.ts'
import type { OwnStateStore } from '../own-state-store.ts'
import type { SyncStore } from '../sync-store.ts'
import type { WebhookStore } from '../webhook-store.ts'
import type { Batcher } from './batcher.ts'
import { dueBurns } from './burn-due.ts'
import { ClockSteps } from './burn-clock.ts'
import { isAnyBurning } from './burns.ts'
import { settingsOf } from './account-settings-table.ts'
import { contactStore } from './contact-rules-store.ts'
import { conversationView } from './conversation-view.ts'
import { createFileStore } from './file-rules-store.ts'
import { feedStore } from './feed-rules-store.ts'
import type { Gained } from './gained.ts'
import { apiKeyStore, webhookStore } from './integrator-stores.ts'
import { CursorQueue } from './cursor-queue.ts'
import { targetOf } from './direct-conversation.ts'
import { timeOf } from './time-of.ts'
import { presenceStore } from './presence-rules-store.ts'
import { groupStore } from './group-store-of.ts'
import { groupTable } from './group-tables.ts'
import { pinnedEntries } from './pins.ts'
import type { RecentLists } from './recent-lists.ts'
import { ownStateStore } from './own-state-rules-store.ts'
import { pullEntries } from './pull-entries.ts'
import { SeenQueue } from './seen-queue.ts'
import { syncPage } from './sync-page.ts'
import { scheduledStore } from './scheduled-rules-store.ts'
import { scanSearch } from './scan-search.ts'
import type { ReadTables } from './tables.ts'
import { toAccount, toDevice } from './from-rows.ts'

export interface RulesStoreDeps {
  clock: Clock
  /** Writes, and resolves after the commit. */
  batcher: Batcher
  /** Sees what is committed, and only that. */
  tables: ReadTables
  /** Told by the engine of what it commits. */
  gained: Gained
  /** Told by the engine of what it commits. */
  recent: RecentLists
  /** Told of everything a read throws, before the caller is. */
  onReadFault: (fault: unknown) => void
}

export interface RulesStore {
  accounts: AccountStore
  devices: DeviceStore
  entries: EntryStore
  conversations: ConversationStore
  groups: GroupStore
  ownStates: OwnStateStore
  sync: SyncStore
  /** By reading all there is: an engine that has an index takes its own. */
  search: SearchStore
  files: FileStore
  contacts: ContactStore
  accountSettings: AccountSettingsStore
  apiKeys: ApiKeyStore
  webhooks: WebhookStore
  feed: FeedStore
  presence: PresenceStore
  scheduled: ScheduledStore
  probe(): Promise<void>
  /** Commits what was given; afterwards nothing is taken. */
  drain(): Promise<void>
}

/** The contracts over any way to commit and any tables to read. */
export function createRulesStore(deps: RulesStoreDeps): RulesStore {
  const { clock, batcher } = deps
  const cursors = new CursorQueue(clock, batcher)
  const seen = new SeenQueue(clock, batcher)
  return {
    accounts: accountStore(deps),
    devices: deviceStore(deps, seen),
    entries: entryStore(deps, cursors),
    conversations: conversationStore(deps),
    groups: groupStore(batcher, (run) => read(deps, run)),
    ownStates: ownStateStore(batcher),
    sync: syncStore(deps),
    search: scanSearch(deps.tables),
    files: createFileStore(batcher, (run) => read(deps, run)),
    contacts: contactStore({ clock, batcher, read: (run) => read(deps, run) }),
    presence: presenceStore((run) => read(deps, run)),
    scheduled: scheduledStore(batcher, clock, (run) => read(deps, run)),
    accountSettings: {
      of: (account) => read(deps, (tables) => settingsOf(tables, account)),
      set: (account, patch, nowMs) =>
        batcher.submit({ type: 'setAccountSettings', account, patch, nowMs }),
    },
    apiKeys: apiKeyStore(batcher, (run) => read(deps, run)),
    webhooks: webhookStore(batcher, (run) => read(deps, run)),
    feed: feedStore(deps.gained, (run) => read(deps, run)),
    probe: () => batcher.submit({ type: 'probe' }),
    drain: () => {
      seen.flush()
      cursors.flush()
      return batcher.close()
    },
  }
}

/** One snapshot for everything that `run` reads. */
async function read<T>(deps: RulesStoreDeps, run: (tables: ReadTables) => T): Promise<T> {
  try {
    return deps.tables.snapshot(() => run(deps.tables))
  } catch (fault) {
    if (!(fault instanceof Refusal)) deps.onReadFault(fault)
    throw fault
  }
}

/** Profiles that are known without reading them: every sync and every list asks for them again. */
export const profilesKnownMax = 50_000

function accountStore(deps: RulesStoreDeps): AccountStore {
  const { batcher } = deps
  const known = new RecentCache<AccountId, Profile>(profilesKnownMax)

  function profileOf(tables: ReadTables, account: AccountId): Profile | undefined {
    const profile = known.get(account) ?? tables.profile(account)
    if (profile !== undefined) known.set(account, profile)
    return profile
  }

  return {
    create: (input) => batcher.submit({ type: 'createAccount', input }),
    createAlone: (account, requestKey) =>
      batcher.submit({ type: 'createAccountAlone', account, requestKey }),
    byHandle: (handle) =>
      read(deps, (tables) => {
        const row = tables.accountByHandle(handle)
        return row && toAccount(row)
      }),
    byId: (account) =>
      read(deps, (tables) => {
        const row = tables.account(account)
        return row && toAccount(row)
      }),
    profiles: async (accounts) => {
      const found = await read(deps, (tables) =>
        [...new Set(accounts)].flatMap((account) => profileOf(tables, account) ?? []),
      )
      known.trim()
      return found
    },
    listAfter: (handle, limit) =>
      read(deps, (tables) => tables.accountsAfter(handle, limit).map(toAccount)),
    setProfile: async (account, patch) => {
      try {
        return await batcher.submit({ type: 'setProfile', account, patch })
      } finally {
        // NOTE only now: what was read until here may be older than the commit, what is read from here on is not.
        known.delete(account)
      }
    },
    setPassword: (account, passwordHash) =>
      batcher.submit({ type: 'setPassword', account, passwordHash }),
  }
}

function deviceStore(deps: RulesStoreDeps, seen: SeenQueue): DeviceStore {
  const { batcher, clock } = deps
  return {
    create: (device, tokens, requestKey, limit = deviceLimitDefault) =>
      batcher.submit({ type: 'createDevice', device, tokens, requestKey, limit }),
    setTokens: (device, tokens) => batcher.submit({ type: 'setTokens', device, tokens }),
    rotate: (presentedHash, next, nowMs) =>
      batcher.submit({ type: 'rotate', presentedHash, next, nowMs }),
    byAccessHash: (accessHash, nowMs) =>
      read(deps, (tables) => {
        const token = tables.accessToken(accessHash)
        if (token === undefined || token.expiresMs <= nowMs) return undefined
        const device = tables.device(token.device)
        if (device === undefined || device.endedMs !== 0) return undefined
        const account = tables.account(device.account)
        return account && { account: toAccount(account), device: toDevice(device) }
      }),
    living: (ids) => read(deps, (tables) => ids.filter((id) => tables.device(id)?.endedMs === 0)),
    list: (account) =>
      read(deps, (tables) =>
        tables
          .livingDevices(account)
          .toSorted((a, b) => b.createdMs - a.createdMs || b.id - a.id)
          .map(toDevice),
      ),
    end: (account, devices, except) =>
      batcher.submit({ type: 'endDevices', account, devices, except, nowMs: clock.wallMs() }),
    seen: (device, nowMs) => seen.note(device, nowMs),
  }
}

function entryStore(deps: RulesStoreDeps, cursors: CursorQueue): EntryStore {
  const burnSteps = new ClockSteps(timeOf(deps.clock))
  return {
    append: (entry) => append(deps, entry),
    pull: (input) => read(deps, (tables) => pullEntries(tables, input)),
    pins: (input) => read(deps, (tables) => pinnedEntries(tables, input)),
    moveCursors: (moves) => cursors.move(moves),
    burnDue: async (nowMs) => {
      const isDue = await read(deps, (tables) => dueBurns(tables, nowMs).length > 0)
      const isWaiting = await read(deps, isAnyBurning)
      // NOTE looked at first: a commit for nothing would wake the disk again and again.
      const time = timeOf(deps.clock)
      const stepMs = burnSteps.stepMs(time)
      const isQuiet = !isDue && (stepMs === 0 || !isWaiting)
      const burnt = isQuiet ? [] : await deps.batcher.submit({ type: 'burnDue' })
      burnSteps.settle(time, stepMs)
      if (isQuiet) return { burnt, isWaiting }
      return { burnt, isWaiting: await read(deps, isAnyBurning) }
    },
  }
}

function append(deps: RulesStoreDeps, entry: NewEntry): Promise<Append> {
  return deps.batcher.submit({ type: 'append', entry }).catch(refusedAppend)
}

function refusedAppend(thrown: unknown): Append {
  if (!(thrown instanceof Refusal)) throw thrown
  return { status: 'refused', error: thrown.code }
}

function conversationStore(deps: RulesStoreDeps): ConversationStore {
  return {
    resolve: (account, target) =>
      read(deps, (tables) => {
        const id = targetOf(tables, account, target)
        if (id === undefined) return undefined
        return tables.member(id, account) === undefined ? undefined : id
      }),
    members: (conversation) =>
      read(deps, (tables) => ({
        version: tables.row(groupTable, [conversation])?.membersSeq ?? 0,
        accounts: [...tables.membersIn(conversation, Number.MAX_SAFE_INTEGER)],
      })),
    membersAt: (conversation, seq) => read(deps, (tables) => tables.membersAt(conversation, seq)),
    view: (account, conversation, entriesMax) =>
      read(deps, (tables) =>
        conversationView(tables, account, conversation, {
          entriesMax,
          bytesMax: pageBytesMax,
          withAvatar: true,
        }),
      ),
  }
}

function syncStore(deps: RulesStoreDeps): SyncStore {
  return {
    sync: (input) => read(deps, (tables) => syncPage(tables, deps.recent, input)),
    putAccountItem: (account, key, body, nowMs) =>
      deps.batcher.submit({ type: 'putAccountItem', account, key, body, nowMs }),
  }
}
