import { isUuidV7, uuidFromText, type parley } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import { IMError } from '../base/im-error.ts'
import type { SendInput, SendOptions } from './types.ts'

/** What is said, as an entry holds it. @throws IMError BAD_REQUEST */
export function bodyOf(
  input: Omit<SendInput, keyof SendOptions> & Pick<SendOptions, 'burnAfterMs'>,
): { kind: number; body: parley.v1.IEntryBody } {
  const { content, ...said } = input
  if (content === undefined && !said.text) throw new IMError('BAD_REQUEST', 'the text is empty')
  const { kind, ...special } = content ?? { kind: wire.EntryKind.ENTRY_KIND_TEXT }
  return { kind, body: { ...special, ...said } }
}

/** @throws IMError BAD_ID */
export function checkedId(text: string): Uint8Array {
  const id = uuidFromText(text)
  if (id === undefined || !isUuidV7(id)) throw new IMError('BAD_ID')
  return id
}
