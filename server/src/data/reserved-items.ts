import { contactKeyPrefix } from './contact-store.ts'
import { deletedKeyPrefix } from './own-state-store.ts'
import { scheduledKeyPrefix } from './scheduled-store.ts'

/** Account log items whose keys begin so are written by the rules alone; a client's own put is refused. */
const reservedPrefixes: readonly string[] = [
  contactKeyPrefix,
  deletedKeyPrefix,
  scheduledKeyPrefix,
  'account:',
]

export function isReservedItem(key: string): boolean {
  return reservedPrefixes.some((prefix) => key.startsWith(prefix))
}
