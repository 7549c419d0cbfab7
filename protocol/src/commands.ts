import { accountCommands } from './commands/account.ts'
import { accountSettingsCommands } from './commands/account-settings.ts'
import { contactCommands } from './commands/contact.ts'
import { conversationCommands } from './commands/conversation.ts'
import { deviceCommands } from './commands/device.ts'
import { fileCommands } from './commands/file.ts'
import { groupCommands } from './commands/group.ts'
import { messageCommands } from './commands/message.ts'
import { pinCommands } from './commands/pins.ts'
import { presenceCommands } from './commands/presence.ts'
import type { notes, pushes } from './commands/pushes.ts'
import { registrationCommands } from './commands/registration.ts'
import { scheduledCommands } from './commands/scheduled.ts'
import { searchCommands } from './commands/search.ts'
import { syncCommands } from './commands/sync.ts'
import type { CommandEffect, CommandWhen } from './commands/row.ts'

export type { CommandEffect, CommandWhen }

/**
 * Every command a client can give. Numbers are stable and never used again: 0x01 account and device, 0x02 message,
 * 0x03 sync, 0x04 presence, 0x05 contact, 0x06 group, 0x07 search, 0x08 file,
 * 0x09 what an account keeps of conversations; pushes from 0x80 on.
 *
 * `when`: greeting (before login, and only there), session (after login).
 * `effect`: what repeating it does: none (reads), natural (the same again changes nothing more),
 * clientId or requestKey (the first result is kept, R2).
 * `target`: field 1 of the body is the Target it acts on; such commands of one connection on one target run in
 * arrival order.
 *
 * They stand together here for servers and tests. The client's core and each feature name the tables of their own, so
 * that a bundle holds the bodies it can send (client/src/connection/core-commands.ts).
 */
export const commands = {
  ...registrationCommands,
  ...accountCommands,
  ...accountSettingsCommands,
  ...deviceCommands,
  ...messageCommands,
  ...scheduledCommands,
  ...pinCommands,
  ...syncCommands,
  ...presenceCommands,
  ...contactCommands,
  ...groupCommands,
  ...searchCommands,
  ...fileCommands,
  ...conversationCommands,
} as const

export type CommandName = keyof typeof commands
export type NoteName = keyof typeof notes
export type PushName = keyof typeof pushes

/** The part of a generated message class that we use. */
export interface MessageCodec<T> {
  encode(message: T): { finish(): Uint8Array }
  decode(bytes: Uint8Array): T
}

type Decoded<C> = C extends { decode(...args: never[]): infer T } ? T : never
type Encoded<C> = C extends { encode(message: infer T, ...args: never[]): unknown } ? T : never

/** What a handler reads, and what it answers. */
export type RequestOf<N extends CommandName> = Decoded<(typeof commands)[N]['request']>
export type ReplyOf<N extends CommandName> = Encoded<(typeof commands)[N]['reply']>
/** What a client writes, and what it gets. */
export type RequestInit<N extends CommandName> = Encoded<(typeof commands)[N]['request']>
export type ReplyRead<N extends CommandName> = Decoded<(typeof commands)[N]['reply']>
export type NoteOf<N extends NoteName> = Decoded<(typeof notes)[N]['body']>
export type NoteInit<N extends NoteName> = Encoded<(typeof notes)[N]['body']>
export type PushOf<N extends PushName> = Decoded<(typeof pushes)[N]['body']>
export type PushInit<N extends PushName> = Encoded<(typeof pushes)[N]['body']>

/** What a client or server can do beyond the base protocol: bits of `capabilities`. */
export const capabilities = {
  /** Takes bodies with the compressed flag. */
  compression: 1,
} as const
