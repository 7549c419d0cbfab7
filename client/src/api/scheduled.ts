import { errorName, scheduledCommands, uuidFromText, uuidToText } from '@parley/protocol'
import type { RequestInit } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { ConversationId, AccountId } from '../base/model.ts'
import { faceOf } from './conversation.ts'
import { bodyOf, checkedId } from './send-body.ts'
import type { Conversation, IM, Observable } from './types.ts'
import type { SendOptions, SpecialContent, TextInput } from './types.ts'
import { Cell } from '../base/cell.ts'
import { IMError } from '../base/im-error.ts'
import { contentOf, type MessageContent } from '../sync/log-entry.ts'
import type { Stored } from '../sync/sent-message.ts'
import { featureAccess } from './feature-access.ts'

/** A message that the server keeps until its time. */
export interface ScheduledMessage {
  /** UUID text: the client id of the message. */
  readonly id: string
  /** Where it goes: a conversation, or the direct one with an account. */
  readonly target: { readonly conversation: ConversationId } | { readonly account: AccountId }
  readonly kind: number
  readonly text: string
  readonly content: MessageContent
  readonly replyTo: number
  /** Server time. */
  readonly atMs: number
  readonly createdMs: number
  /** Failed: it was refused when it was due, and stays until it is cancelled, sent now, or given another time. */
  readonly state: 'waiting' | 'failed'
  readonly error: IMError | undefined
}

/** What send() takes, and when. Its files must be uploaded. */
export type ScheduleInput = Omit<SendOptions, 'urgent'> & {
  /** Server time, at most 29 days ahead; past: at once. */
  atMs: number
  signal?: AbortSignal
} & ((TextInput & { content?: undefined }) | (Partial<TextInput> & { content: SpecialContent }))

/**
 * Messages that wait, on every device of the account.
 * All throw IMError: NOT_FOUND for one that was sent or cancelled, OFFLINE, and what a send is refused with.
 */
export interface Scheduled {
  /** By their times. */
  readonly all: Observable<readonly ScheduledMessage[]>
  get(id: string): ScheduledMessage | undefined
  /**
   * The server keeps it, and sends it when it is due. Not kept in the outbox: resolves when the server has it.
   * @throws IMError as a send is refused, LIMIT_REACHED, TOO_LARGE (time), OFFLINE
   */
  schedule(conversation: Conversation, input: ScheduleInput): Promise<ScheduledMessage>
  /** TOO_LARGE beyond what the server allows. One that failed waits again. */
  reschedule(id: string, atMs: number): Promise<void>
  cancel(id: string): Promise<void>
  /** Refused, it goes on waiting. */
  sendNow(id: string): Promise<Stored>
}

export const scheduledPrefix = 'scheduled:'
const failed: number = wire.ScheduledState.SCHEDULED_STATE_FAILED
const known = new WeakMap<IM, Scheduled>()

/** The same object for the same client. */
export function scheduledOf(im: IM): Scheduled {
  const made = known.get(im) ?? createScheduled(im)
  known.set(im, made)
  return made
}

function createScheduled(im: IM): Scheduled {
  const { ask, engine, mintRequestKey } = featureAccess(im, scheduledCommands)
  const { items } = engine
  const all = new Cell(() =>
    items
      .keys(scheduledPrefix)
      .flatMap((key) => messageAt(key) ?? [])
      .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1)),
  )
  im.on('itemChanged', ({ key }) => {
    if (key.startsWith(scheduledPrefix)) all.changed()
  })

  function messageAt(key: string): ScheduledMessage | undefined {
    const body = items.get(key)
    return body === undefined ? undefined : readScheduled(body)
  }

  async function act<N extends 'changeScheduled' | 'cancelScheduled'>(
    name: N,
    request: Omit<RequestInit<N>, 'requestKey'>,
  ): Promise<void> {
    const asked = { ...request, requestKey: mintRequestKey() } as RequestInit<N>
    const { entry } = await ask(name, asked)
    if (entry) items.take(entry)
  }

  return {
    all,
    get: (id) => messageAt(keyOf(id)),
    async schedule(conversation, input) {
      const { clientId: given = '', replyTo: refSeq = 0, atMs, signal, ...said } = input
      const { kind, body: content } = bodyOf(said)
      const face = faceOf(conversation)
      face.checkText(content.text ?? '')
      const clientId = given === '' ? mintRequestKey() : checkedId(given)
      const body = wire.EntryBody.encode(content).finish()
      const request = { target: face.state.sendTarget, clientId, kind, refSeq, body, atMs }
      const { entry } = await ask('scheduleSend', request, signal)
      if (entry) items.take(entry)
      const state = wire.ScheduledState.SCHEDULED_STATE_WAITING
      const asked = { ...request, createdMs: engine.context.session.nowMs(), state }
      return readScheduled(wire.ScheduledSend.encode(asked).finish())
    },
    reschedule: async (id, atMs) => act('changeScheduled', { clientId: idOf(id), atMs }),
    cancel: async (id) => act('cancelScheduled', { clientId: idOf(id) }),
    async sendNow(id) {
      const request = { clientId: idOf(id), requestKey: mintRequestKey() }
      const { conversation, seq, timeMs, duplicate } = await ask('sendScheduledNow', request)
      return { conversation, seq, timeMs, duplicate }
    },
  }
}

/** The body of an account log item. */
export function readScheduled(body: Uint8Array): ScheduledMessage {
  const {
    clientId,
    target,
    kind,
    refSeq,
    body: said,
    atMs,
    createdMs,
    state,
    error,
  } = wire.ScheduledSend.decode(body)
  const { conversation, account } = target ?? {}
  const content = contentOf(said)
  const code = errorName(error) ?? 'INTERNAL'
  return {
    id: uuidToText(clientId),
    target: conversation ? { conversation } : { account: account ?? 0 },
    ...{ kind, text: content.text, content, replyTo: refSeq, atMs, createdMs },
    state: state === failed ? 'failed' : 'waiting',
    error: state === failed ? new IMError(code) : undefined,
  }
}

function idOf(id: string): Uint8Array {
  const bytes = uuidFromText(id)
  if (bytes === undefined) throw new IMError('BAD_ID')
  return bytes
}

const keyOf = (id: string): string => scheduledPrefix + id.replaceAll('-', '').toLowerCase()
