import { wire } from '@parley/protocol'
import { sameBytes } from './same-bytes.ts'

const { ENTRY_KIND_TEXT, ENTRY_KIND_IMAGE, ENTRY_KIND_VIDEO, ENTRY_KIND_FILE } = wire.EntryKind

/** Kinds with a text or caption of the sender's own. */
const editable: ReadonlySet<number> = new Set([
  ENTRY_KIND_TEXT,
  ENTRY_KIND_IMAGE,
  ENTRY_KIND_VIDEO,
  ENTRY_KIND_FILE,
])

export const isEditable = (kind: number): boolean => editable.has(kind)

/** Whether the second body says the first anew: nothing but text and mentions differs, and a text is not empty. */
export function isNewVersion(kind: number, before: Uint8Array, after: Uint8Array): boolean {
  const isEmptyText = kind === ENTRY_KIND_TEXT && wire.EntryBody.decode(after).text === ''
  return !isEmptyText && sameBytes(withoutText(before), withoutText(after))
}

function withoutText(body: Uint8Array): Uint8Array {
  const said = { text: '', mentions: [], mentionAll: false }
  return wire.EntryBody.encode({ ...wire.EntryBody.decode(body), ...said }).finish()
}
