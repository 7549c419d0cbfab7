import { accountApi } from './account-api.ts'
import type { ApiRoute } from './api-route.ts'
import { groupApi } from './group-api.ts'
import { groupMemberApi } from './group-member-api.ts'
import { messageApi } from './message-api.ts'
import { webhookApi } from './webhook-api.ts'

/** Every route of the integrators' API; a test walks them. */
export const apiRows: readonly ApiRoute[] = [
  ...accountApi,
  ...groupApi,
  ...groupMemberApi,
  ...messageApi,
  ...webhookApi,
]
export const apiPrefix = '/api/v1'
