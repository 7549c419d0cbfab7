import { wire } from '@parley/protocol'

/** One message from being read to being acknowledged. */
export interface OutgoingLine {
  /** Counted from 1, of standard input; 1 for --text. */
  readonly line: number
  /** The encoded EntryBody: every attempt sends these bytes. */
  readonly body: Uint8Array
  /** The entry that it answers; 0: none. */
  readonly refSeq: number
  /** Undefined until it is minted, just before the first transmission. */
  clientId: Uint8Array | undefined
  /** The caller chose the id: it is never replaced. */
  readonly isGiven: boolean
  state: 'waiting' | 'underWay' | 'acked'
  /** Transmissions under its present id. */
  attempts: number
  reminted: number
  ack: Ack | undefined
}

export interface Ack {
  readonly conversation: number
  readonly seq: number
  readonly timeMs: number
  readonly duplicate: boolean
}

export function outgoingLine(line: number, text: string, clientId?: Uint8Array): OutgoingLine {
  return {
    line,
    body: wire.EntryBody.encode({ text }).finish(),
    refSeq: 0,
    clientId,
    isGiven: clientId !== undefined,
    state: 'waiting',
    attempts: 0,
    reminted: 0,
    ack: undefined,
  }
}
