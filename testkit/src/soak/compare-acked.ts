import { Buffer } from 'node:buffer'
import type { Driver } from '../../../server/src/data/sqlite/driver.ts'
import { decodeRecord } from '../../../server/src/data/sqlite/entry-record.ts'
import { databasePath } from '../../../server/src/data/sqlite/thread/files.ts'
import { openNodeDriver } from '../../../server/src/data/sqlite/thread/node-driver.ts'
import { verifyFolder } from '../../../server/src/data/sqlite/thread/store-files.ts'
import type { AckedSend } from './run-soak.ts'

const problemsMax = 20

/**
 * A store that nobody serves, checked as `parley doctor --store` checks it, and every ack: its message must lie once, in
 * the place that was acked.
 * @returns one sentence for each problem, at most problemsMax of them
 */
export function compareAcked(folder: string, acked: ReadonlyMap<string, AckedSend>): string[] {
  const driver = openNodeDriver(databasePath(folder))
  const lost: string[] = []
  try {
    const places = placesById(driver)
    for (const [id, { conversation, seq }] of acked) {
      const at = places.get(id.replaceAll('-', '')) ?? []
      if (at.length === 1 && at[0] === `${conversation} ${seq}`) continue
      lost.push(`${id}, acked as ${conversation} ${seq}, is at: ${at.join(', ') || 'nowhere'}`)
    }
  } finally {
    driver.close()
  }
  const summary = lost.length === 0 ? [] : [`${lost.length} of ${acked.size} acked are lost`]
  return [...summary, ...lost, ...verifyFolder(folder)].slice(0, problemsMax)
}

/** Where each client id lies; a sound store has one place for each. */
function placesById(driver: Driver): Map<string, string[]> {
  const places = new Map<string, string[]>()
  const rows = driver.prepare('SELECT conversation, seq, record FROM entry').all()
  for (const { conversation, seq, record } of rows) {
    const entry = decodeRecord(Number(conversation), Number(seq), record as Uint8Array)
    const id = Buffer.from(entry.clientId).toString('hex')
    places.set(id, [...(places.get(id) ?? []), `${conversation} ${seq}`])
  }
  return places
}
