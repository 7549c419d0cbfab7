import { capabilities, commands, frameFlags, frameKinds, notes } from '@parley/protocol'
import type { CloseName, CommandWhen, ErrorName, Frame } from '@parley/protocol'
import type { Opened } from '../../commands/port.ts'

/** What a connection can do at the moment, as far as routing needs to know. */
export interface RoutingView {
  phase: CommandWhen
  compression: boolean
}

const greetingView: RoutingView = { phase: 'greeting', compression: false }
const plainView: RoutingView = { phase: 'session', compression: false }
const compressingView: RoutingView = { phase: 'session', compression: true }

export function viewOf(opened: Opened | undefined): RoutingView {
  if (opened === undefined) return greetingView
  return compresses(opened) ? compressingView : plainView
}

export function compresses(opened: Opened): boolean {
  return (opened.capabilities & capabilities.compression) !== 0
}

export type Route =
  | { to: 'greet' }
  | { to: 'handle' }
  | { to: 'note' }
  | { to: 'ping' }
  | { to: 'bye' }
  | { to: 'refuse'; error: ErrorName }
  | { to: 'close'; reason: CloseName }
  | { to: 'nowhere' }

const greet: Route = { to: 'greet' }
const handle: Route = { to: 'handle' }
const note: Route = { to: 'note' }
const ping: Route = { to: 'ping' }
const bye: Route = { to: 'bye' }
const nowhere: Route = { to: 'nowhere' }
const badFrame: Route = { to: 'close', reason: 'BAD_FRAME' }
const unsupported: Route = { to: 'refuse', error: 'UNSUPPORTED' }
const unknownCommand: Route = { to: 'refuse', error: 'UNKNOWN_COMMAND' }
const notLoggedIn: Route = { to: 'refuse', error: 'NOT_LOGGED_IN' }
const alreadyLoggedIn: Route = { to: 'refuse', error: 'ALREADY_LOGGED_IN' }

const whenOf = new Map<number, CommandWhen>(
  Object.values(commands).map((row) => [row.id, row.when]),
)
const noteIds = new Set<number>(Object.values(notes).map((row) => row.id))

/**
 * Where a frame goes, from its header alone. A request that cannot be served is answered; what has no answer and breaks a
 * rule ends the connection; a note that a newer client may know is passed over.
 */
export function routeFrame(
  frame: Pick<Frame, 'kind' | 'flags' | 'command'>,
  view: RoutingView,
): Route {
  switch (frame.kind) {
    case frameKinds.request:
      return routeRequest(frame.flags, frame.command, view)
    case frameKinds.oneWay:
      if (!flagsFit(frame.flags, view)) return badFrame
      return view.phase === 'session' && noteIds.has(frame.command) ? note : nowhere
    case frameKinds.ping:
      return frame.flags === 0 ? ping : badFrame
    case frameKinds.close:
      return frame.flags === 0 ? bye : badFrame
    default:
      return badFrame
  }
}

function routeRequest(flags: number, command: number, view: RoutingView): Route {
  const when = whenOf.get(command)
  if (when === undefined) return unknownCommand
  if (view.phase === 'greeting') {
    if (when === 'session') return notLoggedIn
    return flags === 0 ? greet : unsupported
  }
  if (when === 'greeting') return alreadyLoggedIn
  return flagsFit(flags, view) ? handle : unsupported
}

function flagsFit(flags: number, view: RoutingView): boolean {
  return flags === 0 || (flags === frameFlags.compressed && view.compression)
}
