import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { TestContext } from 'node:test'

/** A piece of network between browsers and a server that can be cut and mended. */
export interface CuttableWire {
  /** What browsers open. It stays while servers behind it come and go. */
  readonly url: string
  /** How many connections were made through it so far. */
  readonly opened: number
  /** Connections that switched to WebSocket and are open now. */
  readonly sockets: number
  lead(serverUrl: string): void
  /** Every connection ends at once, and new ones are refused. */
  cut(): void
  mend(): void
}

export async function cuttableWire(t: TestContext, serverUrl: string): Promise<CuttableWire> {
  let port = Number(new URL(serverUrl).port)
  let isCut = false
  let opened = 0
  const near = new Set<Socket>()
  const upgraded = new Set<Socket>()

  const wire = createServer((socket) => {
    socket.on('error', () => {})
    if (isCut) return void socket.resetAndDestroy()
    opened += 1
    near.add(socket)
    const far = connect({ port, host: '127.0.0.1' })
    far.on('error', () => socket.destroy())
    far.on('close', () => socket.destroy())
    socket.on('close', () => {
      near.delete(socket)
      upgraded.delete(socket)
      far.destroy()
    })
    far.on('data', (bytes: Buffer) => {
      if (bytes.subarray(0, 12).toString('latin1') === 'HTTP/1.1 101') upgraded.add(socket)
    })
    socket.pipe(far).pipe(socket)
  })
  wire.listen(0, '127.0.0.1')
  await once(wire, 'listening')
  const cut = () => {
    isCut = true
    for (const socket of near) socket.resetAndDestroy()
  }
  t.after(() => {
    cut()
    wire.close()
  })
  return {
    url: `http://127.0.0.1:${(wire.address() as AddressInfo).port}`,
    get opened() {
      return opened
    },
    get sockets() {
      return upgraded.size
    },
    lead: (to) => {
      port = Number(new URL(to).port)
    },
    cut,
    mend: () => {
      isCut = false
    },
  }
}
