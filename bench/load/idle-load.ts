import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import type { Peer } from './peer.ts'

export type IdleInput =
  | { step: 'join'; endpoint: Endpoint; firstUser: number; users: number; isBare: boolean }
  | { step: 'leave' }

const openingMax = 64
let crowd: Crowd | undefined

/** Connections that stand and do nothing but what they must. */
export async function idleLoad(input: IdleInput): Promise<{ connected: number; lost: number }> {
  if (input.step === 'leave') {
    const left = { connected: crowd?.peers.length ?? 0, lost: crowd?.lost ?? 0 }
    crowd?.leave()
    crowd = undefined
    return left
  }
  const { endpoint, firstUser, users, isBare } = input
  crowd ??= new Crowd()
  const greet = isBare ? (peer: Peer) => peer.opened : (peer: Peer) => peer.login()
  await crowd.join({ endpoint, firstUser, users, openingMax }, greet)
  return { connected: crowd.peers.length, lost: crowd.lost }
}
