import { commands, frameFlags, pushes, wire, type Frame } from '@parley/protocol'
import { accountId } from '../lab/accounts.ts'
import { bodyBytes } from '../lab/body.ts'
import { clientIdAt, indexOf } from './client-id.ts'
import type { Peer } from './peer.ts'
import type { Samples } from './samples.ts'

/** What all pairs of a run share: whether it is measured now, and where to. */
export interface Measuring {
  on: boolean
  ack: Pick<Samples, 'add'>
  endToEnd: Pick<Samples, 'add'>
  delivered: number
  sent: number
  faults: string[]
}

const body = wire.EntryBody.encode({ text: 'x'.repeat(bodyBytes) }).finish()
const empty = new Uint8Array(0)
const faultsMax = 20

/** One who sends and one who receives, and the account of every message between them. */
export class Pair {
  readonly sender: Peer
  receiver: Peer
  readonly number: number
  conversation = 0
  firstSeq = 0
  sent = 0
  acked = 0
  delivered = 0
  /** The sender has been told that all up to here has been received. */
  receipted = 0
  lastSeq = 0
  /** By message: 1 where an ack came. */
  isAcked = new Uint8Array(1_024)
  onAck: () => void = () => {}
  /** Nobody is there to receive: what is acked has come to its end for now. */
  isReceiverAway = false
  readonly #measuring: Measuring
  readonly #intendedMs: number[] = []
  #owesReceived = 0
  #target: { conversation: number } = { conversation: 0 }
  #lastId: Uint8Array = empty

  constructor(number: number, sender: Peer, receiver: Peer, measuring: Measuring) {
    this.number = number
    this.sender = sender
    this.receiver = receiver
    this.#measuring = measuring
    receiver.onPush = (command, bytes) => this.#received(command, bytes)
    receiver.onRead = () => this.#acknowledge()
    sender.onPush = (command, bytes) => this.#receipt(command, bytes)
  }

  async prepare(): Promise<void> {
    const target = { account: accountId(this.receiver.user) }
    const { conversation } = await this.sender.ask('getConversation', { target })
    this.conversation = conversation?.conversation ?? 0
    this.lastSeq = conversation?.headSeq ?? 0
    this.firstSeq = this.lastSeq + 1
    this.#target = { conversation: this.conversation }
  }

  get inFlight(): number {
    return this.sent - this.acked
  }

  send(intendedMs: number): void {
    const index = this.sent
    this.sent += 1
    this.#intendedMs[index] = intendedMs
    const clientId = clientIdAt(this.number, index)
    const after = this.sent - this.acked > 1 ? this.#lastId : empty
    this.#lastId = clientId
    const kind = wire.EntryKind.ENTRY_KIND_TEXT
    const request = { target: this.#target, clientId, kind, body, after }
    if (this.#measuring.on) this.#measuring.sent += 1
    this.sender.request(commands.send.id, wire.SendRequest.encode(request).finish(), {
      take: (frame) => this.#ack(index, frame),
      gone: (fault) => this.#fault(fault.message),
    })
  }

  /** Everything that was sent has come to its end. */
  get isSettled(): boolean {
    if (this.acked !== this.sent) return false
    return this.isReceiverAway || (this.delivered === this.sent && this.receipted >= this.lastSeq)
  }

  #ack(index: number, frame: Frame): void {
    if ((frame.flags & frameFlags.error) !== 0)
      return this.#fault(`refused: ${wire.ErrorBody.decode(frame.body).name}`)
    const { seq, duplicate } = wire.SendReply.decode(frame.body)
    if (duplicate || seq !== this.lastSeq + 1) this.#fault(`seq ${seq} after ${this.lastSeq}`)
    this.lastSeq = seq
    this.acked += 1
    if (index >= this.isAcked.length) {
      const more = new Uint8Array(2 * this.isAcked.length)
      more.set(this.isAcked)
      this.isAcked = more
    }
    this.isAcked[index] = 1
    if (this.#measuring.on) {
      this.#measuring.ack.add(performance.now() - (this.#intendedMs[index] ?? 0))
      if (this.isReceiverAway) this.#measuring.delivered += 1
    }
    this.onAck()
  }

  #received(command: number, bytes: Uint8Array): void {
    if (command !== pushes.entry.id) return
    const { conversation, entry } = wire.EntryPush.decode(bytes)
    if (!entry?.clientId || conversation !== this.conversation) return this.#fault('a wrong push')
    const index = indexOf(entry.clientId)
    if (index !== this.delivered) this.#fault(`pushed ${index} instead of ${this.delivered}`)
    this.delivered = index + 1
    this.#owesReceived = entry.seq ?? 0
    if (!this.#measuring.on) return
    this.#measuring.delivered += 1
    this.#measuring.endToEnd.add(performance.now() - (this.#intendedMs[index] ?? 0))
  }

  #acknowledge(): void {
    if (this.#owesReceived === 0) return
    this.receiver.note('received', { target: this.#target, upTo: this.#owesReceived })
    this.#owesReceived = 0
  }

  #receipt(command: number, bytes: Uint8Array): void {
    if (command !== pushes.cursor.id) return
    const { conversation, account, delivered } = wire.CursorPush.decode(bytes)
    if (conversation !== this.conversation || account !== accountId(this.receiver.user)) return
    if (delivered > this.receipted) this.receipted = delivered
  }

  #fault(text: string): void {
    const { faults } = this.#measuring
    if (faults.length < faultsMax) faults.push(`pair ${this.number}: ${text}`)
  }
}
