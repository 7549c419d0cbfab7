import type { ReplyRead } from '@parley/protocol'
import { withDefaults } from '../base/with-defaults.ts'
import type { AccountId, ConversationId, DeviceId, Profile, Target } from '../base/model.ts'
import type { LoginFacts, Session, SessionState } from '../connection/session.ts'
import type { Engine } from '../sync/engine.ts'
import type { HttpEdge } from '../transport/http-fetch.ts'
import type { ConversationState } from '../sync/conversation-state.ts'
import type { PresenceState } from '../sync/presences.ts'
import type { Conversation, DeviceSummary, IM, IMEvents, IMState, Me } from './types.ts'
import { Cell } from '../base/cell.ts'
import { Emitter } from '../base/emitter.ts'
import { IMError } from '../base/im-error.ts'
import { abortable } from '../base/wait.ts'
import { call, callPatiently } from '../connection/calls.ts'
import { readProfile } from '../connection/profile.ts'
import { namesMe } from '../sync/group-facts.ts'
import { ConversationFace } from './conversation.ts'
import { giveFeatureAccess } from './feature-access.ts'
import { followAll } from './follow-all.ts'

export interface IMParts {
  session: Session
  engine: Engine
  http: HttpEdge
  /** Tells the other tabs that this account left. */
  signedOut(): void
}

const deviceDefault: DeviceSummary = {
  device: 0,
  deviceClass: 0,
  name: '',
  createdMs: 0,
  lastSeenMs: 0,
  current: false,
  online: false,
}

/** The face of the whole client. */
export class IMFace implements IM {
  readonly connection: Cell<IMState>
  readonly account: Cell<Me | undefined>
  readonly conversations: IM['conversations']
  readonly unread: IM['unread']
  readonly outbox: IM['outbox']
  readonly #session: Session
  readonly #engine: Engine
  readonly #parts: IMParts
  readonly #emitter = new Emitter<IMEvents>()
  readonly #faces = new WeakMap<ConversationState, ConversationFace>()
  #isStopped = false
  #stopping: Promise<void> | undefined
  #hasSignedOut = false
  #told: IMState | undefined

  constructor(parts: IMParts) {
    const { session, engine, http } = parts
    this.#session = session
    this.#engine = engine
    this.#parts = parts
    this.connection = new Cell((before) =>
      this.#hasSignedOut ? signedOut : sameState(before, stateOf(session.state, engine.isCurrent)),
    )
    this.account = new Cell(() => meOf(engine.facts.getSnapshot()))
    this.conversations = engine.registry.summaries
    this.unread = engine.registry.unread
    this.outbox = engine.outbox.all
    engine.isHeard = () => this.#emitter.heard('messageReceived')
    this.#connect()
    giveFeatureAccess(this, engine, http)
  }

  get state(): IMState {
    return this.connection.getSnapshot()
  }

  get me(): Me | undefined {
    return this.account.getSnapshot()
  }

  async start(input: { signal?: AbortSignal } = {}): Promise<void> {
    if (this.#isStopped) throw new IMError('STOPPED')
    await this.#engine.load()
    if (this.#isStopped) throw new IMError('STOPPED')
    this.#session.start()
    await abortable<void>(input.signal, (done) => {
      const look = () => {
        const { state } = this
        if (state.name === 'online') done.resolve(undefined)
        else if (state.name === 'signedOut') done.reject(state.error ?? new IMError('SIGNED_OUT'))
        else if (state.name === 'kicked') done.reject(state.error ?? new IMError('KICKED'))
        else if (this.#isStopped) done.reject(new IMError('STOPPED'))
      }
      const removers = [
        this.#emitter.on('state', look),
        this.#session.events.on('stateChanged', look),
      ]
      look()
      return () => {
        for (const remove of removers) remove()
      }
    })
  }

  stop(): Promise<void> {
    this.#isStopped = true
    this.#stopping ??= this.#end()
    return this.#stopping
  }

  async #end(): Promise<void> {
    await this.#session.stop()
    await this.#engine.close()
  }

  wake(): void {
    this.#session.wake()
    this.#engine.synchronizer.due()
  }

  on<N extends keyof IMEvents>(event: N, listener: (event: IMEvents[N]) => void): () => void {
    return this.#emitter.on(event, listener)
  }

  conversation(target: ConversationId | { account: AccountId }): Conversation {
    const at: Target =
      typeof target === 'number' ? { conversation: target } : { account: target.account }
    return this.#face(this.#engine.registry.at(at))
  }

  async find(handle: string, input: { signal?: AbortSignal } = {}): Promise<Profile> {
    const profile = await this.#ask('findAccount', { handle }, input.signal)
    return this.#engine.profiles.take(profile)
  }

  profile(account: AccountId): Profile | undefined {
    return this.#engine.profiles.look(account)
  }

  profiles(
    accounts: readonly AccountId[],
    input: { signal?: AbortSignal } = {},
  ): Promise<Profile[]> {
    return this.#engine.profiles.fetch(accounts, input.signal)
  }

  async setProfile(input: { displayName?: string; avatar?: string; locale?: string }): Promise<Me> {
    const own = await this.#ask('setProfile', input)
    const facts = this.#engine.facts.getSnapshot()
    if (facts === undefined) throw new IMError('OFFLINE')
    const profile = this.#engine.profiles.take(readProfile(own.profile))
    this.#engine.keepFacts({ ...facts, profile, locale: own.locale })
    return { account: facts.account, device: facts.device, profile, locale: own.locale }
  }

  async changePassword(input: {
    oldPassword: string
    newPassword: string
    endOthers?: boolean
  }): Promise<void> {
    // NOTE once only: repeated after its own success it would fail on the old password.
    const { oldPassword, newPassword, endOthers = false } = input
    await call(this.#session, 'changePassword', { oldPassword, newPassword, endOthers })
  }

  async devices(input: { signal?: AbortSignal } = {}): Promise<readonly DeviceSummary[]> {
    const { devices } = await this.#ask('listDevices', {}, input.signal)
    return devices.map((device) => withDefaults(deviceDefault, device))
  }

  async endDevice(device: DeviceId): Promise<void> {
    await this.#ask('endDevice', { device })
  }

  async signOut(input: { everywhere?: boolean } = {}): Promise<void> {
    const { everywhere = false } = input
    // NOTE offline it ends here all the same; the server's side can be ended from another device.
    await call(this.#session, 'signOut', { everywhere }).catch(() => {})
    this.#parts.signedOut()
    await this.#session.stop()
    await this.#engine.clear()
    this.#hasSignedOut = true
    this.#tellState()
  }

  watchPresence(accounts: readonly AccountId[]): void {
    this.#engine.presences.watch(accounts)
  }

  presence(account: AccountId): PresenceState | undefined {
    return this.#engine.presences.get(account)
  }

  presences(
    accounts: readonly AccountId[],
    input: { signal?: AbortSignal } = {},
  ): Promise<readonly PresenceState[]> {
    return this.#engine.presences.fetch(accounts, input.signal)
  }

  item(key: string): Uint8Array | undefined {
    return this.#engine.items.get(key)
  }

  setItem(key: string, body: Uint8Array): Promise<void> {
    return this.#engine.items.set(key, body)
  }

  follow(input: { signal?: AbortSignal } = {}): ReturnType<IM['follow']> {
    return followAll(this.#engine, (state) => this.#face(state), input.signal)
  }

  async orderPinned(conversations: readonly ConversationId[]): Promise<void> {
    const { states } = await this.#ask('orderPinned', { conversations: [...conversations] })
    this.#engine.registry.takeOwn(states)
  }

  #ask<N extends 'orderPinned' | 'findAccount' | 'setProfile' | 'listDevices' | 'endDevice'>(
    name: N,
    request: Parameters<typeof callPatiently<N>>[2],
    signal?: AbortSignal,
  ): Promise<ReplyRead<N>> {
    return callPatiently(this.#engine.context, name, request, signal)
  }

  #face(state: ConversationState): ConversationFace {
    const known = this.#faces.get(state)
    if (known !== undefined) return known
    const face = new ConversationFace(this.#engine, state)
    this.#faces.set(state, face)
    state.events.on('united', (other) => {
      if (!this.#faces.has(other)) this.#faces.set(other, face)
    })
    return face
  }

  #connect(): void {
    const { events } = this.#engine
    const emitter = this.#emitter
    this.#session.events.on('stateChanged', () => {
      this.#hasSignedOut = false
      this.#tellState()
    })
    events.on('syncedChanged', () => this.#tellState())
    events.on('factsChanged', () => this.account.changed())
    events.on('presenceChanged', (presence) => emitter.emit('presenceChanged', presence))
    events.on('profileChanged', (profile) => emitter.emit('profileChanged', profile))
    events.on('itemChanged', (item) => emitter.emit('itemChanged', item))
    events.on('storageFailed', (failure) => emitter.emit('storageFailed', failure))
    events.on('outgoingChanged', (message) => {
      const conversation = this.#face(this.#engine.registry.at(message.record.target))
      emitter.emit('sentMessageChanged', { conversation, message })
    })
    events.on('added', (state) => {
      const conversation = () => this.#face(state)
      state.events.on('messageTaken', (message) => {
        if (!emitter.heard('messageReceived')) return
        const { muted } = state.summary.getSnapshot()
        const notify = !message.mine && (!muted || namesMe(message, this.me?.account ?? 0))
        emitter.emit('messageReceived', { conversation: conversation(), message, notify })
      })
      state.events.on('typingChanged', (typing) =>
        emitter.emit('typingChanged', { conversation: conversation(), ...typing }),
      )
      state.events.on('receiptMoved', (receipt) =>
        emitter.emit('receiptMoved', { conversation: conversation(), ...receipt }),
      )
    })
  }

  #tellState(): void {
    this.connection.changed()
    const { state } = this
    if (state === this.#told) return
    this.#told = state
    this.#emitter.emit('state', state)
  }
}

const signedOut: IMState = { name: 'signedOut', error: undefined }

function stateOf(state: SessionState, isCurrent: boolean): IMState {
  switch (state.name) {
    case 'idle':
    case 'stopped':
      return { name: 'offline', error: undefined }
    case 'ready':
      return { name: isCurrent ? 'online' : 'syncing' }
    default:
      return state
  }
}

/** Equal states keep their identity. */
function sameState(before: IMState | undefined, state: IMState): IMState {
  if (before?.name !== state.name) return state
  const errorOf = (one: IMState) => ('error' in one ? one.error : undefined)
  return errorOf(before) === errorOf(state) ? before : state
}

function meOf(facts: LoginFacts | undefined): Me | undefined {
  if (facts === undefined) return undefined
  const { account, device, profile, locale } = facts
  return { account, device, profile, locale }
}
