import type { Clock } from '../../base/clock.ts'
import type {
  ContactActInput,
  ContactOutcome,
  ContactSetInput,
  ContactStore,
} from '../contact-store.ts'
import type { Batcher } from './batcher.ts'
import type { ContactOperation } from './contact-operations.ts'
import { isCutOff, relationOf } from './contact-relation.ts'
import { contentHash } from './content-hash.ts'
import type { RequestOnce } from './request-once.ts'
import { submitOnce } from './submit-once.ts'
import type { ReadTables } from './tables.ts'
import { dueContacts } from './write-contacts.ts'

interface ContactStoreDeps {
  clock: Clock
  batcher: Batcher
  read<T>(run: (tables: ReadTables) => T): Promise<T>
}

export function contactStore(deps: ContactStoreDeps): ContactStore {
  const { batcher, read } = deps
  return {
    act: ({ requestKey, account, other, act, limits, nowMs }) => {
      const said = { type: 'actContact', other, act } as const
      const request = requestOf({ requestKey, account, nowMs }, said)
      return once(batcher, request, { ...said, account, limits, nowMs })
    },
    set: ({ requestKey, account, other, remark, tags, nowMs }) => {
      const said = { type: 'setContact', other, remark, tags } as const
      const request = requestOf({ requestKey, account, nowMs }, said)
      return once(batcher, request, { ...said, account, nowMs })
    },
    // NOTE looked at first: a commit for nothing would wake the disk again and again.
    expire: async (nowMs) =>
      (await read((tables) => dueContacts(tables, nowMs))).length === 0
        ? { changes: [], isDone: true }
        : batcher.submit({ type: 'expireContacts', nowMs }),
    relation: (account, other) => read((tables) => relationOf(tables, account, other)),
    isCutOff: (account, conversation) => read((tables) => isCutOff(tables, account, conversation)),
  }
}

/** A repeated request is answered with its first result, and changed nothing now. */
async function once(
  batcher: Batcher,
  request: RequestOnce,
  operation: Exclude<ContactOperation, { type: 'expireContacts' }>,
): Promise<ContactOutcome> {
  const { result, repeated } = await submitOnce(batcher, request, operation)
  return repeated ? { ...result, changes: [] } : result
}

const utf8 = new TextEncoder()

function requestOf(
  by: Pick<ContactActInput | ContactSetInput, 'requestKey' | 'account' | 'nowMs'>,
  said: object,
): RequestOnce {
  const hash = contentHash(0, 0, utf8.encode(JSON.stringify(said)))
  return { ...by, contentHash: hash }
}
