import { resolve } from 'node:path'
import type { Log } from '../base/log.ts'
import { nodeClock } from '../base/node/node-clock.ts'
import { nodeHashing } from '../base/node/node-hashing.ts'
import { createNodePasswords } from '../base/node/node-passwords.ts'
import { nodeRandom } from '../base/node/node-random.ts'
import { Refusal } from '../base/refusal.ts'
import { databasePath } from '../data/sqlite/thread/files.ts'
import { openSqliteStore, type SqliteStore } from '../data/sqlite/thread/open-sqlite-store.ts'
import type { Store } from '../data/store.ts'
import type { FilePort } from '../logic/file/file-port.ts'
import { compose, type Composed } from './compose.ts'
import { watchHealth, type Health } from './health.ts'
import type { Metrics } from './metrics.ts'
import type { Settings } from './settings.ts'
import { startFiles } from './start-files.ts'
import { createPostEvents } from './webhooks/post-events.ts'
import { startWebhooks, type Webhooks } from './webhooks/start-webhooks.ts'

/** Rules and data, on SQLite, with nothing to reach them by. */
export interface RunningRules {
  readonly composed: Composed
  readonly store: SqliteStore
  readonly health: Health
  readonly webhooks: Webhooks
  /** Resolves when the disk has failed (R15). */
  readonly failed: Promise<void>
  /** Files over HTTP. */
  readonly files: FilePort
  /** By which port clients reach HTTP, once that is known: those that come by TCP are told. */
  reachedBy(httpPort: number): void
  /** Commits what was given and lets go of the data folder. */
  close(): Promise<void>
}

export async function startRules(
  settings: Settings,
  { log, metrics }: { log: Log; metrics: Metrics },
): Promise<RunningRules> {
  const folder = resolve(settings.data)
  const ports = { clock: nodeClock, random: nodeRandom, log }
  const store = await openSqliteStore({
    ...ports,
    folder,
    onCommit: (operations, tookMs) => metrics.committed(operations, tookMs),
  })
  const failed = new Promise<void>((fail) => {
    store.onTrouble((trouble) => {
      if (trouble === 'failed') fail()
    })
  })
  const passwords = createNodePasswords()
  let { port } = settings
  const secure = settings.tlsCert !== '' || settings.behindProxy
  const httpAddress = () => ({ publicUrl: settings.publicUrl, port, secure })
  const hashing = nodeHashing
  const composed = compose({ ...ports, hashing, store, passwords, httpAddress }, settings)
  const files = await startFiles(composed, { settings, store })
  const health = watchHealth(nodeClock, () => store.probe())
  metrics.watchRules({
    ...{ health, registry: composed.registry },
    waitingOperations: () => store.waitingOperations(),
    searchBehindMs: () => store.searchBehindMs(),
    logPath: `${databasePath(folder)}-wal`,
  })
  const post = createPostEvents({ allowInner: settings.webhookInnerAddresses })
  const webhooks = startWebhooks({ ...ports, hashing: nodeHashing, store, post })
  return {
    ...{ composed, store, health, webhooks, failed, files: files.port },
    reachedBy: (httpPort) => void (port = httpPort),
    async close() {
      composed.stop()
      webhooks.stop()
      health.stop()
      await files.stop()
      await store.close()
    },
  }
}

/** A full disk does not keep the server from being read (R15). @throws what else there is */
export async function probeUnlessFull(store: Store, log: Log): Promise<void> {
  try {
    await store.probe()
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'STORAGE_FULL') throw fault
    log.warn({}, 'the disk is full: nothing is taken until there is room')
  }
}
