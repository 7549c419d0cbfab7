import { pushes, type PushName, type PushOf } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { Engine } from './engine.ts'

/** Gives a push to the part that it is about. One of a newer server is passed over; its number was counted all the same. */
export function takePush(engine: Engine, command: number, body: Uint8Array): void {
  rowsById.get(command)?.take(engine, body)
}

interface PushRow {
  id: number
  take(engine: Engine, body: Uint8Array): void
}

function row<N extends PushName>(
  name: N,
  decode: (body: Uint8Array) => PushOf<N>,
  take: (engine: Engine, push: PushOf<N>) => void,
): PushRow {
  return { id: pushes[name].id, take: (engine, body) => take(engine, decode(body)) }
}

const pushTable: readonly PushRow[] = [
  row(
    'entry',
    (body) => wire.EntryPush.decode(body),
    (engine, push) => engine.arrivals.takeEntry(push),
  ),
  row(
    'cursor',
    (body) => wire.CursorPush.decode(body),
    (engine, push) => engine.takeCursor(push),
  ),
  row(
    'memberCursors',
    (body) => wire.MemberCursorsPush.decode(body),
    (engine, { conversation, cursors }) => {
      const state = engine.registry.byId(conversation)
      for (const { account, delivered, read } of cursors)
        state?.takeMemberCursor(account ?? 0, delivered ?? 0, read ?? 0)
    },
  ),
  row(
    'typing',
    (body) => wire.TypingPush.decode(body),
    (engine, push) => {
      engine.registry.byId(push.conversation)?.takeTyping(push.account, !push.stopped)
    },
  ),
  row(
    'accountEntry',
    (body) => wire.AccountEntryPush.decode(body),
    (engine, push) => {
      if (push.entry !== null && push.entry !== undefined) engine.items.take(push.entry)
    },
  ),
  row(
    'ownState',
    (body) => wire.OwnStates.decode(body),
    (engine, { states }) => engine.registry.takeOwn(states),
  ),
  row(
    'syncHint',
    (body) => wire.SyncHintPush.decode(body),
    (engine) => engine.synchronizer.due(),
  ),
  row(
    'presence',
    (body) => wire.PresencePush.decode(body),
    (engine, push) => engine.presences.take(push.presences),
  ),
]

const rowsById = new Map(pushTable.map((row) => [row.id, row]))
