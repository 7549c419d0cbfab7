export interface TokenAsk {
  /** True: the server refused the token given last time. Answer with a fresh one, or throw. */
  refused: boolean
  signal: AbortSignal
}

/**
 * Gives the access token of this device (32 bytes, or the same as base64url). Asked before every login.
 * Throwing an IMError with code SIGNED_OUT, TOKEN_INVALID or BAD_CREDENTIALS signs the device out; anything else is
 * tried again with backoff.
 */
export type TokenProvider = (ask: TokenAsk) => Promise<Uint8Array | string>
