import type { ConversationSummary } from '@parley/client/browser'

/** Whether a name or handle contains every word of the query, whatever its case and accents. */
export function matches(summary: ConversationSummary, query: string): boolean {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return true
  const profile = summary.peerProfile
  if (profile === undefined) return false
  const place = fold(`${profile.displayName} @${profile.handle}`)
  return words.every((word) => place.includes(word))
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** The handle that a query may be. */
export function handleIn(query: string): string | undefined {
  const handle = query.trim().replace(/^@/, '').toLowerCase()
  return isHandle(handle) ? handle : undefined
}

/** 3 to 32 of a-z 0-9 . _ -, beginning with a letter or digit. */
export function isHandle(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,31}$/.test(text)
}
