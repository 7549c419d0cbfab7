import type { AccountClient, IM, IMOptions } from './api/types.ts'
import type { Storage } from './cache/storage.ts'
import type { Transport } from './transport/transport.ts'
import { accountClient } from './api/account-client.ts'
import { createCore, type Platform } from './api/create-core.ts'
import { deviceTokens as deviceTokensOf, type DeviceTokens } from './api/device-tokens.ts'
import { nodeClock } from './node/node-clock.ts'
import { nodeRandom } from './node/node-random.ts'
import { nodeTransport } from './node/node-transport.ts'

export * from './index.ts'
export { fileStorage } from './node/file-storage.ts'
export { nodeTransport } from './node/node-transport.ts'
export { nodeClock } from './node/node-clock.ts'
export { nodeRandom } from './node/node-random.ts'

const client = 'parley-node/0.1.0'
const platform = {
  clock: nodeClock,
  random: nodeRandom,
  client,
  fetch: (url, init) => fetch(url, init),
} satisfies Omit<Platform, 'transport'>

/** A client on Node: tcp:, tls:, ws:, wss:, and http:, https: as long-poll. Without `storage` nothing survives the process. */
export function createIM(options: IMOptions): IM {
  return createCore({ ...platform, transport: nodeTransport() }, options)
}

/** Register, sign in and refresh over the wire. */
export function createAccountClient(
  url: string | readonly string[],
  options: { transport?: Transport; attemptTimeoutMs?: number; attemptsMax?: number } = {},
): AccountClient {
  const { transport = nodeTransport(), attemptTimeoutMs = 15_000, attemptsMax = 5 } = options
  const urls = typeof url === 'string' ? [url] : url
  return accountClient(
    { clock: nodeClock, random: nodeRandom, transport },
    { urls, attemptTimeoutMs, attemptsMax },
  )
}

/** The tokens of a device that lives in `storage`: hand `token` to createIM. */
export function deviceTokens(input: {
  url: string
  storage: Storage
  transport?: Transport
}): DeviceTokens {
  const { url, storage, transport } = input
  const options = transport === undefined ? {} : { transport }
  return deviceTokensOf({ client: createAccountClient(url, options), storage, clock: nodeClock })
}
