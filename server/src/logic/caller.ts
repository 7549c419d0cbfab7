import type { AccountId, DeviceId } from '../data/model.ts'
import type { SessionId } from '../session/session.ts'

/** Who asks. It comes from the session, never from the body of a request (R11). */
export interface Caller {
  account: AccountId
  device: DeviceId
  session: SessionId
}
