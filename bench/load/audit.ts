import { pageEntriesMax } from '@parley/protocol'
import { clientIdAt, indexOf } from './client-id.ts'
import type { Pair } from './pair.ts'
import type { Peer } from './peer.ts'

export interface AuditedPair extends Pick<
  Pair,
  'number' | 'conversation' | 'firstSeq' | 'sent' | 'isAcked'
> {
  readonly receiver: Pick<Peer, 'ask'>
}

const pullingMax = 16
const pairFieldAt = 8

/**
 * Reads every log anew, as its receiver: each acked message is in it exactly once, and all are in the order of sending.
 * @returns how many entries were looked at.
 */
export async function audit(pairs: readonly AuditedPair[], faults: string[]): Promise<number> {
  let looked = 0
  const waiting = [...pairs]
  const work = async () => {
    for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
      try {
        const entries = await auditPair(pair, faults)
        looked += entries
      } catch (thrown) {
        const why = thrown instanceof Error ? thrown.message : String(thrown)
        faults.push(`pair ${pair.number} could not be read back: ${why}`)
      }
    }
  }
  await Promise.all(Array.from({ length: pullingMax }, work))
  return looked
}

async function auditPair(pair: AuditedPair, faults: string[]): Promise<number> {
  const { conversation, firstSeq } = pair
  const own = clientIdAt(pair.number, 0).subarray(pairFieldAt, pairFieldAt + 4)
  const stored = new Uint8Array(pair.sent)
  let last = -1
  let fromSeq = firstSeq
  for (;;) {
    const page = await pair.receiver.ask('pull', {
      target: { conversation },
      fromSeq,
      limit: pageEntriesMax,
    })
    for (const { seq = 0, clientId } of page.entries) {
      if (clientId === null || clientId === undefined || seq === null)
        throw new Error('an entry is not whole')
      const index = indexOf(clientId)
      const isOwn = own.every((byte, at) => byte === clientId[pairFieldAt + at])
      if (seq !== fromSeq) faults.push(`pair ${pair.number}: seq ${seq} instead of ${fromSeq}`)
      if (!isOwn || index <= last || index >= pair.sent)
        faults.push(`pair ${pair.number}: message ${index} after ${last}`)
      else stored[index] = 1
      last = index
      fromSeq = seq + 1
    }
    if (page.entries.length === 0 || fromSeq > page.headSeq) break
  }
  for (let index = 0; index < pair.sent; index += 1) {
    if (pair.isAcked[index] === 1 && stored[index] !== 1)
      faults.push(`pair ${pair.number}: message ${index} was acked and is not there`)
  }
  return fromSeq - firstSeq
}
