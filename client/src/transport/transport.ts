/** One connection to a server, as whole bytes of frames back to back. */
export interface Link {
  /** Queues bytes; never throws. Bytes given after the end are dropped. */
  write(bytes: Uint8Array): void
  /** Sends what is queued, then closes. */
  close(): void
}

export interface LinkEvents {
  /** Any number of bytes, in order; frames may be cut anywhere. */
  received(bytes: Uint8Array): void
  /** Exactly once, whoever ended it. Nothing comes afterwards. `closeCode` where the transport itself carried one. */
  closed(closeCode?: number): void
}

/** How connections are made. */
export interface Transport {
  /** Resolves when bytes can be written. Rejects when no connection came about, or on abort. */
  open(url: string, events: LinkEvents, signal: AbortSignal): Promise<Link>
}
