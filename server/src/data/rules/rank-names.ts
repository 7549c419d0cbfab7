import type { FoundName } from '../search-store.ts'
import { foldedName, matchName, nameMatches } from './match-name.ts'

/** Something that may be found, and what it may be called; newest change first. */
export interface NameCandidate {
  found: FoundName
  names: readonly string[]
}

/** Conversations whose names are looked at for one question, those touched last; and as many contacts without one. */
export const namesScannedMax = 10_000

/** @param named.ownNames of the other account of a direct conversation, as it calls itself. */
export function nameCandidate(named: FoundName & { ownNames: readonly string[] }): NameCandidate {
  const { ownNames, ...found } = named
  return { found, names: [found.remark, found.groupName, ...ownNames].filter(Boolean) }
}

/** The best `limit` of them; of equal ones those that changed last. */
export function rankNames(
  candidates: Iterable<NameCandidate>,
  text: string,
  limit: number,
): FoundName[] {
  const wanted = foldedName(text)
  return [...candidates]
    .map(({ found, names }) => ({
      found,
      match: Math.max(0, ...names.map((name) => matchName(name, wanted))),
    }))
    .filter(({ match }) => match > nameMatches.none)
    .toSorted((a, b) => b.match - a.match)
    .slice(0, limit)
    .map(({ found }) => found)
}
