import type { ConversationId, Seq, Stamp } from './model.ts'

/** An integrator's address that is told what happens. */
export interface Webhook {
  id: number
  url: string
  /** By which what is sent is signed; 32 bytes. */
  secret: Uint8Array
  createdMs: number
  isPaused: boolean
  /** Entries from this time on are told; those of a conversation with a cursor, behind it. */
  fromMs: number
  /** Whatever was touched up to this commit has been told. */
  stamp: Stamp
}

export interface WebhookCursor {
  conversation: ConversationId
  /** Told up to here. */
  seq: Seq
}

export interface WebhookStore {
  /** @throws Refusal LIMIT_REACHED beyond webhooksMax. */
  create(webhook: Webhook): Promise<void>
  byId(id: number): Promise<Webhook | undefined>
  /** Oldest first. */
  list(): Promise<Webhook[]>
  /** @returns false when there is none. */
  setPaused(id: number, isPaused: boolean): Promise<boolean>
  remove(id: number): Promise<boolean>
  /** Undefined: nothing of this conversation was told yet. */
  cursor(id: number, conversation: ConversationId): Promise<Seq | undefined>
  /** What was told. Of a webhook that is gone: nothing happens. */
  told(id: number, cursors: readonly WebhookCursor[], stamp: Stamp | undefined): Promise<void>
  /** Forgets what was told: everything from this time on is told again. @returns false when there is none. */
  replay(id: number, fromMs: number): Promise<boolean>
}

export const webhooksMax = 20
