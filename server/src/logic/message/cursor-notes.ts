import type { NoteOf } from '@parley/protocol'
import type { ConversationId, Seq } from '../../data/model.ts'
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

const done = Promise.resolve()

function moveCursor(
  deps: CursorNoteDeps,
  caller: Caller,
  note: NoteOf<'received'>,
  cursor: 'delivered' | 'read',
): Promise<void> {
  const target = targetOf(note.target)
  if ('account' in target) {
    return deps.conversations.resolve(caller.account, target).then((conversation) => {
      if (conversation !== undefined) moveIn(deps, caller, conversation, note.upTo, cursor)
    })
  }
  moveIn(deps, caller, target.conversation, note.upTo, cursor)
  return done
}

function moveIn(
  deps: CursorNoteDeps,
  caller: Caller,
  conversation: ConversationId,
  upTo: Seq,
  cursor: 'delivered' | 'read',
): void {
  if (upTo < 1) return
  const { account } = caller
  const isReceived = cursor === 'delivered'
  const move = {
    conversation,
    account,
    delivered: isReceived ? upTo : 0,
    read: isReceived ? 0 : upTo,
  }
  const isHidden = deps.registry.get(caller.session)?.isHidden === true
  if (isReceived && isHidden) deps.heldReceipts.hold(move)
  else deps.receipts.move(move)
}
