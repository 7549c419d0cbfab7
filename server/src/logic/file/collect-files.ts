import type { Timer } from '../../base/clock.ts'
import type { FileDeps } from './file-deps.ts'

export const collectEveryMs = 15_000
/** A backlog is worked off in steps: nothing waits long behind them. */
const stepMax = 100

type Deps = Pick<FileDeps, 'clock' | 'log' | 'files' | 'blobs' | 'blobLocks' | 'turns'>

/**
 * Removes what is over: uploads that nobody went on with, files that no entry names, and bytes that no file stands on.
 * Every step can be interrupted and is done again.
 */
export async function collectFiles(deps: Deps): Promise<void> {
  await collectUploads(deps)
  const nowMs = deps.clock.wallMs()
  while ((await deps.files.removeDueFiles(nowMs, stepMax)) === stepMax);
  await collectBlobs(deps)
}

async function collectUploads({ clock, files, blobs, turns }: Deps): Promise<void> {
  for (;;) {
    const nowMs = clock.wallMs()
    const expired = await files.expiredUploads(nowMs, stepMax)
    for (const { id } of expired) {
      const endTurn = await turns.take(id, () => undefined)
      try {
        // NOTE somebody may have gone on with it just now.
        const upload = await files.upload(id)
        if (upload === undefined || upload.expiresMs > nowMs) continue
        await blobs.discard(id)
        await files.removeUploads([id], nowMs)
      } finally {
        endTurn()
      }
    }
    if (expired.length < stepMax) return
  }
}

async function collectBlobs({ files, blobs, blobLocks }: Deps): Promise<void> {
  for (;;) {
    const freed = await files.freedBlobs(stepMax)
    const removed = await Promise.allSettled(
      freed.map((hash) =>
        blobLocks.run([Buffer.from(hash).toString('hex')], async () => {
          if (!(await files.isFreed(hash))) return
          await blobs.remove(hash)
          await files.forgetFreedBlob(hash)
        }),
      ),
    )
    // NOTE what cannot be removed keeps nothing else, and is tried again the next time.
    const failed = removed.find((one) => one.status === 'rejected')
    if (failed !== undefined) throw failed.reason
    if (freed.length < stepMax) return
  }
}

/** Collects now and then, until stopped. What fails is tried again. */
export function keepCollecting(deps: Deps): { stop(): Promise<void> } {
  let stopped = false
  let timer: Timer
  let running = Promise.resolve()
  const again = (): void => {
    if (!stopped) timer = deps.clock.after(collectEveryMs, collect)
  }
  const collect = (): void => {
    running = collectFiles(deps)
      .catch((fault: unknown) => {
        const message = fault instanceof Error ? fault.message : String(fault)
        deps.log.warn({ message }, 'files could not be collected')
      })
      .then(again)
  }
  timer = deps.clock.after(collectEveryMs, collect)
  return {
    stop() {
      stopped = true
      timer.cancel()
      return running
    },
  }
}
