import { commands, frameBodyBytesMax, FrameReader } from '@parley/protocol'
import { frameFlags, frameHeaderBytes, frameKinds } from '@parley/protocol'
import type { ByteStream } from '../../../server/src/access/stream.ts'

const syncCommand = commands.sync.id

export interface WireWatchDeps {
  /** Gets what is wrong, once for a connection. */
  problem(what: string): void
  /** Gets every push that is written. */
  pushed(command: number, body: Uint8Array): void
}

/**
 * Looks at what goes over one connection of the server. A device mends by a sync what is wrong there, so that nobody would
 * see it: pushes have the next number each, and of those that were dropped every pong tells until a sync has begun (R6).
 */
export class WireWatch {
  readonly #deps: WireWatchDeps
  readonly #asked = new FrameReader(frameBodyBytesMax)
  #last = 0
  /** A sync was asked for since the last number was seen. */
  #hasSynced = false
  /** Numbers were passed over since the last sync was asked for. */
  #owesBehind = false
  #isBad = false

  constructor(deps: WireWatchDeps) {
    this.#deps = deps
  }

  /** @returns the stream, watched. */
  on(stream: ByteStream): ByteStream {
    return {
      write: (bytes) => {
        this.#written(bytes)
        stream.write(bytes)
      },
      get queuedBytes() {
        return stream.queuedBytes
      },
      end: (reason) => stream.end(reason),
      destroy: () => stream.destroy(),
      pause: () => stream.pause(),
      resume: () => stream.resume(),
      listen: (listener) =>
        stream.listen({
          data: (bytes) => {
            this.#asked.read(bytes, ({ kind, command }) => {
              if (kind === frameKinds.request && command === syncCommand) this.#synced()
            })
            listener.data(bytes)
          },
          drained: () => listener.drained(),
          closed: () => listener.closed(),
          fault: (reason) => listener.fault(reason),
        }),
    }
  }

  #synced(): void {
    this.#hasSynced = true
    this.#owesBehind = false
  }

  /** NOTE a server writes whole frames. */
  #written(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = 0
    while (at + frameHeaderBytes <= bytes.length && !this.#isBad) {
      const kind = (bytes[at + 4] ?? 0) & 15
      const bodyAt = at + frameHeaderBytes
      const end = bodyAt + view.getUint32(at)
      this.#look(kind, bytes[at + 5] ?? 0, view.getUint32(at + 8))
      if (kind === frameKinds.push)
        this.#deps.pushed(view.getUint16(at + 6), bytes.subarray(bodyAt, end))
      at = end
    }
    if (at !== bytes.length && !this.#isBad) this.#bad('a write ends within a frame')
  }

  #look(kind: number, flags: number, number: number): void {
    if (kind === frameKinds.push && number > 0) {
      if (number <= this.#last) this.#bad(`push ${number} comes after push ${this.#last}`)
      this.#passOver(number - 1)
      this.#reach(number)
    } else if (kind === frameKinds.pong) {
      if (number < this.#last) this.#bad(`a pong says ${number} after push ${this.#last}`)
      this.#passOver(number)
      const isTold = (flags & frameFlags.behind) !== 0
      if (this.#owesBehind && !isTold)
        this.#bad(`a pong tells of no hole, pushes before ${number} were dropped`)
    }
  }

  /** Of what was dropped before a sync nothing needs to be told. */
  #passOver(to: number): void {
    if (to <= this.#last) return
    if (!this.#hasSynced) this.#owesBehind = true
    this.#reach(to)
  }

  #reach(number: number): void {
    this.#last = number
    this.#hasSynced = false
  }

  #bad(what: string): void {
    if (this.#isBad) return
    this.#isBad = true
    this.#deps.problem(`wire: ${what}`)
  }
}
