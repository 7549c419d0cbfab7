import type { IM, IMOptions } from './api/types.ts'
import {
  createCore,
  limitsDefault,
  outboxLink,
  type Platform,
  type Sharing,
} from './api/create-core.ts'
import { SharedSession } from './connection/shared-session.ts'
import { uuidToText, uuidV7Minter } from '@parley/protocol'
import { browserChannel, browserLocks, canShare } from './browser/browser-tabs.ts'
import { browserClock } from './browser/browser-clock.ts'
import { browserRandom } from './browser/browser-random.ts'
import { browserTransport } from './browser/browser-transport.ts'
import { idbStorage } from './browser/idb-storage.ts'

export * from './index.ts'
export { browserSession } from './browser/browser-session.ts'
export type { BrowserSession } from './browser/browser-session.ts'
export { browserTransport } from './browser/browser-transport.ts'
export { browserClock } from './browser/browser-clock.ts'
export { browserRandom } from './browser/browser-random.ts'
export { idbStorage } from './browser/idb-storage.ts'

const client = 'parley-browser/0.1.0'

export interface BrowserOptions extends IMOptions {
  /** Tabs with the same name share storage and connection. Default: the address of the server. */
  name?: string
  /** False: this tab has a connection of its own. Then give it a storage of its own, too. */
  share?: boolean
}

/**
 * A client in a browser: WebSocket with long-poll behind it, IndexedDB, and one connection for all tabs. Comes back at
 * once when the page is looked at again or the network returns.
 */
export function createIM(options: BrowserOptions): IM {
  const name = `parley:${options.name ?? options.urls?.[0] ?? options.url ?? ''}`
  const storage = options.storage ?? idbStorage(name)
  const platform = {
    clock: browserClock,
    random: browserRandom,
    transport: browserTransport(),
    client,
    fetch: (url, init) => fetch(url, init),
  } satisfies Platform
  const isShared = options.share !== false && canShare()
  const im = createCore(
    platform,
    { ...options, storage },
    isShared ? sharing(name, options) : undefined,
  )
  return wakesWithPage(im)
}

function sharing(name: string, options: BrowserOptions): Sharing {
  const clock = options.clock ?? browserClock
  const channel = browserChannel(name)
  const fill = (bytes: Uint8Array) => void browserRandom.fill(bytes)
  const tab = uuidToText(uuidV7Minter({ nowMs: () => Date.now(), fill })())
  const requestTimeoutMs = options.limits?.requestTimeoutMs ?? limitsDefault.requestTimeoutMs
  return (live) => {
    const deps = { clock, channel, locks: browserLocks(name), tab, live, requestTimeoutMs }
    const session = new SharedSession(deps)
    const link = outboxLink(channel)
    return { session, link, signedOut: () => session.signedOut() }
  }
}

function wakesWithPage(im: IM): IM {
  const wake = () => {
    if (document.visibilityState === 'visible') im.wake()
  }
  document.addEventListener('visibilitychange', wake)
  globalThis.addEventListener('online', wake)
  const stop = im.stop.bind(im)
  im.stop = async () => {
    document.removeEventListener('visibilitychange', wake)
    globalThis.removeEventListener('online', wake)
    await stop()
  }
  return im
}
