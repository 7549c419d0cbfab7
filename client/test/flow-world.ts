import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '../../server/src/app/settings.ts'
import { startServer, type RunningServer } from '../../server/src/app/start-server.ts'
import {
  createIM,
  deviceTokens,
  MemoryStorage,
  noticeOf,
  type ConversationSummary,
  type IM,
  type IMOptions,
  type Message,
} from '../src/node.ts'

const password = 'correct horse battery staple'

/** A server on free ports of this machine, with people on it. */
export class FlowWorld implements AsyncDisposable {
  readonly #server: RunningServer
  readonly #folder: string
  readonly #people: Person[] = []

  private constructor(server: RunningServer, folder: string) {
    this.#server = server
    this.#folder = folder
  }

  static async start(settings: Record<string, string> = {}): Promise<FlowWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'parley-flow-'))
    const ports = { port: '0', 'tcp-port': '0', 'log-level': 'silent' }
    const given = { data: join(folder, 'data'), ...ports, ...settings }
    const server = await startServer(readSettings(given, {}, '/nonexistent.toml'))
    return new FlowWorld(server, folder)
  }

  get url(): string {
    return this.#server.endpoints.tcp
  }

  /** A new account that is online. */
  async person(handle: string, limits: IMOptions['limits'] = {}): Promise<Person> {
    const storage = new MemoryStorage()
    const tokens = deviceTokens({ url: this.url, storage })
    const device = { deviceClass: 6, name: 'test' }
    await tokens.register({ handle, password, displayName: handle, device })
    const im = createIM({ url: this.url, token: tokens.token, storage, limits })
    const person = new Person(im)
    await im.start()
    this.#people.push(person)
    return person
  }

  async people<const H extends string>(...handles: H[]): Promise<Record<H, Person>> {
    const made: Partial<Record<H, Person>> = {}
    for (const handle of handles) made[handle] = await this.person(handle)
    return made as Record<H, Person>
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#people.map(({ im }) => im.stop()))
    await this.#server.stop()
    await rm(this.#folder, { recursive: true })
  }
}

/** Somebody with one device. */
export class Person {
  readonly im: IM
  readonly heard: Message[] = []

  constructor(im: IM) {
    this.im = im
    im.on('messageReceived', ({ message }) => this.heard.push(message))
  }

  get account(): number {
    const { me } = this.im
    if (me === undefined) throw new Error('not logged in yet')
    return me.account
  }

  summary(conversation: number): ConversationSummary | undefined {
    return this.im.conversations.getSnapshot().find(({ id }) => id === conversation)
  }

  /** Resolves when it is so; looked at after everything that happens to this client. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const removers: (() => void)[] = []
      const look = () => {
        if (!isSo()) return
        for (const remove of removers) remove()
        resolve()
      }
      removers.push(
        this.im.conversations.subscribe(look),
        this.im.on('messageReceived', look),
        this.im.on('receiptMoved', look),
      )
      look()
    })
  }

  async heardText(text: string): Promise<void> {
    await this.until(() => this.heard.some((message) => message.text === text))
  }

  async texts(conversation: number): Promise<string[]> {
    const page = await this.im.conversation(conversation).history({ from: 1, limit: 200 })
    return page.messages
      .filter((message) => noticeOf(message) === undefined)
      .map(({ text }) => text)
  }
}
