import { commands, emptyBody, encodeFrame, frameKinds, type Frame } from '@parley/protocol'
import { createAccess, type Access } from '../../src/access/create-access.ts'
import { listenHttp } from '../../src/access/http/listen-http.ts'
import type { AccessSettings } from '../../src/access/settings.ts'
import { listenTcp } from '../../src/access/tcp/listen-tcp.ts'
import { FakeCommands } from '../../src/access/testing/fake-commands.ts'
import { silentLog } from '../../src/base/log.ts'
import { nodeClock } from '../../src/base/node/node-clock.ts'
import { nodeCompression } from '../../src/base/node/node-compression.ts'
import { nodeHashing } from '../../src/base/node/node-hashing.ts'
import { nodeRandom } from '../../src/base/node/node-random.ts'
import type { Outlet } from '../../src/session/outlet.ts'
import { linkedCommands } from './linked-commands.ts'
import { testCertificate } from './test-certificate.ts'
import { longPollPeer, tcpPeer, webSocketPeer, type WirePeer } from './wire-peer.ts'

export const wireKinds = ['tcp', 'tls', 'websocket', 'longPoll'] as const
export type WireKind = (typeof wireKinds)[number]

export interface WireWorld extends AsyncDisposable {
  access: Access
  commands: FakeCommands
  /** The way to the connections, as the command side has it. Known after the first login. */
  outlet: Outlet
  /** A new connection. */
  connect(): WirePeer
  /** A new connection with a session, and its number. */
  login(): Promise<{ peer: WirePeer; connection: number }>
}

/** Whether the commands run in the process of the connections, or on the other side of a link. */
export type CommandSide = 'embedded' | 'linked'
export const commandSides: readonly CommandSide[] = ['embedded', 'linked']

/** The production connection side on real sockets, over one transport, with a command side that does what tests want. */
export async function startWireWorld(
  kind: WireKind,
  settings: Partial<AccessSettings> = {},
  side: CommandSide = 'embedded',
): Promise<WireWorld> {
  const commands = new FakeCommands()
  const linked = side === 'linked' ? await linkedCommands(commands) : undefined
  const ports = { clock: nodeClock, random: nodeRandom, log: silentLog }
  const access = createAccess({
    ...ports,
    compression: nodeCompression,
    commands: linked?.link ?? commands,
    settings: { lingerMs: 100, ...settings },
  })
  linked?.link.serve(access)
  const listener = await listen(kind, access)
  const peers: WirePeer[] = []
  const connect = (): WirePeer => {
    const peer = listener.connect()
    peers.push(peer)
    return peer
  }
  return {
    access,
    commands,
    get outlet() {
      const greeted = commands.calls('greet').at(-1)
      return greeted?.call === 'greet' ? greeted.origin.outlet : access.outlet
    },
    connect,
    async login() {
      const peer = connect()
      const connection = await logIn(commands, peer)
      return { peer, connection }
    },
    async [Symbol.asyncDispose]() {
      for (const peer of peers) peer.cut()
      await access.close('INTERNAL')
      await listener.stop()
      await linked?.stop()
    },
  }
}

async function listen(
  kind: WireKind,
  access: Access,
): Promise<{ connect(): WirePeer; stop(): Promise<void> }> {
  const binding = { host: '127.0.0.1', port: 0 }
  if (kind === 'tcp') {
    const tcp = await listenTcp(access, binding)
    return { connect: () => tcpPeer(tcp.port), stop: () => tcp.stop() }
  }
  if (kind === 'tls') {
    const tls = testCertificate()
    const secure = await listenTcp(access, { ...binding, tls })
    return { connect: () => tcpPeer(secure.port, tls.cert), stop: () => secure.stop() }
  }
  const deps = {
    access,
    clock: nodeClock,
    random: nodeRandom,
    hashing: nodeHashing,
    log: silentLog,
  }
  const http = await listenHttp(deps, { ...binding, health: () => true })
  const connect = () => (kind === 'websocket' ? webSocketPeer(http.port) : longPollPeer(http.port))
  return { connect, stop: () => http.stop() }
}

async function logIn(fake: FakeCommands, peer: WirePeer): Promise<number> {
  const before = fake.calls('greet').length
  peer.write(request(commands.login.id, 1))
  await peer.next()
  const seen = fake.calls('greet').slice(before).at(-1)
  return seen?.call === 'greet' ? seen.origin.connection : 0
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

/** Whether it still gets an answer. */
export async function answers(peer: WirePeer): Promise<boolean> {
  peer.write(ping())
  for (let frame: Frame = await peer.next(); ; frame = await peer.next())
    if (frame.kind === frameKinds.pong) return true
}
