import { accessDefaults, type AccessSettings } from '../access/settings.ts'
import type { Settings } from './settings.ts'

/** What is not open at all is of no use to anybody, however many processes share the limit. */
const shareMin = 1

/**
 * The limits of one process with connections. What is limited for the whole server is shared out evenly: `processes` of
 * them together never take more.
 */
export function accessSettings(settings: Settings, processes = 1): Partial<AccessSettings> {
  const { connectionRequestsPerSecond: perSecond, connectionRequestsBurst: burst } = settings
  const share = (limit: number) => Math.max(shareMin, Math.floor(limit / processes))
  return {
    heartbeatMs: settings.heartbeatMs,
    connectionsMax: share(settings.connectionsMax),
    connectionsPerAddressMax: share(settings.connectionsPerAddressMax),
    greetingsMax: share(accessDefaults.greetingsMax),
    greetingsPerAddressMax: share(accessDefaults.greetingsPerAddressMax),
    frameRate: { perSecond, burst },
    excessRate: { perSecond, burst: burst * 3 },
  }
}
