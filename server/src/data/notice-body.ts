import { wire } from '@parley/protocol'
import type { GroupNotice } from './group-store.ts'

/** The body of a notice entry: the same bytes wherever it is encoded. */
export function noticeBody(notice: GroupNotice): Uint8Array {
  return wire.EntryBody.encode({ notice }).finish()
}

export const noticeKind: number = wire.EntryKind.ENTRY_KIND_NOTICE
