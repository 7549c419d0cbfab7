import type { CommandPortDeps } from '../../commands/create-command-port.ts'
import type { Store } from '../../data/store.ts'
import type { Webhooks } from '../webhooks/start-webhooks.ts'

/** What the integrators' API stands on: the same rules as every client. */
export interface ApiDeps {
  rules: CommandPortDeps
  store: Store
  webhooks: Webhooks
}
