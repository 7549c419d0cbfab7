import type { AccountId, ConversationId } from '../model.ts'
import { foldedName, matchName, nameMatches } from './match-name.ts'

/** A conversation and what it may be called, the one that counts most first; newest change first. */
export interface NameCandidate {
  conversation: ConversationId
  /** Of a direct conversation the other account; else 0. */
  peer: AccountId
  names: readonly string[]
}

/** Conversations whose names are looked at for one question: those touched last. */
export const namesScannedMax = 10_000

/** The best `limit` of them; of equal ones those that changed last. */
export function rankNames(
  candidates: Iterable<NameCandidate>,
  text: string,
  limit: number,
): Omit<NameCandidate, 'names'>[] {
  const wanted = foldedName(text)
  return [...candidates]
    .map(({ conversation, peer, names }) => ({
      conversation,
      peer,
      match: Math.max(0, ...names.map((name) => matchName(name, wanted))),
    }))
    .filter(({ match }) => match > nameMatches.none)
    .toSorted((a, b) => b.match - a.match)
    .slice(0, limit)
    .map(({ conversation, peer }) => ({ conversation, peer }))
}
