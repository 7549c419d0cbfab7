const headerBytes = 12
const requestKind = 1

/** Counts the requests in a stream of good headers, with no code of the server: what it says is held against this. */
export class FrameCount {
  requests = 0
  #header = new Uint8Array(headerBytes)
  #headerBytes = 0
  #bodyLeft = 0
  #isRequest = false

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      if (this.#bodyLeft > 0) {
        const taken = Math.min(this.#bodyLeft, bytes.length - at)
        at += taken
        this.#bodyLeft -= taken
        if (this.#bodyLeft === 0) this.#end()
        continue
      }
      this.#header[this.#headerBytes] = bytes[at] ?? 0
      this.#headerBytes += 1
      at += 1
      if (this.#headerBytes === headerBytes) this.#begin()
    }
  }

  #begin(): void {
    const [a = 0, b = 0, c = 0, d = 0, kind = 0] = this.#header
    this.#headerBytes = 0
    this.#bodyLeft = a * 2 ** 24 + b * 65_536 + c * 256 + d
    this.#isRequest = (kind & 15) === requestKind
    if (this.#bodyLeft === 0) this.#end()
  }

  #end(): void {
    if (this.#isRequest) this.requests += 1
  }
}
