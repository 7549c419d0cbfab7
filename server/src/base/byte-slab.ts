const slabBytes = 16_384
/** A larger piece gets memory of its own. */
const pieceBytesMax = 4_096

/**
 * Hands out memory for bytes that live shortly. Small pieces are cut from a common block: a typed array with memory of its
 * own costs several times as much. Blocks are small, so that a piece that waits for long keeps little alive.
 */
export class ByteSlab {
  #block = new ArrayBuffer(slabBytes)
  #used = 0

  take(bytes: number): Uint8Array<ArrayBuffer> {
    if (bytes > pieceBytesMax) return new Uint8Array(bytes)
    if (this.#used + bytes > slabBytes) {
      this.#block = new ArrayBuffer(slabBytes)
      this.#used = 0
    }
    const piece = new Uint8Array(this.#block, this.#used, bytes)
    this.#used += bytes
    return piece
  }
}
