import {
  closeSync,
  existsSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { FolderFault, inspectFolder, verifyDataFolder } from '@parley/server'
import { ok, warning, wrong, type Finding } from './finding.ts'

const freeBytesWarning = 2_000_000_000
const syncRounds = 50
const syncMsWarning = 10
const problemsShown = 5

/** Room, the right to write, and how long the disk takes to make something durable. */
export function checkFolder(folder: string): Finding[] {
  const place = nearestFolder(resolve(folder))
  return [checkRoom(place), checkWriting(place)]
}

/** Who holds the folder, and which store lies in it. */
export async function checkHold(folder: string, serverAnswers: boolean): Promise<Finding[]> {
  try {
    const { isHeld, generation } = await inspectFolder(folder)
    const store = ok('generation', generation ?? 'there is no store yet')
    if (!isHeld) return [ok('lock', 'nobody holds the data folder'), store]
    if (serverAnswers) return [ok('lock', 'the server holds the data folder'), store]
    const advice = `Find it (fuser ${join(resolve(folder), 'parley.lock')}) and let it end: no other can start before.`
    return [wrong('lock', 'a process holds the data folder and does not answer', advice), store]
  } catch (thrown) {
    if (!(thrown instanceof FolderFault)) throw thrown
    return [wrong('generation', thrown.message, 'Restore the newest sound backup: parley restore.')]
  }
}

export function checkStore(folder: string): Finding {
  const problems = verifyDataFolder(folder)
  if (problems.length === 0)
    return ok('store', 'every entry, head, count and token was read and agrees')
  const shown = problems.slice(0, problemsShown).join('; ')
  return wrong(
    'store',
    `${problems.length} problems: ${shown}`,
    'Stop the server and restore the newest sound backup: parley restore.',
  )
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestFolder(dirname(folder))
}

function checkRoom(place: string): Finding {
  const { bavail, bsize } = statfsSync(place)
  const free = bavail * bsize
  const text = `${(free / 1e9).toFixed(1)} GB free at ${place}`
  if (free >= freeBytesWarning) return ok('disk space', text)
  return warning(
    'disk space',
    text,
    'Make room: below a floor the server refuses to store messages.',
  )
}

function checkWriting(place: string): Finding {
  let folder: string
  try {
    folder = mkdtempSync(join(place, '.parley-doctor-'))
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    return wrong(
      'disk sync',
      `${place} cannot be written: ${reason}`,
      'Let the server run as the owner of its data folder.',
    )
  }
  try {
    const median = medianSyncMs(join(folder, 'probe'))
    const text = `a commit reaches the disk in ${median.toFixed(2)} ms (median of ${syncRounds})`
    if (median <= syncMsWarning) return ok('disk sync', text)
    return warning(
      'disk sync',
      text,
      'A disk this slow bounds how many messages a second are stored: use a local SSD.',
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function medianSyncMs(path: string): number {
  const file = openSync(path, 'w')
  try {
    const times = Array.from({ length: syncRounds }, () => {
      writeSync(file, Buffer.alloc(4_096))
      const startMs = performance.now()
      fdatasyncSync(file)
      return performance.now() - startMs
    })
    return times.toSorted((a, b) => a - b)[syncRounds / 2] ?? 0
  } finally {
    closeSync(file)
  }
}
