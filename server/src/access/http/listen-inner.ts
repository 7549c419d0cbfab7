import { chmodSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'

const keepAliveTimeoutMs = 72_000
/** NOTE how long a request may take to come is watched where the client is: an upload may be slow. */
const requestTimeoutMs = 0

/** Came from another process of this server, by way of its socket in the file system. */
const inner = new WeakSet<IncomingMessage>()

export function isInner(request: IncomingMessage): boolean {
  return inner.has(request)
}

export interface InnerListener {
  close(): Promise<void>
}

/** Answers such requests on the connections that it is given. */
export function innerServer(handle: RequestListener): Server {
  const timeouts = { keepAliveTimeout: keepAliveTimeoutMs, requestTimeout: requestTimeoutMs }
  return createServer(timeouts, (request, reply) => {
    inner.add(request)
    handle(request, reply)
  })
}

/** Listens for the requests that other processes of this server pass on. Only the user of this process gets here (mode 0600). */
export async function listenInner(path: string, handle: RequestListener): Promise<InnerListener> {
  rmSync(path, { force: true })
  const server = innerServer(handle)
  const former = process.umask(0o177)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(path, () => {
        server.off('error', reject)
        resolve()
      })
    })
  } finally {
    process.umask(former)
  }
  chmodSync(path, 0o600)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
