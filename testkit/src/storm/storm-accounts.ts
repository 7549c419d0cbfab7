import { createHash, randomFillSync } from 'node:crypto'
import { uuidV7Minter, wire } from '@parley/protocol'
import { silentLog } from '../../../server/src/base/log.ts'
import { nodeClock } from '../../../server/src/base/node/node-clock.ts'
import { nodeRandom } from '../../../server/src/base/node/node-random.ts'
import { openSqliteStore } from '../../../server/src/data/sqlite/thread/open-sqlite-store.ts'

const yearMs = 365 * 24 * 3_600_000
const atOnce = 1_000

/** Everything about an account follows from its number, from 0 on. */
export function tokenOf(index: number): Uint8Array {
  return createHash('sha256').update(`storm ${index}`).digest()
}

/** Accounts with a device each, written into an empty store: nobody has a password, which would take an hour to hash. */
export async function makeAccounts(folder: string, count: number): Promise<void> {
  const ports = { clock: nodeClock, random: nodeRandom, log: silentLog }
  const store = await openSqliteStore({ folder, ...ports })
  const mint = uuidV7Minter({ nowMs: Date.now, fill: (bytes) => randomFillSync(bytes) })
  const nowMs = Date.now()
  const make = (index: number) => {
    const id = index + 1
    const named = { handle: `storm${index}`, displayName: `Storm ${index}` }
    const kind = wire.AccountKind.ACCOUNT_KIND_PERSON
    const deviceClass = wire.DeviceClass.DEVICE_CLASS_PC
    return store.accounts.create({
      account: { id, kind, ...named, avatar: '', locale: 'en', passwordHash: '', createdMs: nowMs },
      device: { id, account: id, name: 'storm', deviceClass, createdMs: nowMs, lastSeenMs: 0 },
      tokens: {
        accessHash: createHash('sha256').update(tokenOf(index)).digest(),
        accessExpiresMs: nowMs + yearMs,
        refreshHash: randomFillSync(new Uint8Array(32)),
        refreshExpiresMs: nowMs + yearMs,
      },
      requestKey: mint(),
    })
  }
  try {
    for (let first = 0; first < count; first += atOnce) {
      const those = Array.from({ length: Math.min(atOnce, count - first) }, (_, at) => first + at)
      await Promise.all(those.map(make))
    }
  } finally {
    await store.close()
  }
}
