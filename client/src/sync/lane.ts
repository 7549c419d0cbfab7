import { uuidFromText } from '@parley/protocol'
import type { Timer } from '../base/clock.ts'
import type { Target } from '../base/model.ts'
import type { SyncContext } from './context.ts'
import type { Outgoing } from './outgoing.ts'
import type { Stored } from './sent-message.ts'
import { backoffMs } from '../base/backoff.ts'
import { IMError, toIMError } from '../base/im-error.ts'
import { call } from '../connection/calls.ts'

export interface LaneActions {
  /** Sending may begin or go on: there is a session, and this client leads. */
  maySend(): boolean
  /** What must be known before old messages leave is known: a sync has finished. */
  isSynced(): boolean
  /** Gives ids to those without and keeps them in storage, before anything leaves. */
  mint(outgoing: readonly Outgoing[]): Promise<void>
  hold(outgoing: Outgoing): void
  fail(outgoing: Outgoing, error: IMError, state: 'failed' | 'unknown'): void
  remint(outgoing: Outgoing): void
  stored(outgoing: Outgoing, result: Stored): void
  target(): Target
}

const remintsMax = 3

/**
 * The FIFO of one conversation (R5). Sends are pipelined; each names the one before it that is under way. After a
 * passing refusal everything under way is waited for, then the queue goes again from its front.
 */
export class Lane {
  readonly #context: SyncContext
  readonly #actions: LaneActions
  #queue: Outgoing[] = []
  readonly #underWay = new Set<Outgoing>()
  #target: Target | undefined
  #isPumping = false
  /** Asked while pumping. */
  #isDue = false
  /** Since a passing refusal: nothing leaves until all under way are answered and the pause is over. */
  #isRewinding = false
  #pause: Timer | undefined
  #failuresInRow = 0
  #pauseMs = 0

  constructor(context: SyncContext, actions: LaneActions) {
    this.#context = context
    this.#actions = actions
  }

  /** In the order of sending; settled ones leave when their entry is shown. */
  get queue(): readonly Outgoing[] {
    return this.#queue
  }

  add(outgoing: Outgoing): void {
    // NOTE ones from earlier runs and other tabs may come late: the local key knows the order.
    const index = this.#queue.findLastIndex(({ key }) => key < outgoing.key)
    this.#queue.splice(index + 1, 0, outgoing)
    this.pump()
  }

  remove(outgoing: Outgoing): void {
    this.#queue = this.#queue.filter((other) => other !== outgoing)
    this.pump()
  }

  /** The connection came anew: what was under way has been answered with OFFLINE. */
  restart(): void {
    this.#pause?.cancel()
    this.#pause = undefined
    this.#isRewinding = false
    this.#failuresInRow = 0
    this.pump()
  }

  stop(): void {
    this.#pause?.cancel()
    this.#pause = undefined
  }

  pump(): void {
    this.#isDue = true
    if (this.#isPumping) return
    this.#isPumping = true
    void this.#pumpAll()
  }

  async #pumpAll(): Promise<void> {
    while (this.#isDue) {
      this.#isDue = false
      await this.#pump()
    }
    this.#isPumping = false
  }

  async #pump(): Promise<void> {
    for (;;) {
      const batch = this.#next()
      if (batch.length === 0) return
      const unminted = batch.filter(({ clientId }) => clientId === '')
      if (unminted.length > 0) {
        await this.#actions.mint(unminted)
        // NOTE meanwhile one was discarded perhaps, or those before them were refused and go again first.
        continue
      }
      for (const outgoing of batch) this.#transmit(outgoing)
    }
  }

  #isOpen(): boolean {
    return this.#actions.maySend() && !this.#isRewinding && this.#pause === undefined
  }

  #isWaiting(outgoing: Outgoing): boolean {
    return (
      outgoing.state === 'pending' &&
      !this.#underWay.has(outgoing) &&
      this.#queue.includes(outgoing)
    )
  }

  #next(): Outgoing[] {
    if (!this.#isOpen()) return []
    const room = this.#context.limits.sendWindow - this.#underWay.size
    const batch: Outgoing[] = []
    for (const outgoing of this.#queue) {
      if (batch.length >= room) break
      if (!this.#isWaiting(outgoing)) continue
      if (this.#isOld(outgoing)) {
        // NOTE it may be stored already: then the sync shows its echo, and it settles by itself.
        if (!this.#actions.isSynced()) break
        this.#actions.hold(outgoing)
      } else batch.push(outgoing)
    }
    return batch
  }

  #isOld({ record }: Outgoing): boolean {
    const ageMs = this.#context.session.nowMs() - record.createdMs
    return !record.isUrgent && ageMs > this.#context.limits.heldAfterMs
  }

  #transmit(outgoing: Outgoing): void {
    const { record } = outgoing
    const clientId = uuidFromText(record.clientId)
    if (clientId === undefined) return this.#actions.fail(outgoing, new IMError('BAD_ID'), 'failed')
    // NOTE what is under way by account and by conversation has no order between them.
    if (this.#underWay.size === 0) this.#target = this.#actions.target()
    const after = uuidFromText(this.#before(outgoing)) ?? new Uint8Array()
    const { kind, refSeq, body } = record
    this.#underWay.add(outgoing)
    outgoing.attempts += 1
    const request = {
      target: this.#target ?? record.target,
      clientId,
      kind,
      refSeq,
      body,
      after,
      readUpTo: 0,
    }
    call(this.#context.session, 'send', request)
      .then(
        ({ conversation, seq, timeMs, duplicate }) => {
          this.#failuresInRow = 0
          this.#actions.stored(outgoing, { conversation, seq, timeMs, duplicate })
        },
        (thrown) => this.#refused(outgoing, toIMError(thrown)),
      )
      .finally(() => {
        this.#underWay.delete(outgoing)
        if (this.#isRewinding && this.#underWay.size === 0) this.#goAgain()
        this.pump()
      })
  }

  /** The client id of the nearest one before it that is under way. */
  #before(outgoing: Outgoing): string {
    for (let index = this.#queue.indexOf(outgoing) - 1; index >= 0; index -= 1) {
      const other = this.#queue[index]
      if (other !== undefined && this.#underWay.has(other)) return other.clientId
    }
    return ''
  }

  #refused(outgoing: Outgoing, error: IMError): void {
    if (outgoing.result !== undefined || error.code === 'OFFLINE') return
    if (error.code === 'ID_AHEAD' && mayRemint(outgoing)) {
      // The look-up found nothing and nothing was stored: a new id is safe. The clock is not: ask anew.
      this.#actions.remint(outgoing)
      this.#context.session.relogin()
    } else if (error.code === 'RETRY_TOO_OLD') this.#tooOld(outgoing)
    else if (error.retry === 'later') this.#rewind(error)
    else if (error.retry === 'login') this.#context.session.relogin()
    else this.#actions.fail(outgoing, error, 'failed')
  }

  #tooOld(outgoing: Outgoing): void {
    const wasOnlyAttempt = outgoing.attempts === 1 && !outgoing.isRestored
    if (wasOnlyAttempt && mayRemint(outgoing)) this.#actions.remint(outgoing)
    else this.#actions.fail(outgoing, new IMError('OUTCOME_UNKNOWN'), 'unknown')
  }

  #rewind(error: IMError): void {
    const { random } = this.#context
    // NOTE held behind one that was refused for good: the next attempt links past it, at once.
    const isFirstHeld = error.code === 'ORDER_HELD' && this.#failuresInRow === 0
    const delayMs = isFirstHeld
      ? 0
      : backoffMs(random, this.#context.backoff, this.#failuresInRow, error.retryAfterMs)
    this.#pauseMs = this.#isRewinding ? Math.max(this.#pauseMs, delayMs) : delayMs
    this.#isRewinding = true
  }

  #goAgain(): void {
    this.#isRewinding = false
    this.#failuresInRow += 1
    this.#pause?.cancel()
    this.#pause = this.#context.clock.after(this.#pauseMs, () => {
      this.#pause = undefined
      this.pump()
    })
  }
}

const mayRemint = ({ record, remints }: Outgoing) => !record.isGiven && remints < remintsMax
