import { mutedForeverMs } from '@parley/protocol'
import { withDefaults } from '../base/with-defaults.ts'

/** What this account keeps of a conversation for itself (OwnState on the wire). */
export interface OwnState {
  /** The higher one is newer. */
  readonly version: number
  readonly pinned: number
  readonly mutedUntilMs: number
  readonly unreadBelow: number
  readonly archivedBelow: number
  readonly hiddenBelow: number
}

type OwnStateRead = { [Key in keyof OwnState]?: OwnState[Key] | null } | null | undefined

export const ownStateNone: OwnState = {
  version: 0,
  pinned: 0,
  mutedUntilMs: 0,
  unreadBelow: 0,
  archivedBelow: 0,
  hiddenBelow: 0,
}

export function readOwnState(read: OwnStateRead): OwnState {
  return withDefaults(ownStateNone, read)
}

export function newerOwnState(known: OwnState, state: OwnState): OwnState {
  return state.version > known.version ? state : known
}

/** How it stands now. */
export interface OwnStanding {
  /** The higher comes first; 0: not pinned. */
  readonly pinned: number
  readonly muted: boolean
  /** In server time; 0: not muted. */
  readonly mutedUntilMs: number
  readonly markedUnread: boolean
  readonly archived: boolean
  readonly hidden: boolean
}

export function standingOf(
  own: OwnState,
  { headCount, read }: { headCount: number; read: number },
  nowMs: number,
): OwnStanding {
  const muted = own.mutedUntilMs > nowMs
  return {
    pinned: own.pinned,
    muted,
    mutedUntilMs: muted ? own.mutedUntilMs : 0,
    markedUnread: read < own.unreadBelow,
    archived: headCount < own.archivedBelow || (own.archivedBelow > 0 && muted),
    hidden: headCount < own.hiddenBelow,
  }
}

/** A timer may not run longer than this. */
const lookAgainMsMax = 24 * 3_600_000

/** After how long what is muted has to be looked at again; undefined: never. */
export function muteLeftMs({ mutedUntilMs }: OwnState, nowMs: number): number | undefined {
  if (mutedUntilMs >= mutedForeverMs || mutedUntilMs <= nowMs) return undefined
  return Math.min(mutedUntilMs - nowMs, lookAgainMsMax)
}

/** What a line of the list adds to the sum of unread: what is muted counts once where it names us. */
export function unreadWeight(line: OwnStanding & { unread: number; mentioned: number }): number {
  if (line.archived || line.hidden) return 0
  if (line.muted) return line.mentioned > 0 ? 1 : 0
  return line.unread > 0 ? line.unread : line.markedUnread ? 1 : 0
}
