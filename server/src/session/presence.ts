import { presenceStatuses, type StoredSettings } from '../data/account-settings-store.ts'
import type { Clock } from '../base/clock.ts'
import type { AccountId } from '../data/model.ts'
import type { PresenceStore } from '../data/presence-store.ts'
import type { Delivery } from './delivery.ts'
import { encodePush } from './encode-push.ts'
import { PresenceNews } from './presence-news.ts'
import { KnownPresences } from './presence-known.ts'
import {
  bitsOf,
  publicState,
  shownPresence,
  type Look,
  type ShownPresence,
} from './presence-shown.ts'
import type { SessionRegistry } from './registry.ts'
import type { SessionId } from './session.ts'

/**
 * Who is online, told to those who have them on their screen, each as it may see them. Lossy and coalesced: the last
 * state wins; how often is told is bounded (see PresenceNews).
 */
export interface Presence {
  /** Replaces what the session is subscribed to. @returns how they stand now. */
  subscribe(session: SessionId, accounts: readonly AccountId[]): Promise<ShownPresence[]>
  /** How accounts stand, as this one may see them; nothing is told later. */
  look(viewer: AccountId, accounts: readonly AccountId[]): Promise<ShownPresence[]>
  forget(session: SessionId): void
  /** After a resume: what was lossy is said again. */
  tellAnew(session: SessionId): void
  /** A device of the account connected, or its connection ended. */
  connectedChanged(account: AccountId, has: 'come' | 'gone'): void
  settingsChanged(account: AccountId, settings: StoredSettings): void
  /** What is between two accounts may have changed: contacts, blocks. */
  relationChanged(one: AccountId, other: AccountId): void
}

export interface PresenceDeps {
  clock: Clock
  delivery: Pick<Delivery, 'toSessions'>
  registry: Pick<SessionRegistry, 'get' | 'ofAccount'>
  store: PresenceStore
}

export function createPresence(deps: PresenceDeps): Presence {
  const { clock, delivery, registry, store } = deps
  const looks = new Map<SessionId, Look>()
  const watchers = new Map<AccountId, Set<SessionId>>()
  const known = new KnownPresences(store, (account) => watchers.has(account))
  const news = new PresenceNews(clock, {
    watchers: (account) => watchers.get(account),
    stateOf: (account) => publicState(known.get(account), bitsOf(registry.ofAccount(account))),
    tell,
  })

  const shown = (look: Look, account: AccountId): ShownPresence =>
    shownPresence(look, known.get(account), bitsOf(registry.ofAccount(account)))

  function tell(session: SessionId, accounts: Iterable<AccountId>): void {
    const look = looks.get(session)
    if (look?.viewerSettings === undefined) return
    const presences = [...accounts]
      .filter((account) => look.accounts.has(account))
      .map((account) => shown(look, account))
    if (presences.length > 0) delivery.toSessions([session], encodePush('presence', { presences }))
  }

  function forget(session: SessionId): void {
    for (const account of looks.get(session)?.accounts ?? []) {
      const set = watchers.get(account)
      set?.delete(session)
      if (set?.size !== 0) continue
      watchers.delete(account)
      news.unwatched(account)
    }
    looks.delete(session)
    news.forget(session)
  }

  function watch(session: SessionId, look: Look): void {
    forget(session)
    if (look.accounts.size === 0) return
    looks.set(session, look)
    for (const account of look.accounts) {
      const set = watchers.get(account)
      if (set === undefined) watchers.set(account, new Set([session]))
      else set.add(session)
    }
  }

  /** What the look still needs to know. What is changed meanwhile goes before what was read. */
  async function fill(look: Look): Promise<void> {
    const accounts = [...look.accounts]
    const [relations] = await Promise.all([
      store.relations(look.viewer, accounts),
      known.fetch([...accounts, look.viewer]),
    ])
    for (const relation of relations)
      if (!look.relations.has(relation.account)) look.relations.set(relation.account, relation)
    look.viewerSettings = () => known.get(look.viewer).settings
  }

  async function rereadRelation(viewer: AccountId, other: AccountId): Promise<void> {
    const seeing = registry.ofAccount(viewer).flatMap(({ id }) => {
      const look = looks.get(id)
      return look?.accounts.has(other) === true ? [{ id, look }] : []
    })
    if (seeing.length === 0) return
    const [relation] = await store.relations(viewer, [other])
    const now = relation ?? { account: other, isContact: false, isBarred: false }
    for (const { id, look } of seeing) {
      look.relations.set(other, now)
      news.add(id, [other])
    }
  }

  return {
    async subscribe(session, accounts) {
      const viewer = registry.get(session)?.account
      if (viewer === undefined) return []
      const look = newLook(viewer, accounts)
      watch(session, look)
      try {
        await fill(look)
      } catch (fault) {
        if (looks.get(session) === look) forget(session)
        throw fault
      }
      for (const account of look.accounts) news.watched(account)
      return accounts.map((account) => shown(look, account))
    },
    async look(viewer, accounts) {
      const look = newLook(viewer, accounts)
      await fill(look)
      return accounts.map((account) => shown(look, account))
    },
    forget,
    tellAnew(session) {
      const look = looks.get(session)
      if (look !== undefined) news.add(session, look.accounts)
    },
    connectedChanged(account, has) {
      if (has === 'gone') known.seen(account, clock.wallMs(), registry.ofAccount(account))
      // NOTE of an invisible one nothing changes for anybody.
      if (known.get(account).settings.status === presenceStatuses.invisible) return
      if (has === 'come') news.note(account)
      else news.noteLater(account)
    },
    settingsChanged(account, settings) {
      const isHidden = settings.status === presenceStatuses.invisible
      const before = known.peek(account)?.settings
      const hasNewAudience = before?.lastSeenBy !== settings.lastSeenBy
      known.settled(account, settings)
      for (const session of registry.ofAccount(account)) {
        session.isHidden = isHidden
        // NOTE whoever changes what it shows sees others otherwise, too.
        const look = looks.get(session.id)
        if (look !== undefined && hasNewAudience) news.add(session.id, look.accounts)
      }
      if (hasNewAudience) news.untell(account)
      // NOTE whoever hides must look like one who goes offline, in time as well.
      if (isHidden && before?.status !== settings.status) news.noteLater(account)
      else news.note(account)
    },
    relationChanged(one, other) {
      const missed = (): void => undefined
      // NOTE lossy: what cannot be read now is right with the next subscription.
      rereadRelation(one, other).catch(missed)
      rereadRelation(other, one).catch(missed)
    },
  }
}

function newLook(viewer: AccountId, accounts: readonly AccountId[]): Look {
  return { viewer, accounts: new Set(accounts), relations: new Map(), viewerSettings: undefined }
}
