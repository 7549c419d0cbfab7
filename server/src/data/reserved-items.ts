import { contactKeyPrefix } from './contact-store.ts'
import { scheduledKeyPrefix } from './scheduled-store.ts'

/** Account log items whose keys begin so are written by the rules alone; a client's own put is refused. */
const reservedPrefixes: readonly string[] = [contactKeyPrefix, scheduledKeyPrefix, 'account:']

export function isReservedItem(key: string): boolean {
  return reservedPrefixes.some((prefix) => key.startsWith(prefix))
}
