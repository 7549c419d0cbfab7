import { Refusal } from '../../base/refusal.ts'
import { BlobFault } from '../../data/blob-store.ts'

/** What the disk of the files says, as far as it is an expected no; the rest is a fault. */
export function refusalOfBlobs(thrown: unknown): unknown {
  if (!(thrown instanceof BlobFault)) return thrown
  if (thrown.trouble === 'full') return new Refusal('STORAGE_FULL')
  return thrown.trouble === 'gone' ? new Refusal('NOT_FOUND') : thrown
}

export async function withBlobTrouble<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    throw refusalOfBlobs(thrown)
  }
}
