import type { DeviceName } from './device-store.ts'
import { openSession, storedAccess, whenLoggedIn } from './open-session.ts'
import { call, type Credentials } from './sdk.ts'
import { memoryPlace, stored } from './token-source.ts'

const timeoutMs = 5_000

/**
 * Signs devices out: the one whose credentials these are, or `others` of its account.
 * Never rejects: what does not succeed is a device that stands in the list until it expires.
 */
export async function endDevice(
  name: DeviceName,
  credentials: Credentials,
  other?: { device: number },
): Promise<void> {
  const place = memoryPlace()
  place.write(stored(credentials, Date.now()))
  const open = openSession(storedAccess(name, place))
  try {
    await whenLoggedIn(open, { timeoutMs })
    if (other === undefined) await call(open.session, 'signOut', {}, { timeoutMs })
    else await call(open.session, 'endDevice', { device: other.device }, { timeoutMs })
  } catch {
    // NOTE the promise of this function.
  } finally {
    await open.end()
  }
}
