import type { CommandName, NoteName, NoteOf, ReplyOf, RequestOf } from '@parley/protocol'
import type { Caller } from '../logic/caller.ts'

export type GreetingName = 'register' | 'signIn' | 'refresh' | 'login' | 'resume'
export type SessionCommandName = Exclude<CommandName, GreetingName>

export type Handler<N extends SessionCommandName> = (
  caller: Caller,
  request: RequestOf<N>,
) => Promise<ReplyOf<N>>
export type HandlersOf<N extends SessionCommandName> = { [K in N]: Handler<K> }
export type NoteHandlersOf<N extends NoteName> = {
  [K in N]: (caller: Caller, note: NoteOf<K>) => Promise<void>
}
