import {
  accountItemBytesMax,
  capabilities,
  clientNameBytesMax,
  frameBodyBytesMax,
  pageEntriesMax,
  pushAckMs,
  requestsInFlightMax,
  textBytesMax,
  tokenBytes,
  type ReplyOf,
  type RequestOf,
} from '@parley/protocol'
import { randomId, type Random } from '../../base/random.ts'
import type { Clock } from '../../base/clock.ts'
import type { Hashing } from '../../base/crypto.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Account, AccountId, DeviceId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { SessionRegistry } from '../../session/registry.ts'
import type { Route, Session } from '../../session/session.ts'
import type { Attempts } from './attempts.ts'
import { checkClientVersion } from './client-version.ts'
import { ownAccountOf } from './profile.ts'

export interface LoginDeps {
  clock: Clock
  random: Random
  hashing: Hashing
  attempts: Attempts
  accounts: Store['accounts']
  devices: Store['devices']
  presenceStore: Pick<Store['presence'], 'hidden'>
  registry: SessionRegistry
  generation: Uint8Array
  heartbeatMs: number
  /** Such as "0.1.0"; clients below it are refused. */
  minClient: string
}

export interface OpenedLogin {
  session: Session
  reply: ReplyOf<'login'>
}

/** What this server can do. */
const capabilitiesHere = capabilities.compression

/** Opens a session by access token. */
export async function login(
  deps: LoginDeps,
  origin: { address: string; route: Route },
  request: RequestOf<'login'>,
): Promise<OpenedLogin> {
  deps.attempts.checkTokens(origin.address)
  if (request.client.length > clientNameBytesMax)
    throw new Refusal('TOO_LARGE', 'client is too long')
  checkClientVersion(request.client, deps.minClient)
  const nowMs = deps.clock.wallMs()
  const token = request.accessToken
  const found =
    token.length === tokenBytes
      ? await deps.devices.byAccessHash(deps.hashing.sha256(token), nowMs)
      : undefined
  if (found === undefined) {
    deps.attempts.badToken(origin.address)
    throw new Refusal('TOKEN_INVALID')
  }
  const resumeKey = deps.random.fill(new Uint8Array(tokenBytes))
  const session: Session = {
    id: randomId(deps.random),
    account: found.account.id,
    device: found.device.id,
    deviceClass: found.device.deviceClass,
    epoch: 1,
    resumeHash: deps.hashing.sha256(resumeKey),
    capabilities: request.capabilities & capabilitiesHere,
    route: origin.route,
    resumableUntilMs: 0,
  }
  if (!deps.registry.open(session)) throw new Refusal('TOKEN_INVALID')
  // NOTE read once the session is registered: a change meanwhile finds it there.
  const isHidden = await isInvisible(deps, session.account)
  session.isHidden ??= isHidden
  deps.devices.seen(found.device.id, nowMs)
  return { session, reply: loginReply(deps, { session, resumeKey, account: found.account }) }
}

/** What cannot be read must not betray anybody. */
async function isInvisible(
  { presenceStore }: Pick<LoginDeps, 'presenceStore'>,
  account: AccountId,
): Promise<boolean> {
  return presenceStore.hidden([account]).then(
    (hidden) => hidden.has(account),
    () => true,
  )
}

/** Takes a session over on a new connection; the former route is to be closed by the caller. */
export async function resume(
  deps: LoginDeps,
  origin: { address: string; route: Route },
  request: RequestOf<'resume'>,
): Promise<OpenedLogin & { former: Route | undefined }> {
  deps.attempts.checkTokens(origin.address)
  const resumeKey = deps.random.fill(new Uint8Array(tokenBytes))
  const taken = deps.registry.resume(request.session, deps.hashing.sha256(request.resumeKey), {
    route: origin.route,
    resumeHash: deps.hashing.sha256(resumeKey),
    capabilities: request.capabilities & capabilitiesHere,
  })
  if (taken.status === 'unknown') {
    deps.attempts.badToken(origin.address)
    throw new Refusal('RESUME_FAILED')
  }
  const { session, former } = taken
  const account = await deps.accounts.byId(session.account)
  if (account === undefined) throw new Refusal('RESUME_FAILED')
  return { session, former, reply: loginReply(deps, { session, resumeKey, account }) }
}

function loginReply(
  deps: LoginDeps,
  opened: { session: Session; resumeKey: Uint8Array; account: Account },
): ReplyOf<'login'> {
  const { session, resumeKey, account } = opened
  const device: DeviceId = session.device
  return {
    session: session.id,
    resumeKey,
    epoch: session.epoch,
    heartbeatMs: deps.heartbeatMs,
    serverTimeMs: deps.clock.wallMs(),
    limits: {
      frameBodyBytesMax,
      textBytesMax,
      pageEntriesMax,
      requestsInFlightMax,
      pushAckMs,
      accountItemBytesMax,
    },
    minClient: deps.minClient,
    capabilities: session.capabilities,
    generation: deps.generation,
    account: ownAccountOf(account),
    device,
  }
}
