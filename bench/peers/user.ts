import type { Endpoint } from '../load/endpoint.ts'

/** Where a peer is, and what is spoken to it. */
export interface PeerAt {
  protocol: 'mqtt' | 'xmpp'
  endpoint: Endpoint
  /** Of all that belongs to the server. */
  serverPid: readonly number[]
}

/** What a device remembers of its last visit. */
export interface Known {
  /** Which roster it has, and how many contacts were told on this visit. */
  roster?: string | undefined
  contacts: number
  /** What its archive calls the last message that it has. */
  archive?: string | undefined
}

export interface UserListener {
  /** The server has taken over so many more of our messages. */
  acked?(messages: number): void
  /** A message that came to us while we were away, or now. */
  received?(text: string): void
  /** What a server tells unasked although it stands in the archive that we have read. */
  again?(text: string): void
  /** Somebody's presence, as it stands. */
  presence?(stanza: string): void
  lost(): void
}

/** One device of one user of a peer. */
export interface PeerUser {
  readonly name: string
  /** Resolves when it is logged in, and available to others. */
  login(): Promise<void>
  /**
   * Logs in and takes all that is new since `known`; everything that is there is known without it, and waits for nothing.
   * @param missed so many messages, where a server does not say which one is the last.
   */
  visit(known: Known | undefined, missed: number): Promise<Known>
  send(to: string, text: string): void
  /** How it shows itself; where there is such a thing. */
  show(isBusy: boolean): void
  /** What a client has to say now and then. */
  keepAlive(): void
  destroy(): void
}
