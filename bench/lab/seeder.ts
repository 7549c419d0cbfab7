import { createHash, randomFillSync } from 'node:crypto'
import { uuidV7Minter, wire } from '@parley/protocol'
import type { Device, TokenHashes } from '../../server/src/data/model.ts'
import type { Store } from '../../server/src/data/store.ts'
import { accessToken, accountId, deviceId, handleOf, moreDeviceId } from './accounts.ts'
import { bodyBytes } from './body.ts'
import type { SeedPlan } from './seed.ts'

/** Operations under way: below what a store lets wait, and several of its batches. */
const inFlightMax = 4_000
/** Drawn at once: most of what an id costs is the call. */
const drawnBytes = 65_536
const yearMs = 365 * 24 * 3_600_000

/** Gives a store what a plan says, through its contracts, with the next batches under way while one commits. */
export class Seeder {
  messages = 0
  readonly #store: Store
  readonly #mint = uuidV7Minter({ nowMs: Date.now, fill: draw })
  readonly #body = wire.EntryBody.encode({ text: 'x'.repeat(bodyBytes) }).finish()
  #inFlight = 0
  #fault: unknown
  #waiting: { belowOrAt: number; resolve(): void } | undefined

  constructor(store: Store) {
    this.#store = store
  }

  async account(user: number): Promise<void> {
    const nowMs = Date.now()
    const id = accountId(user)
    const handle = handleOf(user)
    await this.#run(
      this.#store.accounts.create({
        account: {
          ...{ id, kind: wire.AccountKind.ACCOUNT_KIND_PERSON, handle, displayName: handle },
          ...{ avatar: '', locale: 'en', passwordHash: '', createdMs: nowMs },
        },
        device: deviceOf(user, nowMs),
        tokens: tokensOf(user),
        requestKey: this.#mint(),
      }),
    )
  }

  async moreDevices({ moreDevices }: SeedPlan): Promise<void> {
    if (moreDevices === undefined) return
    const { firstUser, users, each } = moreDevices
    for (let user = firstUser; user < firstUser + users; user += 1) {
      for (let number = 1; number <= each; number += 1)
        await this.#store.devices.create(
          { ...deviceOf(user, Date.now() + number), id: moreDeviceId(user, number) },
          tokensOf(user, number),
          this.#mint(),
        )
    }
  }

  async message(from: number, to: number): Promise<void> {
    this.messages += 1
    const appended = this.#store.entries.append({
      target: { account: accountId(to) },
      sender: accountId(from),
      clientId: this.#mint(),
      kind: wire.EntryKind.ENTRY_KIND_TEXT,
      refSeq: 0,
      body: this.#body,
      after: new Uint8Array(0),
      readUpTo: 0,
      nowMs: Date.now(),
      guards: { strangersMayWrite: true },
      newConversationId: anyId(),
    })
    await this.#run(
      appended.then(({ status }) => {
        if (status !== 'appended') throw new Error(`a seeded message was ${status}`)
      }),
    )
  }

  /** Messages for one user, one after the other from each of so many others. */
  async missed(
    user: number,
    from: { firstUser: number; conversations: number },
    messages: number,
  ): Promise<void> {
    for (let n = 0; n < messages; n += 1)
      await this.message(from.firstUser + (n % from.conversations), user)
  }

  async ring({
    users,
    firstStep,
    lastStep,
    messages,
  }: NonNullable<SeedPlan['rings']>[number]): Promise<void> {
    for (let user = 0; user < users; user += 1) {
      for (let step = firstStep; step <= lastStep; step += 1)
        for (let n = 0; n < messages; n += 1) await this.message(user, (user + step) % users)
    }
  }

  async group({ id, firstUser, members }: NonNullable<SeedPlan['groups']>[number]): Promise<void> {
    await this.#group(
      id,
      Array.from({ length: members }, (_, at) => firstUser + at),
    )
  }

  /** Everybody is in as many of them as anybody else. */
  async smallGroups(plan: NonNullable<SeedPlan['smallGroups']>): Promise<void> {
    const { groups, members, users, ofNeighbours = false } = plan
    const apart = Math.floor(users / members)
    // NOTE to the right and to the left by turns.
    const near = (at: number) => (at % 2 === 1 ? (at + 1) / 2 : users - at / 2)
    const steps = Array.from({ length: members }, (_, at) => (ofNeighbours ? near(at) : at * apart))
    for (let group = 0; group < groups; group += 1)
      await this.#group(
        anyId(),
        steps.map((step) => (group + step) % users),
      )
  }

  async #group(id: number, [owner = 0, ...others]: readonly number[]): Promise<void> {
    const role = wire.GroupRole
    const members = others.length + 1
    await this.#run(
      this.#store.groups.create(
        { account: accountId(owner), requestKey: this.#mint(), nowMs: Date.now() },
        id,
        {
          ...{ name: `group of ${members}`, avatar: '' },
          members: others.map(accountId),
          settings: {
            ...{ inviteFrom: role.GROUP_ROLE_MEMBER, mentionAllFrom: role.GROUP_ROLE_ADMIN },
            ...{ approveJoins: false, historyFromStart: false },
          },
        },
        { membersMax: members, strangersMayWrite: true },
      ),
    )
  }

  /** Everything that was given is committed. @throws what one of them was refused for */
  async settled(): Promise<void> {
    await this.#until(0)
  }

  async #run(work: Promise<unknown>): Promise<void> {
    this.#inFlight += 1
    work
      .catch((thrown: unknown) => (this.#fault ??= thrown))
      .finally(() => this.#ended())
      .catch(() => {})
    if (this.#inFlight >= inFlightMax) await this.#until(inFlightMax / 2)
  }

  #ended(): void {
    this.#inFlight -= 1
    const waiting = this.#waiting
    if (waiting === undefined || this.#inFlight > waiting.belowOrAt) return
    this.#waiting = undefined
    waiting.resolve()
  }

  async #until(belowOrAt: number): Promise<void> {
    if (this.#inFlight > belowOrAt)
      await new Promise<void>((resolve) => (this.#waiting = { belowOrAt, resolve }))
    if (this.#fault !== undefined) throw this.#fault
  }
}

function deviceOf(user: number, createdMs: number): Device {
  return {
    ...{ id: deviceId(user), account: accountId(user), name: 'bench' },
    ...{ deviceClass: wire.DeviceClass.DEVICE_CLASS_PC, createdMs, lastSeenMs: 0 },
  }
}

function tokensOf(user: number, device = 0): TokenHashes {
  const expiresMs = Date.now() + yearMs
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  return {
    ...{ accessHash: sha256(accessToken(user, device)), accessExpiresMs: expiresMs },
    refreshHash: sha256(draw(new Uint8Array(32))),
    refreshExpiresMs: expiresMs,
  }
}

/** Of a conversation, anywhere among the others as the server draws them. */
function anyId(): number {
  return 1 + draw(Buffer.alloc(6)).readUIntBE(0, 6)
}

const drawn = Buffer.alloc(drawnBytes)
let drawnLeft = 0

function draw<T extends Uint8Array>(bytes: T): T {
  if (drawnLeft < bytes.length) {
    randomFillSync(drawn)
    drawnLeft = drawnBytes
  }
  bytes.set(drawn.subarray(drawnLeft - bytes.length, drawnLeft))
  drawnLeft -= bytes.length
  return bytes
}
