import { Type } from 'typebox'
import { randomId } from '../../base/random.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Webhook } from '../../data/webhook-store.ts'
import { apiRoute, type ApiRoute } from './api-route.ts'
import type { ApiDeps } from './api-deps.ts'
import { Id, idOf, Text, Time } from './api-types.ts'

const Named = Type.Object({ webhook: Id })
const shown = {
  ...{ webhook: Id, url: Type.String(), paused: Type.Boolean(), createdMs: Time },
  waiting: Type.Integer({ description: 'Conversations with something that was not told yet.' }),
  failingSinceMs: Type.Integer({ description: '0: the last request went well.' }),
  lastError: Type.String(),
}
const WebhookReply = Type.Object(shown)
const webhookSecretBytes = 32

function webhookJson({ webhooks }: ApiDeps, webhook: Webhook) {
  const { id, url, isPaused, createdMs } = webhook
  const status = webhooks.status(id) ?? { waiting: 0, failingSinceMs: 0, lastError: '' }
  return { webhook: String(id), url, paused: isPaused, createdMs, ...status }
}

/** @throws Refusal BAD_REQUEST */
function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isGood = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (url === undefined || !isGood || url.username !== '' || url.password !== '')
    throw new Refusal('BAD_REQUEST', 'url is no http or https address without credentials')
  return url.href
}

async function webhookOf({ store }: ApiDeps, text: string): Promise<Webhook> {
  const webhook = await store.webhooks.byId(idOf(text))
  if (webhook === undefined) throw new Refusal('NOT_FOUND', 'there is no such webhook')
  return webhook
}

const pausing = (path: string, isPaused: boolean, summary: string): ApiRoute =>
  apiRoute({
    ...{ method: 'POST', path: `/webhooks/:webhook/${path}`, scope: 'webhooks', summary },
    params: Named,
    reply: WebhookReply,
    async run(deps, { params }) {
      const { id } = await webhookOf(deps, params.webhook)
      await deps.store.webhooks.setPaused(id, isPaused)
      await deps.webhooks.changed(id)
      return webhookJson(deps, await webhookOf(deps, params.webhook))
    },
  })

export const webhookApi: readonly ApiRoute[] = [
  apiRoute({
    ...{ method: 'POST', path: '/webhooks', scope: 'webhooks', status: 201 },
    summary:
      'Be told of every new entry from now on, at least once, signed. The secret is shown this once.',
    body: Type.Object({ url: Text(2_048) }),
    reply: Type.Object({ ...shown, secret: Type.String({ description: 'Hexadecimal.' }) }),
    async run(deps, { body }) {
      const { clock, random } = deps.rules
      const nowMs = clock.wallMs()
      const secret = random.fill(new Uint8Array(webhookSecretBytes))
      const { stamp } = await deps.store.feed.touchedSince(Number.MAX_SAFE_INTEGER)
      const webhook: Webhook = {
        ...{ id: randomId(random), url: checkedUrl(body.url), secret, createdMs: nowMs },
        ...{ isPaused: false, fromMs: nowMs, stamp },
      }
      await deps.store.webhooks.create(webhook)
      await deps.webhooks.changed(webhook.id)
      return { ...webhookJson(deps, webhook), secret: Buffer.from(secret).toString('hex') }
    },
  }),
  apiRoute({
    ...{ method: 'GET', path: '/webhooks', scope: 'webhooks' },
    summary: 'All webhooks, and how they fare.',
    reply: Type.Object({ webhooks: Type.Array(WebhookReply) }),
    async run(deps) {
      const webhooks = await deps.store.webhooks.list()
      return { webhooks: webhooks.map((webhook) => webhookJson(deps, webhook)) }
    },
  }),
  pausing('pause', true, 'Tell nothing for now; what happens meanwhile is told later.'),
  pausing('resume', false, 'Go on where it was paused.'),
  apiRoute({
    ...{ method: 'POST', path: '/webhooks/:webhook/replay', scope: 'webhooks' },
    summary: 'Tell everything from this time on again, under the same ids.',
    params: Named,
    body: Type.Object({ fromMs: Type.Integer({ minimum: 0 }) }),
    reply: WebhookReply,
    async run(deps, { params, body }) {
      const { id } = await webhookOf(deps, params.webhook)
      await deps.store.webhooks.replay(id, body.fromMs)
      await deps.webhooks.changed(id)
      return webhookJson(deps, await webhookOf(deps, params.webhook))
    },
  }),
  apiRoute({
    ...{ method: 'DELETE', path: '/webhooks/:webhook', scope: 'webhooks' },
    summary: 'Forget a webhook.',
    params: Named,
    reply: Type.Object({}),
    async run(deps, { params }) {
      const { id } = await webhookOf(deps, params.webhook)
      await deps.store.webhooks.remove(id)
      await deps.webhooks.changed(id)
      return {}
    },
  }),
]
