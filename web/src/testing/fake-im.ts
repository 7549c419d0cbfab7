import type {
  Conversation,
  ConversationSummary,
  DeviceSummary,
  IM,
  IMEvents,
  IMState,
  Me,
  Observable,
  PresenceState,
  Profile,
  SentMessage,
} from '@parley/client/browser'
import { IMError } from '@parley/client/browser'
import { Cell } from './cell.ts'
import { FakeConversation } from './fake-conversation.ts'
import type { SampleWorld } from './sample-world.ts'

type Listeners = { [N in keyof IMEvents]?: Set<(event: IMEvents[N]) => void> }

/** A client without a server: enough of one to look at every screen. */
export class FakeIM implements IM {
  readonly connectionCell = new Cell<IMState>({ name: 'online' })
  readonly accountCell: Cell<Me | undefined>
  readonly listCell = new Cell<readonly ConversationSummary[]>([])
  readonly unreadCell = new Cell(0)
  readonly outboxCell = new Cell<readonly SentMessage[]>([])
  readonly #conversations = new Map<number, FakeConversation>()
  readonly #profiles = new Map<number, Profile>()
  readonly #presence = new Map<number, PresenceState>()
  readonly #listeners: Listeners = {}
  #devices: DeviceSummary[]

  constructor(world: SampleWorld) {
    const profile = world.me
    this.accountCell = new Cell<Me | undefined>({
      account: 1,
      device: 1,
      profile,
      locale: 'zh-Hans',
    })
    for (const sample of world.conversations) {
      const { peer, online, lastSeenMs } = sample
      this.#profiles.set(peer.account, peer)
      const shown = { status: 'online', deviceClasses: [] } as const
      this.#presence.set(peer.account, { account: peer.account, online, lastSeenMs, ...shown })
      this.#conversations.set(peer.account, new FakeConversation(this, sample))
    }
    const nowMs = Date.now()
    const device = { deviceClass: 2, createdMs: nowMs, current: false, online: false }
    this.#devices = [
      {
        ...device,
        device: 1,
        name: 'Chrome on Windows',
        lastSeenMs: nowMs,
        current: true,
        online: true,
      },
      {
        ...device,
        device: 2,
        name: 'Safari on iPhone',
        deviceClass: 3,
        lastSeenMs: nowMs,
        online: true,
      },
      { ...device, device: 3, name: '', deviceClass: 6, lastSeenMs: nowMs - 2 * 86_400_000 },
    ]
    this.refresh()
  }

  get state() {
    return this.connectionCell.getSnapshot()
  }
  get connection(): Observable<IMState> {
    return this.connectionCell
  }
  get me() {
    return this.accountCell.getSnapshot()
  }
  get account(): Observable<Me | undefined> {
    return this.accountCell
  }
  get conversations(): Observable<readonly ConversationSummary[]> {
    return this.listCell
  }
  get unread(): Observable<number> {
    return this.unreadCell
  }
  get outbox(): Observable<readonly SentMessage[]> {
    return this.outboxCell
  }

  refresh() {
    const list = [...this.#conversations.values()]
      .map((each) => each.summary.getSnapshot())
      .filter(({ last, draft }) => last !== undefined || draft !== '')
      .toSorted((a, b) => b.timeMs - a.timeMs)
    this.listCell.set(list)
    this.unreadCell.set(list.reduce((sum, { unread }) => sum + unread, 0))
  }

  goOffline() {
    this.connectionCell.set({ name: 'offline', error: new IMError('OFFLINE') })
  }
  goOnline() {
    this.connectionCell.set({ name: 'online' })
    for (const each of this.#conversations.values()) each.flush()
  }

  /** Somebody says something now. */
  arrive(account: number, text: string) {
    this.#conversations.get(account)?.arrive(text)
  }
  type(account: number, active: boolean) {
    this.#conversations.get(account)?.peerTypes(active)
  }
  /** The last own message fails. */
  refuse(account: number, text: string) {
    this.#conversations.get(account)?.refuse(text)
  }

  async start() {}
  async stop() {}
  wake() {}
  on<N extends keyof IMEvents>(event: N, listener: (event: IMEvents[N]) => void) {
    const set: Set<(event: IMEvents[N]) => void> =
      (this.#listeners[event] as Set<(event: IMEvents[N]) => void> | undefined) ?? new Set()
    Object.assign(this.#listeners, { [event]: set })
    set.add(listener)
    return () => void set.delete(listener)
  }
  conversation(target: number | { account: number }): Conversation {
    if (typeof target === 'number') {
      const found = [...this.#conversations.values()].find(({ id }) => id === target)
      if (found === undefined) throw new IMError('NOT_FOUND')
      return found
    }
    const { account } = target
    const known = this.#conversations.get(account)
    if (known !== undefined) return known
    const peer = this.#profiles.get(account) ?? { ...unknownProfile, account }
    const nothing = {
      entries: [],
      unread: 0,
      peerDelivered: 0,
      peerRead: 0,
      draft: '',
      lastSeenMs: 0,
    }
    const made = new FakeConversation(this, { ...nothing, id: 0, peer, online: false })
    this.#conversations.set(account, made)
    return made
  }
  async find(handle: string): Promise<Profile> {
    const known = [...this.#profiles.values()].find((profile) => profile.handle === handle)
    if (known !== undefined) return known
    if (handle !== 'new.shop') throw new IMError('NOT_FOUND')
    const profile = { account: 90, handle, displayName: '新街口二手乐器', avatar: '', kind: 1 }
    this.#profiles.set(90, profile)
    return profile
  }
  profile(account: number) {
    return this.#profiles.get(account)
  }
  async profiles(accounts: readonly number[]) {
    return accounts.flatMap((account) => this.#profiles.get(account) ?? [])
  }
  async setProfile(input: { displayName?: string; avatar?: string; locale?: string }) {
    const old = this.me
    if (old === undefined) throw new IMError('SIGNED_OUT')
    const me = { ...old, profile: { ...old.profile, ...input } }
    this.accountCell.set(me)
    return me
  }
  async changePassword({ oldPassword }: { oldPassword: string }) {
    if (oldPassword !== 'password') throw new IMError('BAD_CREDENTIALS')
  }
  async devices() {
    return this.#devices
  }
  async endDevice(device: number) {
    this.#devices = this.#devices.filter((each) => each.device !== device)
  }
  async signOut() {}
  watchPresence() {}
  async presences(accounts: readonly number[]): Promise<PresenceState[]> {
    return accounts.flatMap((account) => this.#presence.get(account) ?? [])
  }
  presence(account: number) {
    return this.#presence.get(account)
  }
  item() {
    return undefined
  }
  async setItem() {}
  follow(): never {
    throw new IMError('UNSUPPORTED')
  }
}

const unknownProfile: Profile = { account: 0, handle: '', displayName: '', avatar: '', kind: 1 }
