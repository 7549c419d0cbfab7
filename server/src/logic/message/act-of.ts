import { wire } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Act } from '../../data/act.ts'
import type { Content } from './entry-body.ts'

export interface ActDeps {
  /** How long after it was sent an entry may be edited, and recalled, by its sender. */
  editWithinMs(): number
  recallWithinMs(): number
  /** Entries that may be pinned in one conversation. */
  pinsMax(): number
}

/** What a checked body does to the entry it refers to; undefined: it is a message. @throws Refusal BAD_REQUEST */
export function actOf(
  deps: ActDeps,
  kind: number,
  refSeq: number,
  content: Content,
): Act | undefined {
  const act = actBy(deps, kind, content)
  if (act !== undefined && refSeq === 0)
    throw new Refusal('BAD_REQUEST', 'an act refers to an entry')
  return act
}

function actBy(deps: ActDeps, kind: number, { reaction, pinned }: Content): Act | undefined {
  switch (kind) {
    case wire.EntryKind.ENTRY_KIND_EDIT:
      return { type: 'edit', withinMs: deps.editWithinMs() }
    case wire.EntryKind.ENTRY_KIND_RECALL:
      return { type: 'recall', withinMs: deps.recallWithinMs() }
    case wire.EntryKind.ENTRY_KIND_REACTION:
      return {
        type: 'reaction',
        emoji: reaction?.emoji ?? '',
        removed: reaction?.removed ?? false,
      }
    case wire.EntryKind.ENTRY_KIND_PIN:
      return { type: 'pin', pinned, max: deps.pinsMax() }
    default:
      return undefined
  }
}
