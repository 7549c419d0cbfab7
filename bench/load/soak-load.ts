import { setTimeout as sleep } from 'node:timers/promises'
import { wire } from '@parley/protocol'
import { accountId } from '../lab/accounts.ts'
import { bodyBytes } from '../lab/body.ts'
import { audit, type AuditedPair } from './audit.ts'
import { clientIdAt, indexOf } from './client-id.ts'
import type { Endpoint } from './endpoint.ts'
import { Samples, type Percentiles } from './samples.ts'
import { SoakClient } from './soak-client.ts'

export interface SoakLoadInput {
  endpoint: Endpoint
  /** From 0 on; every even one writes to the next, all are members of the group, each looks at some others. */
  users: number
  group: number
  watchedEach: number
  messagesPerSecond: number
  postsPerSecond: number
  flipsPerSecond: number
  forMs: number
}

export interface SoakLoadResult {
  acked: number
  audited: number
  delivered: number
  posted: number
  postsDelivered: number
  flips: number
  /** From the intended time of a send, those during an outage too. */
  endToEndMs: Percentiles
  /** While nothing was down, and a second after. */
  calmMs: Percentiles
  /** For each time that everybody was cut off: until so many of a hundred were back, and until all were. */
  outages: { until99Ms: number; untilAllMs: number }[]
  faults: string[]
}

const openingMax = 64
const calmAfterMs = 5_000
const settleMsMax = 120_000
const faultsMax = 20
/** Beyond these the load does not keep up: it is said. */
const pendingMax = 50_000
const groupPair = 1_000_000
const body = wire.EntryBody.encode({ text: 'x'.repeat(bodyBytes) }).finish()
const kind = wire.EntryKind.ENTRY_KIND_TEXT
const { PRESENCE_STATUS_BUSY: busy, PRESENCE_STATUS_ONLINE: online } = wire.PresenceStatus

/** Messages between two, posts to a group and presence together, however often the server is killed meanwhile. */
export async function soakLoad(
  input: SoakLoadInput,
  onBegun: () => void = () => {},
): Promise<SoakLoadResult> {
  const soak = new Soak(input)
  try {
    await soak.begin()
    onBegun()
    await soak.run()
    return await soak.finish()
  } finally {
    soak.end()
  }
}

/** A conversation in which one sends, and how far each of those who listen is. */
class Talk {
  sent = 0
  acked = 0
  readonly intendedMs: number[] = []
  isAcked = new Uint8Array(1_024)
  readonly heard = new Map<number, number>()
  lastId: Uint8Array = new Uint8Array(0)
  readonly number: number
  readonly conversation: number
  readonly firstSeq: number
  readonly sender: SoakClient

  constructor(number: number, conversation: number, firstSeq: number, sender: SoakClient) {
    this.number = number
    this.conversation = conversation
    this.firstSeq = firstSeq
    this.sender = sender
  }
}

class Soak {
  readonly #input: SoakLoadInput
  readonly #clients: SoakClient[] = []
  readonly #pairs: Talk[] = []
  #group: Talk | undefined
  readonly #talks = new Map<number, Talk>()
  readonly #statuses = new Map<number, number>()
  readonly #shown = new Map<string, number>()
  readonly #endToEnd = new Samples()
  readonly #calm = new Samples()
  readonly #faults: string[] = []
  readonly #outages: SoakLoadResult['outages'] = []
  #outage: { fromMs: number; until99Ms: number } | undefined
  #calmFromMs = 0
  #offline = 0
  #delivered = 0
  #postsDelivered = 0
  #flips = 0
  #isOver = false
  readonly #timer = setInterval(() => {
    const nowMs = performance.now()
    for (const { peer } of this.#clients) peer?.keepAlive(nowMs)
  }, 500)

  constructor(input: SoakLoadInput) {
    this.#input = input
  }

  async begin(): Promise<void> {
    const { endpoint, users, group, watchedEach } = this.#input
    for (let user = 0; user < users; user += 1) {
      const watched = Array.from({ length: watchedEach }, (_, at) =>
        accountId((user + 1 + at) % users),
      )
      const client: SoakClient = new SoakClient(endpoint, user, watched, {
        entry: (conversation, clientId) => this.#entry(client, conversation, clientId),
        presences: (all) => {
          for (const { account, status } of all) this.#shown.set(`${user} ${account}`, status)
        },
        online: () => this.#online(),
        offline: () => this.#offlineOne(),
        fault: (text) => this.#fault(text),
      })
      this.#clients.push(client)
    }
    this.#offline = users
    for (let at = 0; at < users; at += openingMax)
      await Promise.all(this.#clients.slice(at, at + openingMax).map((one) => one.connect()))
    for (let pair = 0; pair < users / 2; pair += 1) {
      const talk = await this.#talk(pair, 2 * pair, { account: accountId(2 * pair + 1) })
      this.#pairs.push(talk)
      this.#clients[2 * pair + 1]?.listen(talk.conversation, talk.firstSeq - 1)
    }
    const posts = await this.#talk(groupPair, 0, { conversation: group })
    this.#group = posts
    for (const client of this.#clients.slice(1)) client.listen(group, posts.firstSeq - 1)
  }

  async run(): Promise<void> {
    const { messagesPerSecond, postsPerSecond, flipsPerSecond, forMs } = this.#input
    const generators = [
      this.#generate(messagesPerSecond, (dueMs) => {
        const pair = this.#pairs[Math.floor(Math.random() * this.#pairs.length)]
        if (pair !== undefined) this.#send(pair, dueMs)
      }),
      this.#generate(postsPerSecond, (dueMs) => {
        if (this.#group !== undefined) this.#send(this.#group, dueMs)
      }),
      this.#generate(flipsPerSecond, () => void this.#flip()),
    ]
    await sleep(forMs)
    this.#isOver = true
    await Promise.all(generators)
  }

  async finish(): Promise<SoakLoadResult> {
    const { users } = this.#input
    const untilMs = performance.now() + settleMsMax
    while (!this.#isSettled && performance.now() < untilMs) {
      await sleep(100)
      await Promise.all(this.#clients.map((client) => client.catchUp()))
    }
    for (const talk of [...this.#pairs, this.#group]) if (talk !== undefined) this.#judge(talk)
    if (this.#offline > 0) this.#fault(`${this.#offline} of ${users} did not come back`)
    await this.#judgePresence()
    const audited = await audit(this.#audited(), this.#faults)
    const all = [...this.#talks.values()]
    return {
      ...{ audited, delivered: this.#delivered, postsDelivered: this.#postsDelivered },
      ...{ acked: all.reduce((sum, talk) => sum + talk.acked, 0), flips: this.#flips },
      ...{ posted: this.#group?.sent ?? 0, outages: this.#outages, faults: this.#faults },
      ...{ endToEndMs: this.#endToEnd.percentiles(), calmMs: this.#calm.percentiles() },
    }
  }

  end(): void {
    this.#isOver = true
    clearInterval(this.#timer)
    for (const client of this.#clients) client.end()
  }

  async #talk(
    number: number,
    user: number,
    target: { account: number } | { conversation: number },
  ): Promise<Talk> {
    const sender = this.#clients[user]
    if (sender?.peer === undefined) throw new Error(`user ${user} is not there`)
    const { conversation } = await sender.peer.ask('getConversation', { target })
    const id = conversation?.conversation ?? 0
    const talk = new Talk(number, id, (conversation?.headSeq ?? 0) + 1, sender)
    this.#talks.set(id, talk)
    return talk
  }

  async #generate(perSecond: number, one: (dueMs: number) => void): Promise<void> {
    let dueMs = performance.now()
    while (!this.#isOver) {
      for (const nowMs = performance.now(); dueMs <= nowMs;) {
        one(dueMs)
        dueMs -= (Math.log(1 - Math.random()) * 1_000) / perSecond
      }
      await sleep(1)
    }
  }

  #send(talk: Talk, intendedMs: number): void {
    if (talk.sender.pending > pendingMax) return this.#fault('the server does not keep up')
    const index = talk.sent
    talk.sent += 1
    talk.intendedMs[index] = intendedMs
    const clientId = clientIdAt(talk.number, index)
    const after = talk.sent - talk.acked > 1 ? talk.lastId : new Uint8Array(0)
    talk.lastId = clientId
    const target = { conversation: talk.conversation }
    talk.sender.send({ target, clientId, kind, body, after }, () => {
      talk.acked += 1
      if (index >= talk.isAcked.length) {
        const more = new Uint8Array(2 * talk.isAcked.length)
        more.set(talk.isAcked)
        talk.isAcked = more
      }
      talk.isAcked[index] = 1
    })
  }

  #entry(client: SoakClient, conversation: number, clientId: Uint8Array): void {
    const talk = this.#talks.get(conversation)
    if (talk === undefined) return
    const index = indexOf(clientId)
    const expected = talk.heard.get(client.user) ?? 0
    if (index !== expected) this.#fault(`user ${client.user} got ${index} instead of ${expected}`)
    talk.heard.set(client.user, index + 1)
    if (talk === this.#group) {
      this.#postsDelivered += 1
      return
    }
    this.#delivered += 1
    const nowMs = performance.now()
    const intendedMs = talk.intendedMs[index] ?? nowMs
    this.#endToEnd.add(nowMs - intendedMs)
    if (this.#outage === undefined && intendedMs > this.#calmFromMs)
      this.#calm.add(nowMs - intendedMs)
  }

  async #flip(): Promise<void> {
    const client = this.#clients[Math.floor(Math.random() * this.#clients.length)]
    if (client?.peer === undefined) return
    const account = accountId(client.user)
    const status = this.#statuses.get(account) === busy ? online : busy
    try {
      await client.peer.ask('setAccountSettings', { settings: { status } })
      this.#statuses.set(account, status)
      this.#flips += 1
    } catch {
      // NOTE cut off meanwhile: nobody knows whether it changed, so what is shown is not judged.
      this.#statuses.delete(account)
    }
  }

  #online(): void {
    this.#offline -= 1
    const outage = this.#outage
    if (outage === undefined) return
    const sinceMs = performance.now() - outage.fromMs
    if (this.#offline <= this.#input.users / 100 && outage.until99Ms === 0)
      outage.until99Ms = sinceMs
    if (this.#offline > 0) return
    this.#outages.push({ until99Ms: outage.until99Ms, untilAllMs: sinceMs })
    this.#outage = undefined
    this.#calmFromMs = performance.now() + calmAfterMs
  }

  #offlineOne(): void {
    this.#offline += 1
    this.#outage ??= { fromMs: performance.now(), until99Ms: 0 }
  }

  get #isSettled(): boolean {
    const { users } = this.#input
    return [...this.#talks.values()].every((talk) => {
      const listeners = talk === this.#group ? users - 1 : 1
      const heard = [...talk.heard.values()].filter((count) => count === talk.sent).length
      return talk.acked === talk.sent && (talk.sent === 0 || heard === listeners)
    })
  }

  #judge(talk: Talk): void {
    if (talk.acked < talk.sent)
      this.#fault(`talk ${talk.number}: ${talk.sent - talk.acked} not acked`)
    for (const [user, count] of talk.heard)
      if (count < talk.sent) this.#fault(`user ${user} heard ${count} of ${talk.sent}`)
  }

  async #judgePresence(): Promise<void> {
    const { users, watchedEach } = this.#input
    for (const { user, peer } of this.#clients) {
      const accounts = Array.from({ length: watchedEach }, (_, at) =>
        accountId((user + 1 + at) % users),
      )
      const { presences } = (await peer?.ask('getPresences', { accounts })) ?? { presences: [] }
      for (const { account, status } of presences) {
        const known = this.#statuses.get(account ?? 0)
        if (known !== undefined && known !== status)
          this.#fault(`account ${account} is shown as ${status}`)
      }
    }
  }

  #audited(): AuditedPair[] {
    return [...this.#talks.values()].flatMap((talk) => {
      const receiver = this.#clients[talk === this.#group ? 1 : talk.sender.user + 1]?.peer
      return receiver === undefined ? [] : [{ ...talk, receiver }]
    })
  }

  #fault(text: string): void {
    if (this.#faults.length < faultsMax) this.#faults.push(text)
  }
}
