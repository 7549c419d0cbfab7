import {
  createAccountClient,
  createIM,
  nodeTransport,
  type Conversation,
  type IM,
} from '@parley/client/node'
import type { Line } from '../checker/history.ts'
import { DeviceRecorder } from '../recorder/device-recorder.ts'
import { cutTransport } from './cut-transport.ts'

export interface SoakAccount {
  handle: string
  account: number
  accessToken: Uint8Array
}

const password = 'a long enough password'
const device = { deviceClass: 6, name: 'soak' }
const pageEntries = 500
const backoff = { backoffMinMs: 50, backoffMaxMs: 400 }

export async function registerSoakAccount(url: string, handle: string): Promise<SoakAccount> {
  const { account, accessToken } = await createAccountClient(url).register({
    handle,
    password,
    device,
  })
  return { handle, account, accessToken }
}

/** One account's device: the real SDK on a wire that is cut now and then, and what it shows written down. */
export class SoakDevice {
  readonly account: number
  readonly #im: IM
  readonly #recorder: DeviceRecorder
  readonly #transport = cutTransport(nodeTransport())
  readonly #handle: string
  #partners: { account: number; conversation: Conversation }[] = []
  #sent = 0
  #stored = 0

  constructor(url: string, who: SoakAccount, emit: (line: Line) => void) {
    this.account = who.account
    this.#handle = who.handle
    this.#im = createIM({
      url,
      transport: this.#transport,
      token: async () => who.accessToken,
      // NOTE a server that is killed every second would keep devices with the usual pauses away for good.
      limits: { heldAfterMs: 3_600_000, windowEntriesMax: 1_000, ...backoff },
    })
    this.#recorder = new DeviceRecorder({
      device: who.handle,
      nowMs: () => performance.now(),
      emit,
    })
    this.#recorder.declare(who.account)
    this.#recorder.attach(this.#im)
  }

  get inFlight(): number {
    return this.#recorder.openSends
  }

  get stored(): number {
    return this.#stored
  }

  get isDone(): boolean {
    return this.#stored === this.#sent
  }

  async start(partners: readonly number[]): Promise<void> {
    await this.#im.start()
    this.#partners = partners.map((account) => ({
      account,
      conversation: this.#im.conversation({ account }),
    }))
    for (const { conversation } of this.#partners) this.#recorder.watch(conversation)
  }

  /** Sends the next message. Resolves when it is stored. */
  async sendOne(pick: number): Promise<void> {
    const partner = this.#partners[pick % this.#partners.length]
    if (partner === undefined) return
    this.#sent += 1
    const text = `${this.#handle}-${this.#sent} 还在吗? is it still there?`
    const { stored } = this.#recorder.send(partner.conversation, partner.account, text)
    await stored
    this.#stored += 1
    if (this.#stored % 16 === 0) partner.conversation.markRead()
  }

  cut(): boolean {
    return this.#transport.cut()
  }

  /** Resolves when every window has come to its head. */
  async settle(deadline: AbortSignal): Promise<void> {
    this.#im.wake()
    await becomesOnline(this.#im, deadline)
    for (const { conversation } of this.#partners) {
      await shows(conversation, deadline)
      conversation.markRead()
    }
  }

  /** The final reading: the whole log of every conversation, page by page, and what the window holds. */
  async readAll(): Promise<void> {
    for (const { conversation } of this.#partners) {
      if (conversation.id === 0) continue
      let from = 1
      while (from > 0)
        from = await this.#recorder.history(conversation, { from, limit: pageEntries })
      this.#recorder.settled(conversation)
    }
  }

  stop(): Promise<void> {
    return this.#im.stop()
  }
}

/** Only who is up to date knows where the head is. */
async function becomesOnline(im: IM, deadline: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const look = (): void => {
    if (im.state.name === 'online') resolve()
  }
  const remove = im.on('state', look)
  const late = () => reject(new Error(`a device did not come online: ${im.state.name}`))
  deadline.addEventListener('abort', late)
  look()
  await promise.finally(() => {
    remove()
    deadline.removeEventListener('abort', late)
  })
}

function shows(conversation: Conversation, deadline: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const look = (): void => {
    const { messages, headSeq, hasNewer } = conversation.window.getSnapshot()
    const newest = messages.findLast(({ seq }) => seq > 0)?.seq ?? 0
    if (!hasNewer && newest === headSeq) resolve()
  }
  const remove = conversation.window.subscribe(look)
  const late = () =>
    reject(
      new Error(
        `a window did not come to its head: ${JSON.stringify({ ...conversation.window.getSnapshot(), messages: conversation.window.getSnapshot().messages.length })}`,
      ),
    )
  deadline.addEventListener('abort', late)
  look()
  return promise.finally(() => {
    remove()
    deadline.removeEventListener('abort', late)
  })
}
