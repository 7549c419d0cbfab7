import type { AccountClient, Credentials, DeviceDescription, TokenProvider } from './types.ts'
import type { Clock } from '../base/clock.ts'
import type { Storage } from '../cache/storage.ts'
import { fromBase64, fromJsonBytes, jsonBytes, toBase64 } from '../base/bytes.ts'
import { IMError } from '../base/im-error.ts'

const key = 'auth/device'
/** A token that ends sooner than this is renewed before it is used. */
const renewBeforeMs = 60_000

export interface SignedInDevice {
  account: number
  device: number
  handle: string
}

/** The tokens of one device, kept in its storage. */
export interface DeviceTokens {
  /** For createIM. Renews by the refresh token where needed. @throws IMError SIGNED_OUT without one. */
  readonly token: TokenProvider
  /** Who is signed in on this device. */
  current(): Promise<SignedInDevice | undefined>
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
  /** Takes credentials over that were got elsewhere. */
  keep(credentials: Credentials): Promise<void>
  /** Forgets the tokens here. */
  forget(): Promise<void>
}

/**
 * Keeps and renews the tokens of a device. New tokens are stored before they are used; when the reply to a renewal is
 * lost, the same refresh token is presented again and gives the same successor.
 */
export function deviceTokens(deps: {
  client: AccountClient
  storage: Storage
  clock: Clock
}): DeviceTokens {
  const { client, storage, clock } = deps
  let known: Credentials | undefined
  let renewing: Promise<Credentials> | undefined

  const load = async () => (known ??= readStored(await storage.get(key)))
  const keep = async (credentials: Credentials) => {
    await storage.write([[key, storedBytes(credentials)]])
    known = credentials
  }
  const forget = async () => {
    known = undefined
    await storage.write([[key, undefined]])
  }
  const renew = async (stored: Credentials, signal: AbortSignal) => {
    const fresh = await client.refresh({ refreshToken: stored.refreshToken, signal })
    await keep(fresh)
    return fresh
  }
  return {
    token: async ({ refused, signal }) => {
      const stored = await load()
      if (stored === undefined) throw new IMError('SIGNED_OUT')
      if (!refused && stored.accessExpiresMs - clock.wallMs() > renewBeforeMs)
        return stored.accessToken
      renewing ??= renew(stored, signal).finally(() => (renewing = undefined))
      return (await renewing).accessToken
    },
    current: async () => {
      const stored = await load()
      return stored === undefined ? undefined : deviceOf(stored)
    },
    register: async (input) => {
      const credentials = await client.register(input)
      await keep(credentials)
      return deviceOf(credentials)
    },
    signIn: async (input) => {
      const credentials = await client.signIn(input)
      await keep(credentials)
      return deviceOf(credentials)
    },
    keep,
    forget,
  }
}

const deviceOf = ({ account, device, handle }: Credentials): SignedInDevice => ({
  account,
  device,
  handle,
})

function storedBytes(credentials: Credentials): Uint8Array {
  const { accessToken, refreshToken } = credentials
  return jsonBytes({
    ...credentials,
    accessToken: toBase64(accessToken),
    refreshToken: toBase64(refreshToken),
  })
}

function readStored(bytes: Uint8Array | undefined): Credentials | undefined {
  const json = fromJsonBytes(bytes)
  if (typeof json !== 'object' || json === null) return undefined
  const found = json as Record<keyof Credentials, unknown>
  const accessToken =
    typeof found.accessToken === 'string' ? fromBase64(found.accessToken) : undefined
  const refreshToken =
    typeof found.refreshToken === 'string' ? fromBase64(found.refreshToken) : undefined
  if (accessToken === undefined || refreshToken === undefined) return undefined
  return { ...(found as unknown as Credentials), accessToken, refreshToken }
}
