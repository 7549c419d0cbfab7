import { Buffer } from 'node:buffer'
import { closes, type CloseName } from '@parley/protocol'
import type { Origin } from '../commands/port.ts'
import { linkTransports, linkTypes, linkVersion } from './format.ts'
import type { FrameWriter } from './frame-writer.ts'

/** The frames of access. */
export class CallWriter {
  readonly #writer: FrameWriter

  constructor(writer: FrameWriter) {
    this.#writer = writer
  }

  hello(node: string): void {
    const name = Buffer.from(node)
    this.#writer
      .begin(linkTypes.hello, 2 + name.length)
      .u16(linkVersion)
      .bytes(name)
      .end()
  }

  greet(call: number, origin: Origin, command: number, body: Uint8Array): void {
    const address = Buffer.from(origin.address)
    this.#writer
      .begin(linkTypes.greet, 4 + 4 + 1 + 2 + 1 + address.length + body.length)
      .u32(call)
      .u32(origin.connection)
      .u8(linkTransports.indexOf(origin.transport))
      .u16(command)
      .u8(address.length)
      .bytes(address)
      .bytes(body)
      .end()
  }

  handle(call: number, session: number, epoch: number, command: number, body: Uint8Array): void {
    this.#writer
      .begin(linkTypes.handle, 4 + 8 + 4 + 2 + body.length)
      .u32(call)
      .id(session)
      .u32(epoch)
      .u16(command)
      .bytes(body)
      .end()
  }

  note(session: number, epoch: number, command: number, body: Uint8Array): void {
    this.#writer
      .begin(linkTypes.note, 8 + 4 + 2 + body.length)
      .id(session)
      .u32(epoch)
      .u16(command)
      .bytes(body)
      .end()
  }

  stands(session: number): void {
    this.#writer.begin(linkTypes.stands, 8).id(session).end()
  }

  left(session: number, epoch: number, reason: CloseName | 'lost'): void {
    this.#writer
      .begin(linkTypes.left, 8 + 4 + 1)
      .id(session)
      .u32(epoch)
      .u8(reason === 'lost' ? 0 : closes[reason].code)
      .end()
  }
}
