import type { AccountSettingsStore } from './account-settings-store.ts'
import type { ApiKeyStore } from './api-key-store.ts'
import type { AccountStore } from './account-store.ts'
import type { ContactStore } from './contact-store.ts'
import type { ConversationStore } from './conversation-store.ts'
import type { DeviceStore } from './device-store.ts'
import type { EntryStore } from './entry-store.ts'
import type { PresenceStore } from './presence-store.ts'
import type { SearchStore } from './search-store.ts'
import type { FeedStore } from './feed-store.ts'
import type { FileStore } from './file-store.ts'
import type { GroupStore } from './group-store.ts'
import type { ScheduledStore } from './scheduled-store.ts'
import type { OwnStateStore } from './own-state-store.ts'
import type { SyncStore } from './sync-store.ts'
import type { WebhookStore } from './webhook-store.ts'

/** What happened to the store that the process must act on (R15). */
export type StoreTrouble = 'failed' | 'full' | 'recovered'

/** What is remembered, whole. Every engine runs the behaviour suites beside these contracts. */
export interface Store {
  readonly accounts: AccountStore
  readonly devices: DeviceStore
  readonly entries: EntryStore
  readonly conversations: ConversationStore
  readonly groups: GroupStore
  readonly ownStates: OwnStateStore
  readonly sync: SyncStore
  readonly search: SearchStore
  readonly files: FileStore
  readonly contacts: ContactStore
  readonly accountSettings: AccountSettingsStore
  readonly apiKeys: ApiKeyStore
  readonly webhooks: WebhookStore
  readonly feed: FeedStore
  readonly presence: PresenceStore
  readonly scheduled: ScheduledStore
  /** 16 bytes; changes with a restore or a migration that rewrites. */
  readonly generation: Uint8Array
  /** The key from which refresh tokens are derived; made once for a store, 32 bytes, never leaves the server. */
  readonly serverKey: Uint8Array
  /** Makes a real commit. Resolves when it is durable; rejects when the store cannot write. */
  probe(): Promise<void>
  /** A consistent copy at `path` (a file that must not exist), taken while serving. */
  backup(path: string): Promise<void>
  onTrouble(listener: (trouble: StoreTrouble) => void): void
  /** Commits what was given, then closes. */
  close(): Promise<void>
}
