import { pageBytesMax, pageEntriesMax, textBytesMax, uuidV7Minter, wire } from '@parley/protocol'
import { Type } from 'typebox'
import { Refusal } from '../../base/refusal.ts'
import { send } from '../../logic/message/send.ts'
import { callerFor } from './api-caller.ts'
import { apiRoute, type ApiRoute } from './api-route.ts'
import { entryJson, EntryReply, Id, idOf, Text, Time, Uuid, uuidOf } from './api-types.ts'

const { ACCOUNT_KIND_BOT, ACCOUNT_KIND_SYSTEM } = wire.AccountKind
const senders: readonly number[] = [ACCOUNT_KIND_BOT, ACCOUNT_KIND_SYSTEM]
const To = Type.Object(
  { account: Type.Optional(Id), conversation: Type.Optional(Id) },
  { description: 'One of both.' },
)

export const messageApi: readonly ApiRoute[] = [
  apiRoute({
    ...{ method: 'POST', path: '/messages', scope: 'messages', status: 201 },
    summary: 'Send as a bot or system account. The same clientId again is the same message.',
    body: Type.Object({
      from: Id,
      to: To,
      text: Text(textBytesMax),
      card: Type.Optional(Type.Object({ type: Text(64), json: Text(16_384) })),
      clientId: Type.Optional(Uuid),
    }),
    reply: Type.Object({
      ...{ conversation: Id, seq: Type.Integer(), timeMs: Time },
      duplicate: Type.Boolean({ description: 'It was stored by an earlier attempt.' }),
    }),
    async run({ rules, store }, { body }) {
      const { from, to, text, card, clientId } = body
      const sender = await store.accounts.byId(idOf(from))
      if (sender === undefined) throw new Refusal('NOT_FOUND', 'there is no such sender')
      if (!senders.includes(sender.kind))
        throw new Refusal('FORBIDDEN', 'only bots and system accounts send by this API')
      const kind = card ? wire.EntryKind.ENTRY_KIND_CARD : wire.EntryKind.ENTRY_KIND_TEXT
      const { random, clock } = rules
      const mint = uuidV7Minter({
        nowMs: () => clock.wallMs(),
        fill: (bytes) => random.fill(bytes),
      })
      const asked = wire.SendRequest.encode({
        target: {
          ...(to.conversation && { conversation: idOf(to.conversation) }),
          ...(to.account && { account: idOf(to.account) }),
        },
        clientId: clientId === undefined ? mint() : uuidOf(clientId),
        kind,
        body: wire.EntryBody.encode({ text, card }).finish(),
      })
      const request = wire.SendRequest.decode(asked.finish())
      const stored = await send(rules, callerFor(sender.id), request)
      return { ...stored, conversation: String(stored.conversation) }
    },
  }),
  apiRoute({
    ...{ method: 'GET', path: '/accounts/:account/conversations/:conversation/entries' },
    scope: 'history',
    summary: 'A page of a conversation, as this account may see it.',
    params: Type.Object({ account: Id, conversation: Id }),
    query: Type.Object({
      from: Type.Optional(Type.Integer({ minimum: 0, description: 'Default 1.' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: pageEntriesMax })),
    }),
    reply: Type.Object({
      entries: Type.Array(EntryReply),
      headSeq: Type.Integer(),
      next: Type.Integer({ description: '`from` of the next page; 0: this was the last.' }),
    }),
    async run({ store }, { params, query }) {
      const conversation = idOf(params.conversation)
      const page = await store.entries.pull({
        reader: idOf(params.account),
        conversation,
        fromSeq: Math.max(1, query.from ?? 1),
        limit: query.limit ?? 100,
        backward: false,
        bytesMax: pageBytesMax,
      })
      if (page.status === 'refused') throw new Refusal(page.error)
      const { entries, headSeq, coveredTo } = page
      return {
        entries: entries.map((entry) => entryJson(conversation, entry)),
        headSeq,
        next: coveredTo > 0 && coveredTo < headSeq ? coveredTo + 1 : 0,
      }
    },
  }),
]
