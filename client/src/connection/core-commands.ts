import { accountCommands, conversationCommands, deviceCommands } from '@parley/protocol'
import { messageCommands, presenceCommands, syncCommands, type commands } from '@parley/protocol'
import type { CommandName } from '@parley/protocol'

/** The commands that every client gives. Features name their own, so that a bundle holds the bodies that it can send. */
export const coreCommands = {
  ...accountCommands,
  ...deviceCommands,
  ...messageCommands,
  ...syncCommands,
  ...presenceCommands,
  ...conversationCommands,
} as const

export type CoreCommandName = keyof typeof coreCommands

/** A part of the command table that has these. */
export type CommandTable<N extends CommandName> = {
  readonly [K in N]: Pick<(typeof commands)[K], 'id' | 'request' | 'reply'>
}
