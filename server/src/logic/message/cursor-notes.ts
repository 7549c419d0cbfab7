import type { NoteOf } from '@parley/protocol'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { targetOf } from '../conversation/target.ts'
import type { SessionRegistry } from '../../session/registry.ts'
import type { HeldReceipts } from './held-receipts.ts'
import type { Receipts } from './receipts.ts'

export interface CursorNoteDeps {
  conversations: Pick<Store['conversations'], 'resolve'>
  receipts: Receipts
  heldReceipts: HeldReceipts
  registry: Pick<SessionRegistry, 'get'>
}

/** The device holds every entry up to here. */
export function received(
  deps: CursorNoteDeps,
  caller: Caller,
  note: NoteOf<'received'>,
): Promise<void> {
  return moveCursor(deps, caller, note, 'delivered')
}

/** The person has read up to here. */
export function read(deps: CursorNoteDeps, caller: Caller, note: NoteOf<'read'>): Promise<void> {
  return moveCursor(deps, caller, note, 'read')
}

async function moveCursor(
  deps: CursorNoteDeps,
  caller: Caller,
  note: NoteOf<'received'>,
  cursor: 'delivered' | 'read',
): Promise<void> {
  const target = targetOf(note.target)
  const { account } = caller
  const conversation =
    'conversation' in target
      ? target.conversation
      : await deps.conversations.resolve(account, target)
  if (conversation === undefined || note.upTo < 1) return
  const move = { conversation, account, delivered: 0, read: 0, [cursor]: note.upTo }
  const isHidden = deps.registry.get(caller.session)?.isHidden === true
  if (cursor === 'delivered' && isHidden) deps.heldReceipts.hold(move)
  else deps.receipts.move(move)
}
