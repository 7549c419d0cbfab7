import { lastCountableKind, wire } from '@parley/protocol'

/** What of an entry can be found by words; undefined: nothing, and it is not in the index at all. */
export function searchableText(kind: number, body: Uint8Array): string | undefined {
  if (kind < 1 || kind > lastCountableKind) return undefined
  try {
    return textOf(wire.EntryBody.decode(body))
  } catch {
    // NOTE bodies are checked when they are sent; one that a newer program stored may not be ours to read.
    return undefined
  }
}

function textOf(body: ReturnType<typeof wire.EntryBody.decode>): string {
  const { text, attachments, location, forward } = body
  const parts = [
    text,
    ...attachments.map(({ name }) => name),
    location?.name,
    location?.address,
    forward?.title,
    ...(forward?.entries ?? []).map((entry) =>
      entry.body ? wire.EntryBody.decode(entry.body).text : undefined,
    ),
  ]
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n')
}
