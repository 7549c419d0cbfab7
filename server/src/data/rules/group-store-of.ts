import type { Changed, GroupStore } from '../group-store.ts'
import type { Batcher } from './batcher.ts'
import { contentHash } from './content-hash.ts'
import { joinRows, livingLinks, lookAtLink } from './group-links.ts'
import type { GroupOperation } from './group-operations.ts'
import { groupRow, permitted } from './group-rows.ts'
import { groupKind } from './group-tables.ts'
import { listMembers, readersOf } from './group-view.ts'
import { submitOnce } from './submit-once.ts'
import type { ReadTables } from './tables.ts'

export function groupStore(
  batcher: Batcher,
  read: <T>(run: (tables: ReadTables) => T) => Promise<T>,
): GroupStore {
  /** `asked`: what the account said; the same key with something else is refused. */
  async function once(operation: GroupOperation, asked: unknown): Promise<Changed> {
    const request = { ...operation.request, contentHash: hashOf([operation.type, asked]) }
    const { result: change, repeated } = await submitOnce(batcher, request, operation)
    return { change, repeated }
  }

  return {
    create: (request, id, group, guards) =>
      once({ type: 'createGroup', request, id, group, guards }, group),
    change: (request, conversation, act, guards, token) =>
      once({ type: 'changeGroup', request, conversation, act, guards, token }, [conversation, act]),
    join: (request, { token, text }, guards) =>
      once({ type: 'joinGroup', request, token, text, guards }, [token, text]),
    owner: (conversation) =>
      read((tables) =>
        tables.conversation(conversation)?.kind === groupKind
          ? groupRow(tables, conversation).owner
          : undefined,
      ),
    members: (reader, conversation, page) =>
      read((tables) => listMembers(tables, reader, conversation, page)),
    readers: (input) => read((tables) => readersOf(tables, input)),
    links: (reader, conversation, nowMs) =>
      read((tables) => {
        permitted(tables, conversation, reader, 'seeLinks')
        return livingLinks(tables, conversation, nowMs)
      }),
    lookAtLink: (reader, token, nowMs) =>
      read((tables) => lookAtLink(tables, reader, token, nowMs)),
    joinRequests: (reader, conversation) =>
      read((tables) => {
        permitted(tables, conversation, reader, 'seeJoins')
        return joinRows(tables, conversation).map(({ account, text, askedMs }) => ({
          account,
          text,
          askedMs,
        }))
      }),
  }
}

const utf8 = new TextEncoder()

function hashOf(asked: unknown): number {
  return contentHash(0, 0, utf8.encode(JSON.stringify(asked)))
}
