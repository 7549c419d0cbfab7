import { readFileSync } from 'node:fs'
import type { RealServer } from '../soak/real-server.ts'

/** What the server says of itself. */
export async function figuresOf(server: RealServer): Promise<{ connections: number }> {
  const url = server.http.replace('0.0.0.0', '127.0.0.1')
  const answer = await fetch(`${url}/metrics`, { headers: { connection: 'close' } })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`no figures: ${answer.status}`)
  let connections = 0
  for (const [, count] of text.matchAll(/^parley_connections\{[^}]*\} (\d+)$/gm))
    connections += Number(count)
  return { connections }
}

/** Resident, of a server in one process. */
export function residentMb({ pid }: RealServer): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
}
