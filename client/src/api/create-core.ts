import type { Clock } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import type { Storage } from '../cache/storage.ts'
import type { HttpFetch } from '../transport/http-fetch.ts'
import type { Transport } from '../transport/transport.ts'
import type { Session } from '../connection/session.ts'
import type { TabChannel } from '../connection/tabs.ts'
import type { OutboxLink, OutboxNews } from '../sync/outbox.ts'
import type { IM, IMLimits, IMOptions } from './types.ts'
import { MemoryStorage } from '../cache/memory-storage.ts'
import { IMError } from '../base/im-error.ts'
import { LiveSession } from '../connection/live-session.ts'
import { Engine } from '../sync/engine.ts'
import { IMFace } from './im.ts'

export const limitsDefault: IMLimits = {
  requestTimeoutMs: 20_000,
  connectTimeoutMs: 15_000,
  backoffMinMs: 500,
  backoffMaxMs: 30_000,
  sendWindow: 16,
  heldAfterMs: 24 * 3_600_000,
  outboxMax: 10_000,
  windowEntriesMax: 1_000,
  cachedEntriesMax: 200,
  gapEntriesMax: 500,
}

export interface Platform {
  clock: Clock
  random: Random
  transport: Transport
  client: string
  /** For files; without it there are none. */
  fetch?: HttpFetch
}

/** How a session is shared between tabs, where it is. */
export type Sharing = (live: () => LiveSession) => {
  session: Session
  link: OutboxLink
  signedOut(): void
}

/** Unsent messages are told over the same channel as everything else. */
export function outboxLink(channel: TabChannel): OutboxLink {
  return {
    publish: (news) => channel.post({ type: 'outbox', news }),
    listen: (heard) =>
      channel.listen((message) => {
        if (message.type === 'outbox') heard(message.news as OutboxNews)
      }),
  }
}

/** Puts the parts together on a platform's defaults. */
export function createCore(platform: Platform, options: IMOptions, sharing?: Sharing): IM {
  const limits = { ...limitsDefault, ...options.limits }
  const clock = options.clock ?? platform.clock
  const random = options.random ?? platform.random
  const transport = options.transport ?? platform.transport
  const storage: Storage = options.storage ?? new MemoryStorage()
  const urls = options.urls ?? (options.url === undefined ? [] : [options.url])
  if (urls.length === 0) throw new IMError('BAD_REQUEST', 'createIM needs a url')
  const { requestTimeoutMs, connectTimeoutMs, backoffMinMs, backoffMaxMs } = limits
  const live = () =>
    new LiveSession(
      { clock, random, transport },
      {
        urls,
        token: options.token,
        client: options.client ?? platform.client,
        requestTimeoutMs,
        connectTimeoutMs,
        backoffMinMs,
        backoffMaxMs,
      },
    )
  const shared = sharing?.(live)
  const session = shared?.session ?? live()
  const backoff = { minMs: backoffMinMs, maxMs: backoffMaxMs }
  const engine = new Engine({
    clock,
    random,
    session,
    storage,
    link: shared?.link,
    limits,
    backoff,
  })
  const http = { urls, token: options.token, fetch: platform.fetch }
  return new IMFace({ session, engine, http, signedOut: () => shared?.signedOut() })
}
