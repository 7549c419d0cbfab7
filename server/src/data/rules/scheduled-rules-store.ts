import type { NewScheduled, ScheduledRequest, ScheduledStore } from '../scheduled-store.ts'
import { scheduledKey } from '../scheduled-store.ts'
import type { Batcher } from './batcher.ts'
import { contentHash } from './content-hash.ts'
import type { RequestOnce } from './request-once.ts'
import { submitOnce } from './submit-once.ts'
import type { ReadTables } from './tables.ts'
import { dueSends } from './write-scheduled.ts'

export function scheduledStore(
  batcher: Batcher,
  clock: { wallMs(): number },
  read: <T>(run: (tables: ReadTables) => T) => Promise<T>,
): ScheduledStore {
  return {
    async schedule(input) {
      await submitOnce(batcher, requestOf(input), { type: 'schedule', input })
    },
    async change(request, atMs) {
      const operation = { type: 'changeScheduled', of: request, atMs } as const
      await submitOnce(batcher, asked(request, [operation.type, atMs]), operation)
    },
    async cancel(request) {
      const operation = { type: 'cancelScheduled', of: request } as const
      await submitOnce(batcher, asked(request, [operation.type]), operation)
    },
    async sendNow(request, entry) {
      const operation = { type: 'sendScheduled', of: request, entry } as const
      const once = await submitOnce(batcher, asked(request, [operation.type]), operation)
      return { append: once.result, repeated: once.repeated }
    },
    item: (account, clientId) =>
      read((tables) => tables.accountItem(account, scheduledKey(clientId))),
    due: (nowMs) => read((tables) => dueSends(tables, nowMs)),
    sendDue: (account, clientId, entry) => {
      const of = { account, clientId, nowMs: clock.wallMs() }
      return batcher.submit({ type: 'sendDue', of, entry })
    },
    async fail(account, clientId, error, nowMs) {
      await batcher.submit({ type: 'failScheduled', of: { account, clientId, nowMs }, error })
    },
  }
}

const utf8 = new TextEncoder()
const hashOf = (said: unknown): number => contentHash(0, 0, utf8.encode(JSON.stringify(said)))

function asked({ account, requestKey, clientId, nowMs }: ScheduledRequest, said: unknown[]) {
  return { account, requestKey, nowMs, contentHash: hashOf([...said, scheduledKey(clientId)]) }
}

/** The client id is its request key: the first result of a send is known by it as well. */
function requestOf({ entry, atMs }: NewScheduled): RequestOnce {
  const { sender: account, clientId: requestKey, target, kind, refSeq, body, nowMs } = entry
  const said = hashOf([target, atMs, contentHash(kind, refSeq, body)])
  return { account, requestKey, nowMs, contentHash: said }
}
