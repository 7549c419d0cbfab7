/** Hashing and comparing, as everything below `app/` sees it. */
export interface Hashing {
  /** SHA-256, 32 bytes. */
  sha256(bytes: Uint8Array): Uint8Array
  /** HMAC-SHA-256 (RFC 2104), 32 bytes. */
  hmac(key: Uint8Array, bytes: Uint8Array): Uint8Array
  /** Of bytes that come one after the other. */
  running(algorithm: 'sha1' | 'sha256'): RunningHash
  /** Takes the same time wherever the first difference is. */
  equal(a: Uint8Array, b: Uint8Array): boolean
}

export interface RunningHash {
  update(bytes: Uint8Array): void
  /** Once, at the end. */
  digest(): Uint8Array
}

/** Password hashing: argon2id (RFC 9106). At most a bounded number at once, a bounded queue behind. */
export interface Passwords {
  /** @returns the PHC string. @throws Refusal BUSY when the queue is full. */
  hash(password: string): Promise<string>
  /** With undefined it takes as long as with a real hash, and answers false. @throws Refusal BUSY */
  verify(password: string, phc: string | undefined): Promise<boolean>
}

/** Raw DEFLATE (RFC 1951). */
export interface Compression {
  deflate(bytes: Uint8Array): Uint8Array
  /** @returns undefined when the bytes are no deflate stream or would grow beyond `bytesMax`. */
  inflate(bytes: Uint8Array, bytesMax: number): Uint8Array | undefined
}
