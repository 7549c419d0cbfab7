import { Emitter } from '../base/emitter.ts'
import { IMError } from '../base/im-error.ts'
import { deferred, type Deferred } from '../base/wait.ts'
import type { AccountId } from '../base/model.ts'
import { isCountable } from './kinds.ts'
import { contentOf, type LogEntry } from './log-entry.ts'
import type { Message, MessageState } from './message.ts'
import type { OutboxRecord } from './outbox-record.ts'
import type { SentMessage, Stored } from './sent-message.ts'

export interface OutgoingActions {
  resend(outgoing: Outgoing): void
  discard(outgoing: Outgoing): void
}

/** One message of ours on its way: its record, and the handle that its sender holds. */
export class Outgoing implements SentMessage {
  readonly #actions: OutgoingActions
  readonly #emitter = new Emitter<{ changed: SentMessage }>()
  #record: OutboxRecord
  #done: Deferred<Stored> = deferred()
  #result: Stored | undefined
  /** Of the present record, made when somebody looks. */
  #error: IMError | undefined
  #message: Message | undefined
  /** Transmissions under its present id by this process. */
  attempts = 0
  remints = 0
  /** Came with its id from elsewhere (an earlier run, another tab): whether it was transmitted is not known. */
  isRestored: boolean

  constructor(record: OutboxRecord, isRestored: boolean, actions: OutgoingActions) {
    this.#record = record
    this.isRestored = isRestored
    this.#actions = actions
  }

  get record(): OutboxRecord {
    return this.#record
  }
  get key(): string {
    return this.#record.local
  }
  get clientId(): string {
    return this.#record.clientId
  }
  get state(): MessageState {
    return this.#result === undefined ? this.#record.state : 'stored'
  }
  get error(): IMError | undefined {
    const { error } = this.#record
    if (error !== undefined) this.#error ??= new IMError(error.code, error.message)
    return this.#error
  }
  get stored(): Promise<Stored> {
    return this.#done.promise
  }
  get result(): Stored | undefined {
    return this.#result
  }

  resend(): void {
    this.#actions.resend(this)
  }

  discard(): void {
    this.#actions.discard(this)
  }

  on(event: 'changed', listener: (message: SentMessage) => void): () => void {
    return this.#emitter.on(event, listener)
  }

  /** Takes over a new version of its record. */
  update(record: OutboxRecord): void {
    const before = this.#record
    this.#record = record
    this.#error = undefined
    this.#message = undefined
    if (before.state === record.state) return
    const hasFailed = record.state === 'failed' || record.state === 'unknown'
    if (hasFailed) this.#done.reject(this.error)
    else if (before.state === 'failed' || before.state === 'unknown') this.#done = deferred()
    this.#emitter.emit('changed', this)
  }

  settle(result: Stored): void {
    if (this.#result !== undefined) return
    this.#result = result
    this.#done.resolve(result)
    this.#emitter.emit('changed', this)
  }

  /** It waits in storage for its account to come back. */
  leave(): void {
    this.#done.reject(new IMError('STOPPED'))
  }

  drop(): void {
    this.#done.reject(new IMError('DISCARDED'))
  }

  /** The same as long as nothing of it changes. */
  message(me: AccountId): Message {
    if (this.#message?.sender !== me) this.#message = this.#messageOf(me)
    return this.#message
  }

  /** As it stands in the log. */
  entry(
    sender: AccountId,
    { seq, timeMs }: Pick<Stored, 'seq' | 'timeMs'>,
  ): Omit<LogEntry, 'count'> {
    const { clientId, kind, refSeq, text, body } = this.#record
    const said = { clientId, kind, refSeq, text, content: contentOf(body), body }
    return { seq, sender, ...said, timeMs, changed: seq, state: 0, reactions: [] }
  }

  #messageOf(me: AccountId): Message {
    const { local, clientId, kind, text, body, createdMs, refSeq } = this.#record
    return {
      key: local,
      // NOTE shown in its place once the feed has it and all before it (R4); until then at the end.
      seq: 0,
      sender: me,
      mine: true,
      clientId,
      kind,
      text,
      content: contentOf(body),
      timeMs: createdMs,
      state: this.#record.state,
      error: this.error,
      edited: false,
      gone: false,
      recalled: false,
      reactions: [],
      replyTo: isCountable(kind) ? refSeq : 0,
      refSeq,
      changed: 0,
    }
  }
}
