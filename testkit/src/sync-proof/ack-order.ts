import { Buffer } from 'node:buffer'
import { commands, frameFlags, frameHeaderBytes, frameKinds, readHeader } from '@parley/protocol'
import type { TracedCall } from './trace-reader.ts'

export interface AckOrderFigures {
  /** Positive answers to sends that left through a traced socket. */
  acks: number
  /** Syncs of the log of writes that ended well. */
  syncs: number
  /** One sentence for each ack that left too early, at most problemsMax. */
  problems: string[]
}

const problemsMax = 20
const markBytesMax = 32
const logEnding = '-wal'
const reads = new Set(['read', 'recvfrom'])
const writes = new Set(['write', 'writev', 'sendto', 'sendmsg'])

/** How far what was sent under a mark has come. */
type Stage = 'written' | 'durable'

interface Stream {
  inbound: Buffer
  outbound: Buffer
  /** The mark of each send that is not answered yet, by request number. */
  open: Map<number, string>
}

/**
 * Judges a trace: an ack may begin to leave only when a sync that began after the message was written to the log has
 * ended well. A message is known by a mark in its text, which stands in clear in the request and in the log.
 */
export class AckOrder {
  readonly #mark: RegExp
  readonly #stages = new Map<string, Stage>()
  readonly #streams = new Map<string, Stream>()
  /** Written, and not covered by a sync that has ended well. */
  readonly #unsynced = new Set<string>()
  #tail: { bytes: Buffer; end: number } = { bytes: Buffer.alloc(0), end: -1 }
  /** By thread: what was written when its sync began. */
  readonly #syncing = new Map<string, Set<string>>()
  readonly figures: AckOrderFigures = { acks: 0, syncs: 0, problems: [] }

  /** @param mark matches the mark within a text. */
  constructor(mark: RegExp) {
    this.#mark = mark
  }

  take(call: TracedCall): void {
    const { name, target, phase } = call
    if (name === 'close') this.#streams.delete(target)
    else if (target.startsWith('TCP:')) {
      if (writes.has(name)) this.#sent(call)
      else if (reads.has(name) && phase !== 'began') this.#received(call)
    } else if (target.endsWith(logEnding)) {
      if (name === 'pwrite64' && phase !== 'began' && call.result > 0) this.#written(call)
      else if (name === 'fdatasync' || name === 'fsync') this.#synced(call)
    }
  }

  /** SQLite writes a page in two where a sync has to end with a sector. */
  #written({ bytes, offset, result }: TracedCall): void {
    const written = bytes.subarray(0, result)
    const follows = offset === this.#tail.end
    const joined = follows ? Buffer.concat([this.#tail.bytes, written]) : written
    this.#tail = { bytes: joined.subarray(-markBytesMax), end: offset + result }
    for (const mark of this.#marksIn(joined)) {
      if (this.#stages.has(mark)) continue
      this.#stages.set(mark, 'written')
      this.#unsynced.add(mark)
    }
  }

  #synced({ phase, thread, result }: TracedCall): void {
    // NOTE two threads may sync at once, and each covers what both found: the first that ends makes it durable.
    if (phase !== 'ended') this.#syncing.set(thread, new Set(this.#unsynced))
    if (phase === 'began') return
    const covered = this.#syncing.get(thread) ?? new Set<string>()
    this.#syncing.delete(thread)
    if (result !== 0) return
    this.figures.syncs += 1
    for (const mark of covered) {
      this.#stages.set(mark, 'durable')
      this.#unsynced.delete(mark)
    }
  }

  #received(call: TracedCall): void {
    const stream = this.#stream(call.target)
    const bytes = call.bytes.subarray(0, Math.max(0, call.result))
    stream.inbound = eachFrame(Buffer.concat([stream.inbound, bytes]), (header, body) => {
      if (header.kind !== frameKinds.request || header.command !== commands.send.id) return
      const [mark] = this.#marksIn(body)
      if (mark !== undefined) stream.open.set(header.number, mark)
    })
  }

  #sent(call: TracedCall): void {
    const { phase, bytes, result, target } = call
    if (phase === 'ended') {
      if (result !== bytes.length) throw new Error('a write came to an end in part: not understood')
      return
    }
    // NOTE taken when it begins: that is when the ack leaves.
    const whole = phase === 'began' ? bytes : bytes.subarray(0, Math.max(0, result))
    const stream = this.#stream(target)
    stream.outbound = eachFrame(Buffer.concat([stream.outbound, whole]), (header) => {
      const mark = stream.open.get(header.number)
      if (header.kind !== frameKinds.response || mark === undefined) return
      stream.open.delete(header.number)
      if ((header.flags & frameFlags.error) === 0) this.#acked(mark)
    })
  }

  #acked(mark: string): void {
    this.figures.acks += 1
    const stage = this.#stages.get(mark)
    if (stage === 'durable' || this.figures.problems.length >= problemsMax) return
    this.figures.problems.push(
      `${mark} was acked when it was ${stage === undefined ? 'not written' : 'written and not synced'}`,
    )
  }

  #stream(target: string): Stream {
    const known = this.#streams.get(target)
    if (known !== undefined) return known
    const empty = Buffer.alloc(0)
    const stream = { inbound: empty, outbound: empty, open: new Map<number, string>() }
    this.#streams.set(target, stream)
    return stream
  }

  *#marksIn(bytes: Buffer): Iterable<string> {
    for (const [mark] of bytes.toString('latin1').matchAll(this.#mark)) yield mark
  }
}

type Header = ReturnType<typeof readHeader>

/** @returns what is left: the beginning of a frame. */
function eachFrame(bytes: Buffer, take: (header: Header, body: Buffer) => void): Buffer {
  let at = 0
  while (bytes.length - at >= frameHeaderBytes) {
    const header = readHeader(bytes, at)
    const end = at + frameHeaderBytes + header.length
    if (end > bytes.length) break
    take(header, bytes.subarray(at + frameHeaderBytes, end))
    at = end
  }
  return bytes.subarray(at)
}
