/** The handle that a query may be. */
export function handleIn(query: string): string | undefined {
  const handle = query.trim().replace(/^@/, '').toLowerCase()
  return isHandle(handle) ? handle : undefined
}

/** 3 to 32 of a-z 0-9 . _ -, beginning with a letter or digit. */
export function isHandle(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,31}$/.test(text)
}
