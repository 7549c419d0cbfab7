import type { Webhook } from '../../data/webhook-store.ts'
import { WebhookPump, type WebhookPumpDeps, type WebhookStatus } from './webhook-pump.ts'

export interface Webhooks {
  /** After a webhook was made, resumed, paused, replayed or removed. */
  changed(id: number): Promise<void>
  /** Undefined: it is not running. */
  status(id: number): WebhookStatus | undefined
  stop(): void
}

/** One pump for each webhook that is not paused. */
export function startWebhooks(deps: WebhookPumpDeps): Webhooks {
  const pumps = new Map<number, WebhookPump>()
  let isStopped = false

  function set(id: number, webhook: Webhook | undefined): void {
    pumps.get(id)?.stop()
    pumps.delete(id)
    if (webhook !== undefined && !webhook.isPaused && !isStopped)
      pumps.set(id, new WebhookPump(deps, webhook))
  }

  deps.store.webhooks.list().then(
    (webhooks) => {
      for (const webhook of webhooks) if (!pumps.has(webhook.id)) set(webhook.id, webhook)
    },
    (fault: unknown) => deps.log.error({ fault: String(fault) }, 'webhooks were not started'),
  )
  return {
    changed: async (id) => set(id, await deps.store.webhooks.byId(id)),
    status: (id) => pumps.get(id)?.status,
    stop() {
      isStopped = true
      for (const pump of pumps.values()) pump.stop()
    },
  }
}
