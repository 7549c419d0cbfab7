import { registrationCommands, uuidV7Minter } from '@parley/protocol'
import type { ReplyRead, RequestInit } from '@parley/protocol'
import type { AccountClient, Credentials } from './types.ts'
import type { ConnectionDeps } from '../connection/wire-connection.ts'
import { backoffMs } from '../base/backoff.ts'
import { IMError, toIMError } from '../base/im-error.ts'
import { sleep, within } from '../base/wait.ts'
import { decodeReply, encodeRequest } from '../connection/calls.ts'
import { WireConnection } from '../connection/wire-connection.ts'

export interface AccountClientOptions {
  urls: readonly string[]
  /** One attempt, connecting included. */
  attemptTimeoutMs: number
  /** Attempts where the outcome is not known or passing. */
  attemptsMax: number
  /** Why an attempt failed that is about to be repeated. */
  failed?: (error: IMError) => void
}

type Greeting = keyof typeof registrationCommands
const backoff = { minMs: 300, maxMs: 5_000 }

/** What can be said before login, each on a connection of its own. */
export function accountClient(deps: ConnectionDeps, options: AccountClientOptions): AccountClient {
  const fill = (bytes: Uint8Array) => void deps.random.fill(bytes)
  const mint = uuidV7Minter({ nowMs: () => deps.clock.wallMs(), fill })
  return {
    register({ handle, password, displayName = '', locale = '', device, signal }) {
      const request = { handle, password, displayName, locale, device, requestKey: mint() }
      return persist(deps, options, 'register', request, signal)
    },
    signIn({ handle, password, device, signal }) {
      return persist(
        deps,
        options,
        'signIn',
        { handle, password, device, requestKey: mint() },
        signal,
      )
    },
    refresh({ refreshToken, signal }) {
      return persist(deps, options, 'refresh', { refreshToken }, signal)
    },
  }
}

/** The same request, with the same request key, until its outcome is known. */
async function persist<N extends Greeting>(
  deps: ConnectionDeps,
  options: AccountClientOptions,
  name: N,
  request: RequestInit<N>,
  signal: AbortSignal | undefined,
): Promise<Credentials> {
  const never = new AbortController().signal
  for (let attempt = 0; ; attempt += 1) {
    const url = options.urls[attempt % options.urls.length] ?? ''
    try {
      const reply = await greetOnce(
        deps,
        { url, timeoutMs: options.attemptTimeoutMs },
        name,
        request,
        signal ?? never,
      )
      return readCredentials(reply)
    } catch (thrown) {
      const error = toIMError(thrown)
      if (error.retry !== 'later' || attempt + 1 >= options.attemptsMax) throw error
      options.failed?.(error)
      await sleep(deps.clock, backoffMs(deps.random, backoff, attempt, error.retryAfterMs), signal)
    }
  }
}

async function greetOnce<N extends Greeting>(
  deps: ConnectionDeps,
  at: { url: string; timeoutMs: number },
  name: N,
  request: RequestInit<N>,
  signal: AbortSignal,
): Promise<ReplyRead<N>> {
  const attempt = new AbortController()
  const either = AbortSignal.any([signal, attempt.signal])
  const silent = { pushed() {}, behind() {}, ended() {} }
  let connection: WireConnection | undefined
  try {
    const opening = WireConnection.open(deps, at.url, silent, either)
    connection = await within(deps.clock, opening, at.timeoutMs, signal)
    const body = encodeRequest(registrationCommands, name, request)
    const call = connection.call(registrationCommands[name].id, body, at.timeoutMs)
    const reply = await within(deps.clock, call, at.timeoutMs, signal)
    return decodeReply(registrationCommands, name, reply)
  } finally {
    attempt.abort()
    connection?.close(true)
  }
}

function readCredentials(reply: ReplyRead<Greeting>): Credentials {
  const { account, device, handle, accessExpiresMs, refreshExpiresMs } = reply
  if (account === 0 || reply.accessToken.length === 0)
    throw new IMError('INTERNAL', 'no credentials came')
  return {
    account,
    device,
    handle,
    accessToken: reply.accessToken.slice(),
    accessExpiresMs,
    refreshToken: reply.refreshToken.slice(),
    refreshExpiresMs,
  }
}
