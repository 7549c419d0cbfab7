/** The picture is not laid out as its format says. */
export class BrokenImage extends Error {}

/** Reads a layout piece by piece and gathers what is kept. Everything beyond the end is BrokenImage. */
export class Pieces {
  readonly bytes: Uint8Array
  readonly #view: DataView
  readonly #kept: Uint8Array[] = []
  at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#within(at, 1))
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#within(at, 2))
  }

  u32(at: number, little = false): number {
    return this.#view.getUint32(this.#within(at, 4), little)
  }

  text(at: number, length: number): string {
    return latin1(this.slice(at, at + length))
  }

  slice(from: number, to: number): Uint8Array {
    this.#within(from, Math.max(0, to - from))
    return this.bytes.subarray(from, to)
  }

  /** Goes on behind `to`, keeping what lies before it or not. */
  pass(to: number, keep: boolean): void {
    const piece = this.slice(this.at, to)
    if (keep) this.#kept.push(piece)
    this.at = to
  }

  add(piece: Uint8Array): void {
    this.#kept.push(piece)
  }

  kept(): Uint8Array {
    return joined(this.#kept)
  }

  #within(at: number, length: number): number {
    if (!(at >= 0 && at + length <= this.bytes.length)) throw new BrokenImage('it ends too early')
    return at
  }
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

export function fromLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
