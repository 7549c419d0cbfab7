import { commands, emptyBody, encodeFrame, frameKinds, wire, type Frame } from '@parley/protocol'
import type { Compression } from '../../base/crypto.ts'
import { silentLog } from '../../base/log.ts'
import { createAccess, type Access } from '../create-access.ts'
import type { AccessSettings } from '../settings.ts'
import { FakeClock } from './fake-clock.ts'
import { FakeCommands } from './fake-commands.ts'
import { FakeStream } from './fake-stream.ts'

/** Makes a body half as long by leaving out every other byte: enough to see who compresses what. */
const halving: Compression = {
  deflate: (bytes) => bytes.filter((_, index) => index % 2 === 0),
  inflate: (bytes, bytesMax) => {
    if (bytes.length * 2 > bytesMax) return undefined
    return Uint8Array.from({ length: bytes.length * 2 }, (_, index) => bytes[index >> 1] ?? 0)
  },
}

/** The connection side over streams and a clock that are pumped by hand. */
export class AccessWorld {
  readonly clock = new FakeClock()
  readonly commands = new FakeCommands()
  readonly access: Access

  constructor(settings: Partial<AccessSettings> = {}) {
    const random = { unit: () => 0.5 }
    const { clock, commands: port } = this
    const deps = { clock, random, compression: halving, log: silentLog, commands: port }
    this.access = createAccess({ ...deps, settings })
  }

  connect(address = '127.0.0.1'): FakeStream {
    const stream = new FakeStream()
    this.access.attach(stream, address, 'tcp')
    return stream
  }

  /** A stream with an open session, and the number of its connection. */
  async login(): Promise<{ stream: FakeStream; connection: number }> {
    const stream = this.connect()
    stream.receive(request(commands.login.id, 1))
    await this.clock.settle()
    stream.takeFrames()
    const greet = this.commands.calls('greet').at(-1)
    return { stream, connection: greet?.call === 'greet' ? greet.origin.connection : 0 }
  }

  /** What came out of the stream after all that is due has run. */
  async frames(stream: FakeStream): Promise<Frame[]> {
    await this.clock.settle()
    return stream.takeFrames()
  }

  /** The name in the close frame that came out of the stream; undefined when none did. */
  async closeOf(stream: FakeStream): Promise<string | undefined> {
    const last = (await this.frames(stream)).at(-1)
    return last?.kind === frameKinds.close ? wire.CloseBody.decode(last.body).name : undefined
  }
}

export function request(
  command: number,
  number: number,
  body: Uint8Array = emptyBody,
  flags = 0,
): Uint8Array {
  return encodeFrame({ kind: frameKinds.request, flags, command, number, body })
}

export function ping(number = 0): Uint8Array {
  return encodeFrame({ kind: frameKinds.ping, flags: 0, command: 0, number, body: emptyBody })
}

export function note(command: number): Uint8Array {
  return encodeFrame({ kind: frameKinds.oneWay, flags: 0, command, number: 0, body: emptyBody })
}
