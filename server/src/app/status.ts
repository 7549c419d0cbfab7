import type { AccessSnapshot } from '../access/stats.ts'
import { nodeClock } from '../base/node/node-clock.ts'
import type { Composed } from './compose.ts'
import type { Endpoints } from './endpoints.ts'
import type { Health } from './health.ts'

type StatusCount = 'framesIn' | 'framesOut' | 'outboxBytes' | 'pushesDropped'

/** The figures that the operator sees first. */
export function serverStatus(of: {
  stats: Pick<AccessSnapshot, 'connections' | StatusCount>
  composed: Composed
  health: Health
  endpoints: Endpoints
  startedMs: number
}): Record<string, unknown> {
  const { stats, composed, health, endpoints, startedMs } = of
  const { connections, framesIn, framesOut, outboxBytes, pushesDropped } = stats
  return {
    ...endpoints,
    healthy: health.healthy(),
    upSeconds: Math.floor((nodeClock.monotonicMs() - startedMs) / 1_000),
    sessions: composed.registry.connectedCount(),
    connections,
    framesIn,
    framesOut,
    outboxBytes,
    pushesDropped,
    memoryBytes: process.memoryUsage.rss(),
  }
}
