import { hostname } from 'node:os'
import { wire } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { defaultServer, serverAddress } from '../command-line/server-address.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { password } from '../input/password.ts'
import {
  accountClient,
  call,
  IMError,
  LiveSession,
  nodeClock,
  nodeRandom,
  nodeTransport,
  whenReady,
  type AccountClient,
  type DeviceDescription,
} from './sdk.ts'
import { deviceFolder, DeviceStore, type DeviceName } from './device-store.ts'
import { memoryPlace, stored, storedPlace, tokenSource, type TokenPlace } from './token-source.ts'

const clientName = 'parley-terminal/0.1.0'
const backoff = { backoffMinMs: 250, backoffMaxMs: 10_000 }
const requestTimeoutMs = 20_000
const connectTimeoutMs = 10_000
const goodbyeMs = 2_000

/** Server and account of a call. @throws UsageFault */
export function deviceName({ values, environment, command }: Invocation): DeviceName {
  const server = serverAddress(values['server'] ?? (environment['PARLEY_SERVER'] || defaultServer))
  const handle = (values['as'] ?? environment['PARLEY_AS'] ?? '').trim().toLowerCase()
  if (handle === '') throw new UsageFault('--as HANDLE is missing', command)
  return { server, handle }
}

export function deviceStore({ environment }: Invocation): DeviceStore {
  return new DeviceStore(deviceFolder(environment))
}

export function thisDevice(): DeviceDescription {
  return {
    deviceClass: wire.DeviceClass.DEVICE_CLASS_TERMINAL,
    name: `parley on ${hostname()}`.slice(0, 100),
  }
}

/**
 * Tries until the caller's signal ends it: only then is a lost answer asked for under the same request key.
 * @param failed hears why an attempt failed.
 */
export function accountsAt(server: string, failed: (error: IMError) => void): AccountClient {
  const ports = { clock: nodeClock, random: nodeRandom, transport: nodeTransport() }
  const attempts = { attemptTimeoutMs: connectTimeoutMs, attemptsMax: Infinity, failed }
  return accountClient(ports, { urls: [server], ...attempts })
}

/** How a call proves who it is: by a stored device, or by a password and a device of its own. */
export interface Access {
  readonly name: DeviceName
  readonly place: TokenPlace
  readonly token: (ask: { refused: boolean; signal: AbortSignal }) => Promise<Uint8Array>
  /** The device is this call's own and ends with it. */
  readonly isShortLived: boolean
  /** Why signing in or renewing did not succeed so far. */
  trouble: IMError | undefined
}

/**
 * A password on standard input is always used; else a stored device goes first.
 * @throws UsageFault, Failure NO_PASSWORD
 */
export async function findAccess(invocation: Invocation): Promise<Access> {
  const name = deviceName(invocation)
  const store = deviceStore(invocation)
  if (!invocation.switches.has('password-stdin') && store.read(name) !== undefined)
    return storedAccess(name, storedPlace(store, name))
  return passwordAccess(name, await password(invocation, { prompt: `Password of ${name.handle}` }))
}

export function storedAccess(name: DeviceName, place: TokenPlace): Access {
  const accounts = accountsAt(name.server, (error) => (access.trouble = error))
  const token = tokenSource({ accounts, place, nowMs: Date.now })
  const access: Access = { name, place, token, isShortLived: false, trouble: undefined }
  return access
}

function passwordAccess(name: DeviceName, secret: string): Access {
  const place = memoryPlace()
  const accounts = accountsAt(name.server, (error) => (access.trouble = error))
  const renewed = tokenSource({ accounts, place, nowMs: Date.now })
  let signingIn: Promise<void> | undefined
  const signIn = async () => {
    // NOTE not bound to one attempt to connect: giving up half-way would leave a device that nobody ends.
    const credentials = { handle: name.handle, password: secret, device: thisDevice() }
    place.write(stored(await accounts.signIn(credentials), Date.now()))
  }
  const token: Access['token'] = async (ask) => {
    if (place.read() === undefined) {
      signingIn ??= signIn().finally(() => (signingIn = undefined))
      await signingIn
    }
    return renewed(ask)
  }
  const access: Access = { name, place, token, isShortLived: true, trouble: undefined }
  return access
}

export interface OpenSession {
  readonly access: Access
  readonly session: LiveSession
  /** Ends a device of this call's own, and the connection. Never rejects, never takes long. */
  end(): Promise<void>
}

/** Begins to connect, and goes on until end(). */
export function openSession(access: Access): OpenSession {
  const ports = { clock: nodeClock, random: nodeRandom, transport: nodeTransport() }
  const options = { requestTimeoutMs, connectTimeoutMs, ...backoff }
  const session = new LiveSession(ports, {
    urls: [access.name.server],
    token: access.token,
    client: clientName,
    ...options,
  })
  session.start()
  return {
    access,
    session,
    end: async () => {
      if (access.isShortLived && session.state.name === 'ready') await signOut(session)
      await session.stop()
    },
  }
}

/** What is lost here is a device that stands in the list of devices until it expires. */
async function signOut(session: LiveSession): Promise<void> {
  await call(session, 'signOut', {}, { timeoutMs: goodbyeMs }).catch(() => {})
}

/**
 * Resolves when logged in.
 * @throws IMError what the last attempt failed of, once `timeoutMs` have passed; SIGNED_OUT and the like at once.
 */
export async function whenLoggedIn(
  { session, access }: OpenSession,
  input: { timeoutMs: number; stop?: AbortSignal },
): Promise<void> {
  let latest: unknown
  const remove = session.events.on('stateChanged', (state) => {
    if (state.name === 'offline') latest = state.error ?? latest
  })
  try {
    await whenReady(session, nodeClock, input.timeoutMs, input.stop)
  } catch (thrown) {
    throw isOffline(thrown) ? (access.trouble ?? latest ?? thrown) : thrown
  } finally {
    remove()
  }
}

const isOffline = (thrown: unknown) => thrown instanceof IMError && thrown.code === 'OFFLINE'
