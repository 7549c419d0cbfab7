import { existsSync, readFileSync, statSync } from 'node:fs'
import { databasePath, searchPath } from './files.ts'

/**
 * SQLite takes the first frame of its log of writes that does not fit for the end of the log, because that is how a power
 * cut leaves it, and begins as if nothing had been there: commits that were acked would be gone in silence, and pages that
 * were moved into the database already would lie beside older ones. A power cut can spoil no more than the one
 * transaction that was not synced yet. So what says more than that is damage, and the store is not opened:
 * - two or more commits of the same log behind a frame that does not fit;
 * - the index of the log (`-shm`), which is told of a commit after its sync, knows more frames than there are;
 * - a head that does not fit, with frames behind it: the head is synced before the first frame is written.
 * @returns one sentence, or nothing. Reads only; call it while nobody has the store open.
 */
export function logDamage(path: string): string | undefined {
  const log = read(`${path}-wal`)
  const index = readIndex(read(`${path}-shm`))
  if (log.length < headBytes || isBlank(log)) {
    const isLost = index !== undefined && index.movedFrames < index.frames
    return isLost ? `the log of writes is gone, and ${index.frames} pages with it` : undefined
  }
  const head = readHead(log)
  if (head === undefined) {
    return log.length > headBytes ? 'the head of the log of writes is damaged' : undefined
  }
  const frames = fittingFrames(log, head)
  if (index?.salts === head.salts && index.frames > frames)
    return `the log of writes is damaged: ${frames} of its ${index.frames} pages can be read`
  const commits = commitsBehind(log, head, frames)
  if (commits < 2) return undefined
  return `the log of writes is damaged behind page ${frames}: ${commits} commits that follow cannot be read`
}

/** What is to be seen of a data folder before its store is opened. @returns one sentence, or nothing. */
export function folderDamage(folder: string): string | undefined {
  const path = databasePath(folder)
  const isEmpty = !existsSync(path) || statSync(path).size === 0
  // NOTE the index is made after the store, of what lies in it.
  if (isEmpty && existsSync(searchPath(folder)))
    return 'the database is empty or missing, though the folder has been in use'
  return isEmpty ? undefined : logDamage(path)
}

const headBytes = 32
const frameHeadBytes = 24
/** By whether sums are of little-endian or big-endian words. */
const magics: Readonly<Record<number, boolean>> = { 0x377f0682: true, 0x377f0683: false }

interface Head {
  pageBytes: number
  isLittleEndian: boolean
  salts: string
  sum: Sum
}
type Sum = readonly [number, number]

function read(path: string): Buffer {
  return existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
}

/** Made larger, and never written. */
function isBlank(log: Buffer): boolean {
  return log.subarray(0, headBytes).every((byte) => byte === 0)
}

function readHead(log: Buffer): Head | undefined {
  const isLittleEndian = magics[log.readUInt32BE(0)]
  if (isLittleEndian === undefined) return undefined
  const sum = add([0, 0], log, 0, 24, isLittleEndian)
  if (!says(log, 24, sum)) return undefined
  const salts = log.toString('hex', 16, 24)
  return { pageBytes: log.readUInt32BE(8), isLittleEndian, salts, sum }
}

/** From the first on, each of which carries on the sum of those before it. */
function fittingFrames(log: Buffer, head: Head): number {
  const step = frameHeadBytes + head.pageBytes
  let { sum } = head
  let frames = 0
  for (let at = headBytes; at + step <= log.length; at += step) {
    if (log.toString('hex', at + 8, at + 16) !== head.salts) break
    sum = add(sum, log, at, at + 8, head.isLittleEndian)
    sum = add(sum, log, at + frameHeadBytes, at + step, head.isLittleEndian)
    if (!says(log, at + 16, sum)) break
    frames += 1
  }
  return frames
}

/** Frames of this log that end a transaction, behind the one that does not fit. */
function commitsBehind(log: Buffer, head: Head, frames: number): number {
  const step = frameHeadBytes + head.pageBytes
  let commits = 0
  for (let at = headBytes + (frames + 1) * step; at + step <= log.length; at += step) {
    const isOurs = log.toString('hex', at + 8, at + 16) === head.salts
    if (isOurs && log.readUInt32BE(at + 4) > 0) commits += 1
  }
  return commits
}

const says = (log: Buffer, at: number, [one, two]: Sum): boolean =>
  log.readUInt32BE(at) === one && log.readUInt32BE(at + 4) === two

function add([one, two]: Sum, log: Buffer, from: number, to: number, little: boolean): Sum {
  let first = one
  let second = two
  for (let at = from; at < to; at += 8) {
    first = (first + (little ? log.readUInt32LE(at) : log.readUInt32BE(at)) + second) >>> 0
    second = (second + (little ? log.readUInt32LE(at + 4) : log.readUInt32BE(at + 4)) + first) >>> 0
  }
  return [first, second]
}

interface LogIndex {
  salts: string
  /** Committed and synced. */
  frames: number
  /** Of these, in the database already. */
  movedFrames: number
}

/** In the byte order of the machine: node runs on little-endian ones. Undefined: it is none, or half written. */
function readIndex(index: Buffer): LogIndex | undefined {
  const copyBytes = 48
  if (index.length < 2 * copyBytes + 4) return undefined
  const isSame = index.compare(index, copyBytes, 2 * copyBytes, 0, copyBytes) === 0
  const sum = add([0, 0], index, 0, 40, true)
  const fits = index.readUInt32LE(40) === sum[0] && index.readUInt32LE(44) === sum[1]
  if (!isSame || !fits || index[12] !== 1) return undefined
  return {
    salts: index.toString('hex', 32, 40),
    frames: index.readUInt32LE(16),
    movedFrames: index.readUInt32LE(2 * copyBytes),
  }
}
