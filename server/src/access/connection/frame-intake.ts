import { cutFrames, FrameFault, FrameReader } from '@parley/protocol'
import type { Frame } from '@parley/protocol'

/**
 * Bytes from one peer into frames. On a stream a frame may be cut anywhere; what is unfinished is held, and only then
 * there is a reader. A message holds whole frames only.
 */
export class FrameIntake {
  readonly #isStream: boolean
  #reader: FrameReader | undefined = undefined

  constructor(isStream: boolean) {
    this.#isStream = isStream
  }

  /** @throws FrameFault; nothing more can be read afterwards. */
  read(bytes: Uint8Array, bodyBytesMax: number, take: (frame: Frame) => void): void {
    if (this.#reader === undefined) {
      const rest = cutFrames(bytes, 0, bodyBytesMax, take)
      if (rest === bytes.length) return
      if (!this.#isStream) throw new FrameFault('BAD_FRAME', 'the last frame is cut short')
      this.#reader = new FrameReader(bodyBytesMax)
      this.#reader.read(bytes.subarray(rest), take)
      return
    }
    this.#reader.bodyBytesMax = bodyBytesMax
    this.#reader.read(bytes, take)
    if (this.#reader.heldBytes === 0) this.#reader = undefined
  }
}
