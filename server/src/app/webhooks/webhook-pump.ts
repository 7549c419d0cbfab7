import type { Clock, Timer } from '../../base/clock.ts'
import type { Hashing } from '../../base/crypto.ts'
import type { Log } from '../../base/log.ts'
import type { Random } from '../../base/random.ts'
import type { ConversationId, Seq, Stamp } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { Webhook, WebhookCursor } from '../../data/webhook-store.ts'
import { entryJson } from '../api/api-types.ts'
import { firstSince } from './first-since.ts'
import { signature } from './sign-webhook.ts'

/** Events of one request, and how many entries are read for it at once. */
export const webhookEventsMax = 100
export const webhookBackoff = { minMs: 1_000, maxMs: 300_000 } as const
/** Failing for so long pauses the webhook: it goes on from there when it is resumed. */
export const webhookGiveUpMs = 86_400_000
/** How far everything was told is written down at most so often. */
const settleEveryMs = 60_000

/** Sends one request. @returns its HTTP status; rejects when there was no answer. */
export type PostEvents = (input: {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
}) => Promise<number>

export interface WebhookPumpDeps {
  clock: Clock
  random: Random
  hashing: Hashing
  log: Log
  store: Pick<Store, 'webhooks' | 'feed'>
  post: PostEvents
}

export interface WebhookStatus {
  /** Conversations that hold something that was not told yet. */
  waiting: number
  /** When the present row of failures began; 0: the last request went well. */
  failingSinceMs: number
  lastError: string
}

interface Batch {
  events: object[]
  cursors: WebhookCursor[]
}

/**
 * Tells one webhook everything that the logs gain: each conversation in its order, at least once, each event under the
 * same id whenever it is told. What was told is remembered after the answer, so a crash repeats and never skips.
 */
export class WebhookPump {
  readonly #deps: WebhookPumpDeps
  readonly #webhook: Webhook
  readonly #waiting = new Set<ConversationId>()
  readonly #removeListener: () => void
  #stamp: Stamp | undefined
  #timer: Timer | undefined
  #isRunning = false
  #isStopped = false
  #failures = 0
  #failingSinceMs = 0
  #lastError = ''

  constructor(deps: WebhookPumpDeps, webhook: Webhook) {
    this.#deps = deps
    this.#webhook = webhook
    this.#removeListener = deps.store.feed.onGained((conversations, stamp) => {
      for (const conversation of conversations) this.#waiting.add(conversation)
      if (this.#stamp !== undefined) this.#stamp = Math.max(this.#stamp, stamp)
      this.#wake()
    })
    this.#wake()
  }

  get status(): WebhookStatus {
    const { size } = this.#waiting
    return { waiting: size, failingSinceMs: this.#failingSinceMs, lastError: this.#lastError }
  }

  stop(): void {
    this.#isStopped = true
    this.#timer?.cancel()
    this.#removeListener()
  }

  #wake(): void {
    if (this.#isRunning || this.#isStopped || this.#timer !== undefined) return
    this.#isRunning = true
    void this.#run().finally(() => {
      this.#isRunning = false
      // NOTE something may have come while the last look was under way.
      if (this.#waiting.size > 0) this.#wake()
    })
  }

  async #run(): Promise<void> {
    try {
      await this.#look()
      while (this.#waiting.size > 0 && !this.#isStopped) await this.#tellSome()
      await this.#settle()
    } catch (thrown) {
      await this.#failed(thrown instanceof Error ? thrown.message : String(thrown))
    }
  }

  /** Once: what was committed before anybody listened. */
  async #look(): Promise<void> {
    if (this.#stamp !== undefined) return
    const { stamp, conversations } = await this.#deps.store.feed.touchedSince(this.#webhook.stamp)
    for (const conversation of conversations) this.#waiting.add(conversation)
    this.#stamp = stamp
  }

  /** Everything up to here has been told: the next start need not look there again. */
  async #settle(): Promise<void> {
    const nowMs = this.#deps.clock.monotonicMs()
    if (this.#isStopped || this.#stamp === undefined || this.#waiting.size > 0) return
    if (this.#stamp <= this.#webhook.stamp || nowMs < this.#settledMs + settleEveryMs) return
    this.#settledMs = nowMs
    await this.#deps.store.webhooks.told(this.#webhook.id, [], this.#stamp)
    this.#webhook.stamp = this.#stamp
  }

  async #tellSome(): Promise<void> {
    const batch = await this.#gather()
    if (batch.events.length > 0) {
      await this.#post(batch.events)
      await this.#deps.store.webhooks.told(this.#webhook.id, batch.cursors, undefined)
    }
    this.#failures = 0
    this.#failingSinceMs = 0
    this.#lastError = ''
  }

  async #gather(): Promise<Batch> {
    const { feed } = this.#deps.store
    const batch: Batch = { events: [], cursors: [] }
    for (const conversation of this.#waiting) {
      const room = webhookEventsMax - batch.events.length
      if (room === 0) break
      // NOTE taken off first: what is gained from here on puts it back.
      this.#waiting.delete(conversation)
      const fromSeq = await this.#next(conversation)
      const entries = await feed.read(conversation, fromSeq, room)
      for (const entry of entries) {
        const json = entryJson(conversation, entry)
        batch.events.push({ id: json.id, type: 'entry', entry: json })
      }
      const last = entries.at(-1)
      if (last !== undefined) batch.cursors.push({ conversation, seq: last.seq })
      if (entries.length === room) this.#waiting.add(conversation)
    }
    return batch
  }

  async #next(conversation: ConversationId): Promise<Seq> {
    const { webhooks, feed } = this.#deps.store
    const told = await webhooks.cursor(this.#webhook.id, conversation)
    return told === undefined ? firstSince(feed, conversation, this.#webhook.fromMs) : told + 1
  }

  async #post(events: readonly object[]): Promise<void> {
    const { clock, hashing, post } = this.#deps
    const { id, url, secret } = this.#webhook
    const body = JSON.stringify({ webhook: String(id), events })
    const headers = {
      'content-type': 'application/json',
      'parley-webhook': String(id),
      'parley-signature': signature(hashing, secret, clock.wallMs(), body),
    }
    const status = await post({ url, headers, body })
    if (status < 200 || status > 299) throw new Error(`it answered ${status}`)
  }

  /** Everything that was gathered is told again, later; after a day of that the webhook is paused. */
  async #failed(message: string): Promise<void> {
    const { clock, random, log, store } = this.#deps
    const { id } = this.#webhook
    if (this.#isStopped) return
    this.#lastError = message
    this.#failures += 1
    const nowMs = clock.monotonicMs()
    if (this.#failures === 1) this.#failingSinceMs = clock.wallMs()
    this.#firstFailureMs = this.#failures === 1 ? nowMs : this.#firstFailureMs
    log.warn({ webhook: id, cause: message, failures: this.#failures }, 'a webhook failed')
    this.#stamp = undefined
    if (nowMs - this.#firstFailureMs >= webhookGiveUpMs) {
      await store.webhooks.setPaused(id, true).catch(() => {})
      log.error({ webhook: id }, 'a webhook failed for a day and is paused')
      return this.stop()
    }
    const { minMs, maxMs } = webhookBackoff
    const ceiling = Math.min(maxMs, minMs * 2 ** Math.min(this.#failures, 20))
    const delayMs = ceiling / 2 + (ceiling / 2) * random.unit()
    this.#timer = clock.after(delayMs, () => {
      this.#timer = undefined
      this.#wake()
    })
  }

  #firstFailureMs = 0
  #settledMs = Number.NEGATIVE_INFINITY
}
