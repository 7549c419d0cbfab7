import type { Access } from '../access/create-access.ts'
import { nodeClock } from '../base/node/node-clock.ts'
import type { Composed } from './compose.ts'
import type { Endpoints } from './endpoints.ts'
import type { Health } from './health.ts'

/** The figures that the operator sees first. */
export function serverStatus(of: {
  access: Access
  composed: Composed
  health: Health
  endpoints: Endpoints
  startedMs: number
}): Record<string, unknown> {
  const { access, composed, health, endpoints, startedMs } = of
  const { connections, framesIn, framesOut, outboxBytes, pushesDropped } = access.stats()
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
