import { chmodSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const waitMsMax = 30_000
const retryMs = 20
const busy = 5

/**
 * Holds a lock of the operating system, by way of SQLite: it ends with its process, however that ends, so nothing stale
 * is ever in the way. @throws when another process holds it for too long.
 */
export async function holdLock(path: string): Promise<{ release(): void }> {
  // NOTE loaded only here: most calls refresh nothing.
  const { DatabaseSync } = await import('node:sqlite')
  const untilMs = performance.now() + waitMsMax
  for (;;) {
    const database = new DatabaseSync(path)
    try {
      database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
      chmodSync(path, 0o600)
      return { release: () => database.close() }
    } catch (thrown) {
      database.close()
      const isBusy = ((thrown as { errcode?: number }).errcode ?? 0) % 256 === busy
      if (!isBusy) throw thrown
      if (performance.now() > untilMs) throw new Error(`another process holds ${path}`)
    }
    await wait(retryMs + Math.random() * retryMs)
  }
}
