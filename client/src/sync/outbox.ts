import { idBackMs, uuidToText, uuidV7Minter } from '@parley/protocol'
import type { Storage } from '../cache/storage.ts'
import type { WriteBehind } from '../cache/write-behind.ts'
import type { Target } from '../base/model.ts'
import type { SyncContext } from './context.ts'
import type { LogEntry } from './log-entry.ts'
import type { SentMessage, Stored } from './sent-message.ts'
import { Cell } from '../base/cell.ts'
import { IMError } from '../base/im-error.ts'
import { isAct } from './kinds.ts'
import { type Lane } from './lane.ts'
import { Outgoing } from './outgoing.ts'
import {
  outboxBytes,
  outboxFolder,
  outboxFromBytes,
  outboxKey,
  type OutboxRecord,
} from './outbox-record.ts'

/** What tabs tell each other of unsent messages. */
export type OutboxNews =
  | { news: 'put'; record: OutboxRecord }
  | { news: 'stored'; local: string; result: Stored }
  | { news: 'dropped'; local: string }

export interface OutboxLink {
  publish(news: OutboxNews): void
  listen(heard: (news: OutboxNews) => void): () => void
}

/** The conversation that an unsent message belongs to. */
export interface OutboxPlace {
  readonly lane: Lane
  readonly sendTarget: Target
  /** The server stored it: its entry follows. */
  acked(outgoing: Outgoing, result: Stored): void
  outgoingChanged(): void
}

export interface OutboxDeps {
  context: SyncContext
  storage: Storage
  writes: WriteBehind
  link: OutboxLink | undefined
  place(target: Target): OutboxPlace
  isSynced(): boolean
  changed(outgoing: Outgoing): void
}

/** Settled keys that are remembered, so that late news of other tabs finds its answer. */
const settledMax = 1_000

/** Every message of ours that is not stored yet, in storage and on its way. */
export class Outbox {
  readonly all = new Cell<readonly SentMessage[]>(() =>
    [...this.#open.values()].filter(({ state }) => state !== 'stored'),
  )
  readonly #deps: OutboxDeps
  readonly #open = new Map<string, Outgoing>()
  readonly #places = new Map<string, OutboxPlace>()
  readonly #settled = new Map<string, Stored>()
  readonly #mintId: () => Uint8Array
  readonly #mintLocal: () => Uint8Array
  #latestMs = 0
  #unlisten: (() => void) | undefined

  constructor(deps: OutboxDeps) {
    this.#deps = deps
    const { random, session, clock } = deps.context
    const fill = (bytes: Uint8Array) => void random.fill(bytes)
    this.#mintId = uuidV7Minter({ nowMs: () => session.nowMs(), fill }, idBackMs)
    this.#mintLocal = uuidV7Minter({ nowMs: () => Math.max(clock.wallMs(), this.#latestMs), fill })
    this.#unlisten = deps.link?.listen((news) => this.#hear(news))
  }

  /** What an earlier run left, in its order. Safe to repeat: what is known stays. */
  async load(): Promise<void> {
    for (const account of new Set([0, this.#deps.context.account()]))
      for (const [, bytes] of await this.#deps.storage.list(outboxFolder(account))) {
        const record = outboxFromBytes(bytes)
        if (record !== undefined) this.#put(record, record.clientId !== '')
      }
  }

  /** The account is known now: what was written before belongs to it. */
  adopt(): void {
    const account = this.#deps.context.account()
    for (const outgoing of this.#open.values())
      if (outgoing.record.account === 0) {
        this.#deps.writes.put(outboxKey(outgoing.record), undefined)
        this.#save(outgoing, { account })
      }
  }

  /** @throws IMError OUTBOX_FULL */
  add(
    input: Pick<
      OutboxRecord,
      'target' | 'kind' | 'refSeq' | 'body' | 'text' | 'clientId' | 'isUrgent'
    >,
  ): Outgoing {
    if (this.#open.size >= this.#deps.context.limits.outboxMax) throw new IMError('OUTBOX_FULL')
    const record: OutboxRecord = {
      ...input,
      local: uuidToText(this.#mintLocal()),
      account: this.#deps.context.account(),
      isGiven: input.clientId !== '',
      createdMs: this.#deps.context.session.nowMs(),
      state: 'pending',
      error: undefined,
    }
    const outgoing = this.#put(record, false)
    this.#save(outgoing, {})
    return outgoing
  }

  /** A new connection: everything unanswered goes again, in order. */
  restart(): void {
    for (const lane of this.#lanes()) lane.restart()
  }

  pump(): void {
    for (const lane of this.#lanes()) lane.pump()
  }

  /** A new leader may never have heard of ours. */
  announce(): void {
    for (const { record } of this.#open.values()) this.#deps.link?.publish({ news: 'put', record })
  }

  /** An entry of ours was seen: its message is stored, whatever became of the answer. */
  echoed(place: OutboxPlace, conversation: number, entry: LogEntry): Outgoing | undefined {
    const outgoing = place.lane.queue.find(
      ({ clientId }) => clientId === entry.clientId && clientId !== '',
    )
    if (outgoing === undefined) return undefined
    const { seq, timeMs } = entry
    this.#settle(outgoing, { conversation, seq, timeMs, duplicate: false })
    return outgoing
  }

  /** Two conversations are one: what waits in the first goes by the second. What was transmitted keeps its id (R2). */
  move(from: OutboxPlace, to: OutboxPlace): void {
    from.lane.stop()
    for (const outgoing of from.lane.queue) {
      this.#places.set(outgoing.key, to)
      from.lane.remove(outgoing)
      to.lane.add(outgoing)
    }
  }

  /** Its entry is shown: nothing of it is left. */
  forget(outgoing: Outgoing): void {
    this.#places.get(outgoing.key)?.lane.remove(outgoing)
    this.#open.delete(outgoing.key)
    this.#places.delete(outgoing.key)
    this.all.changed()
  }

  close(): void {
    this.#unlisten?.()
    for (const lane of this.#lanes()) lane.stop()
  }

  /** Another account is here now: what is unsent stays in storage, under its own. */
  leave(): void {
    for (const outgoing of [...this.#open.values()]) {
      this.forget(outgoing)
      outgoing.leave()
    }
  }

  /** Signed out: nothing of it stays, here and in storage. */
  clear(): void {
    for (const outgoing of [...this.#open.values()]) this.#discard(outgoing)
  }

  #lanes(): Set<Lane> {
    return new Set([...this.#places.values()].map(({ lane }) => lane))
  }

  #put(record: OutboxRecord, isRestored: boolean): Outgoing {
    const known = this.#open.get(record.local)
    if (known !== undefined) {
      // NOTE an id is never unlearned: of two versions the one that has it.
      if (record.clientId !== '' || known.clientId === '') known.update(record)
      known.isRestored ||= isRestored
      this.#changed(known)
      this.#places.get(known.key)?.lane.pump()
      return known
    }
    const outgoing = new Outgoing(record, isRestored, {
      resend: (one) => this.#resend(one),
      discard: (one) => this.#discard(one),
    })
    const place = this.#deps.place(record.target)
    this.#latestMs = Math.max(
      this.#latestMs,
      Number.parseInt(record.local.replace('-', '').slice(0, 12), 16),
    )
    this.#open.set(record.local, outgoing)
    this.#places.set(record.local, place)
    place.lane.add(outgoing)
    this.#changed(outgoing)
    return outgoing
  }

  /** For the lane of a place. */
  laneActions(place: () => OutboxPlace) {
    return {
      maySend: () =>
        this.#deps.context.session.leads && this.#deps.context.session.state.name === 'ready',
      isSynced: () => this.#deps.isSynced(),
      mint: (outgoing: readonly Outgoing[]) => this.#mint(outgoing),
      hold: (outgoing: Outgoing) => this.#save(outgoing, { state: 'held' }),
      fail: (outgoing: Outgoing, { code, message }: IMError, state: 'failed' | 'unknown') => {
        this.#save(outgoing, { state, error: { code, message } })
        // NOTE nothing shows an act that was refused: whoever waits for it was told.
        if (isAct(outgoing.record.kind)) this.#discard(outgoing)
      },
      remint: (outgoing: Outgoing) => this.#remint(outgoing),
      stored: (outgoing: Outgoing, result: Stored) => this.#settle(outgoing, result),
      target: () => place().sendTarget,
    }
  }

  async #mint(outgoing: readonly Outgoing[]): Promise<void> {
    for (const one of outgoing) this.#save(one, { clientId: uuidToText(this.#mintId()) })
    await this.#deps.writes.flushed()
  }

  #remint(outgoing: Outgoing): void {
    outgoing.attempts = 0
    outgoing.remints += 1
    outgoing.isRestored = false
    this.#save(outgoing, { clientId: '' })
  }

  #resend(outgoing: Outgoing): void {
    const { state, record } = outgoing
    if (state === 'pending' || state === 'stored') return
    // NOTE under a new id only where the caller accepts it (unknown) or the old one can never succeed.
    const isSpent =
      state === 'unknown' || record.error?.code === 'ID_REUSED' || record.error?.code === 'BAD_ID'
    if (isSpent) this.#remint(outgoing)
    this.#moveToEnd(outgoing)
  }

  /** At the end of the queue means: under a new local key. */
  #moveToEnd(outgoing: Outgoing): void {
    const place = this.#places.get(outgoing.key)
    const { local } = outgoing.record
    place?.lane.remove(outgoing)
    this.#open.delete(local)
    this.#places.delete(local)
    this.#deps.writes.put(outboxKey(outgoing.record), undefined)
    this.#publish(() => ({ news: 'dropped', local }))
    const createdMs = this.#deps.context.session.nowMs()
    const fresh = uuidToText(this.#mintLocal())
    outgoing.update({
      ...outgoing.record,
      local: fresh,
      state: 'pending',
      error: undefined,
      createdMs,
    })
    if (place === undefined) return
    this.#open.set(fresh, outgoing)
    this.#places.set(fresh, place)
    this.#save(outgoing, {})
    place.lane.add(outgoing)
  }

  #discard(outgoing: Outgoing): void {
    if (outgoing.state === 'stored') return
    this.#deps.writes.put(outboxKey(outgoing.record), undefined)
    const local = outgoing.key
    this.#publish(() => ({ news: 'dropped', local }))
    outgoing.drop()
    const place = this.#places.get(outgoing.key)
    this.forget(outgoing)
    place?.outgoingChanged()
  }

  #settle(outgoing: Outgoing, result: Stored): void {
    if (outgoing.state === 'stored') return
    this.#deps.writes.put(outboxKey(outgoing.record), undefined)
    this.#settled.set(outgoing.key, result)
    const [oldest] = this.#settled.keys()
    if (this.#settled.size > settledMax && oldest !== undefined) this.#settled.delete(oldest)
    const local = outgoing.key
    this.#publish(() => ({ news: 'stored', local, result }))
    this.#settleHere(outgoing, result)
  }

  #settleHere(outgoing: Outgoing, result: Stored): void {
    outgoing.settle(result)
    this.#changed(outgoing)
    this.#places.get(outgoing.key)?.acked(outgoing, result)
  }

  #save(outgoing: Outgoing, change: Partial<OutboxRecord>): void {
    outgoing.update({ ...outgoing.record, ...change })
    const { record } = outgoing
    if (outgoing.state !== 'stored') this.#deps.writes.put(outboxKey(record), outboxBytes(record))
    this.#publish(() => ({ news: 'put', record: outgoing.record }))
    this.#changed(outgoing)
  }

  /**
   * The leader writes what it hears of: so that two tabs never write one row, another tab speaks only when its own
   * write is done. The leader speaks at once, before anything leaves.
   */
  #publish(news: () => OutboxNews): void {
    const { link, writes, context } = this.#deps
    if (link === undefined) return
    if (context.session.leads) link.publish(news())
    else writes.afterwards(() => link.publish(news()))
  }

  #changed(outgoing: Outgoing): void {
    this.all.changed()
    this.#places.get(outgoing.key)?.outgoingChanged()
    this.#deps.changed(outgoing)
  }

  #hear(news: OutboxNews): void {
    if (news.news === 'put') {
      const settled = this.#settled.get(news.record.local)
      if (settled !== undefined)
        this.#deps.link?.publish({ news: 'stored', local: news.record.local, result: settled })
      else this.#put(news.record, news.record.clientId !== '')
      return
    }
    const outgoing = this.#open.get(news.local)
    if (outgoing === undefined) return
    if (news.news === 'stored') this.#settleHere(outgoing, news.result)
    else {
      const place = this.#places.get(outgoing.key)
      outgoing.drop()
      this.forget(outgoing)
      place?.outgoingChanged()
    }
  }
}
