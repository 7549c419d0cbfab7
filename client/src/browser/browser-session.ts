import { uuidToText, uuidV7Minter } from '@parley/protocol'
import type { DeviceDescription } from '../api/types.ts'
import type { SignedInDevice } from '../api/device-tokens.ts'
import type { TokenProvider } from '../connection/token.ts'
import { IMError, localErrors, type IMErrorCode } from '../base/im-error.ts'
import { errors } from '@parley/protocol'
import { backoffMs } from '../base/backoff.ts'
import { sleep } from '../base/wait.ts'
import { browserClock } from './browser-clock.ts'
import { browserRandom } from './browser-random.ts'

export interface BrowserSession {
  /** For createIM. The access token lives in memory only; it is renewed by the cookie that the page cannot read. */
  readonly token: TokenProvider
  /** Undefined until this page signed in or renewed. */
  readonly current: SignedInDevice | undefined
  /** Looks whether the browser still has a session (its cookie), as on loading a page. Undefined: sign in. */
  restore(signal?: AbortSignal): Promise<SignedInDevice | undefined>
  register(input: {
    handle: string
    password: string
    displayName?: string
    locale?: string
    device: DeviceDescription
    signal?: AbortSignal
  }): Promise<SignedInDevice>
  signIn(input: {
    handle: string
    password: string
    device: DeviceDescription
    signal?: AbortSignal
  }): Promise<SignedInDevice>
  /** Ends the device of the cookie and forgets it. */
  signOut(): Promise<void>
}

interface Held extends SignedInDevice {
  accessToken: string
  accessExpiresMs: number
}

const renewBeforeMs = 60_000
const attemptsMax = 4
const backoff = { minMs: 300, maxMs: 3_000 }

/**
 * The session of this browser, by the server's HTTP endpoints: the refresh token is in an HttpOnly cookie. Tabs renew
 * one after the other, under one Web Lock.
 */
export function browserSession(input: { baseUrl?: string } = {}): BrowserSession {
  const baseUrl = (input.baseUrl ?? location.origin).replace(/\/$/, '')
  const fill = (bytes: Uint8Array) => void browserRandom.fill(bytes)
  const mint = uuidV7Minter({ nowMs: () => Date.now(), fill })
  let held: Held | undefined

  const keep = (reply: unknown): SignedInDevice => {
    held = readHeld(reply)
    return deviceOf(held)
  }
  const renew = (signal: AbortSignal | undefined) =>
    locked(`parley-refresh:${baseUrl}`, async () =>
      keep(await post(`${baseUrl}/api/auth/refresh`, {}, signal)),
    )
  return {
    get current() {
      return held === undefined ? undefined : deviceOf(held)
    },
    token: async ({ refused, signal }) => {
      const isFresh = held !== undefined && held.accessExpiresMs - Date.now() > renewBeforeMs
      if (refused || !isFresh) await renew(signal)
      return held?.accessToken ?? ''
    },
    restore: async (signal) => {
      try {
        return await renew(signal)
      } catch (thrown) {
        if (thrown instanceof IMError && thrown.code === 'TOKEN_INVALID') return undefined
        throw thrown
      }
    },
    register: async ({ signal, ...body }) =>
      keep(
        await post(
          `${baseUrl}/api/auth/register`,
          { ...body, requestKey: uuidToText(mint()) },
          signal,
        ),
      ),
    signIn: async ({ signal, ...body }) =>
      keep(
        await post(
          `${baseUrl}/api/auth/sign-in`,
          { ...body, requestKey: uuidToText(mint()) },
          signal,
        ),
      ),
    signOut: async () => {
      held = undefined
      await post(`${baseUrl}/api/auth/sign-out`, {}, undefined)
    },
  }
}

const deviceOf = ({ account, device, handle }: SignedInDevice): SignedInDevice => ({
  account,
  device,
  handle,
})

function locked<T>(name: string, act: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return act()
  return navigator.locks.request(name, act) as Promise<T>
}

/** The same body, with the same request key, until its outcome is known. */
async function post(url: string, body: object, signal: AbortSignal | undefined): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await postOnce(url, body, signal)
    } catch (thrown) {
      const error =
        thrown instanceof IMError ? thrown : new IMError('CONNECT_FAILED', String(thrown))
      if (error.retry !== 'later' || attempt + 1 >= attemptsMax) throw error
      await sleep(
        browserClock,
        backoffMs(browserRandom, backoff, attempt, error.retryAfterMs),
        signal,
      )
    }
  }
}

async function postOnce(
  url: string,
  body: object,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    cache: 'no-store',
    ...(signal === undefined ? {} : { signal }),
  })
  const json: unknown = await reply.json().catch(() => undefined)
  if (reply.ok) return json
  throw errorFromJson(json, reply.status)
}

function errorFromJson(json: unknown, status: number): IMError {
  const { error } = (json ?? {}) as {
    error?: { code?: unknown; message?: unknown; retryAfterMs?: unknown }
  }
  const code = error?.code
  const retryAfterMs = typeof error?.retryAfterMs === 'number' ? error.retryAfterMs : 0
  const message = typeof error?.message === 'string' ? error.message : `HTTP ${status}`
  if (typeof code === 'string' && (code in errors || code in localErrors))
    return new IMError(code as IMErrorCode, message, { retryAfterMs })
  return new IMError('UNKNOWN', message, { retry: status >= 500 ? 'later' : 'never', retryAfterMs })
}

function readHeld(json: unknown): Held {
  const { account, device, handle, accessToken, accessExpiresMs } = (json ?? {}) as Partial<Held>
  if (typeof account !== 'number' || typeof device !== 'number' || typeof accessToken !== 'string')
    throw new IMError('UNKNOWN', 'the reply holds no credentials')
  return {
    account,
    device,
    handle: handle ?? '',
    accessToken,
    accessExpiresMs: accessExpiresMs ?? 0,
  }
}
