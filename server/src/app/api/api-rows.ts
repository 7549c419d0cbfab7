import { accountApi } from './account-api.ts'
import type { ApiRoute } from './api-route.ts'
import { messageApi } from './message-api.ts'
import { webhookApi } from './webhook-api.ts'

/** Every route of the integrators' API; a test walks them. */
export const apiRows: readonly ApiRoute[] = [...accountApi, ...messageApi, ...webhookApi]
export const apiPrefix = '/api/v1'
