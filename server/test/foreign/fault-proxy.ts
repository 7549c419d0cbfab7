import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { encodeFrame, frameBodyBytesMax, FrameReader, type Frame } from '@parley/protocol'

/** What becomes of a frame on its way from the server: passed on, lost, or the last thing before a cut. */
export type Fate = 'pass' | 'drop' | 'cut'

/** A wire between a client and a server that loses what it is told to lose. */
export async function startFaultProxy(serverPort: number) {
  const sockets = new Set<Socket>()
  const proxy = {
    port: 0,
    serverPort,
    /** Asked for every frame from the server, in order. */
    fate: (_frame: Frame): Fate => 'pass',
    /** Resets every connection in both directions, as a failing network does. */
    cut(): void {
      for (const socket of sockets) reset(socket)
    },
    async [Symbol.asyncDispose](): Promise<void> {
      proxy.cut()
      listener.close()
      await once(listener, 'close')
    },
  }

  function join(client: Socket): void {
    const server = connect(proxy.serverPort, '127.0.0.1')
    const both = [client, server]
    const cut = () => both.forEach((socket) => socket.destroy())
    for (const socket of both) {
      sockets.add(socket)
      socket.on('error', cut)
      socket.on('close', () => {
        sockets.delete(socket)
        // NOTE end, not destroy: what the other side still sends on its way out arrives.
        both.forEach((other) => other.end())
      })
    }
    client.on('data', (bytes) => server.write(bytes))
    const reader = new FrameReader(frameBodyBytesMax)
    server.on('data', (bytes: Buffer) => {
      reader.read(bytes, (frame) => {
        if (client.destroyed) return
        const fate = proxy.fate(frame)
        if (fate === 'pass') client.write(encodeFrame(frame))
        else if (fate === 'cut') both.forEach(reset)
      })
    })
  }

  const listener = createServer(join)
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  proxy.port = (listener.address() as AddressInfo).port
  return proxy
}

/** NOTE a socket whose end is on its way cannot be reset; trying leaves its handle open for ever. */
function reset(socket: Socket): void {
  if (socket.writableEnded) socket.destroy()
  else socket.resetAndDestroy()
}

export type FaultProxy = Awaited<ReturnType<typeof startFaultProxy>>
