import { chmodSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { TcpStream } from '../../access/tcp/tcp-stream.ts'
import type { ByteStream } from '../../access/stream.ts'

export interface LinkListener {
  /** Takes no more links; those that stand go on. */
  close(): Promise<void>
}

const linksMax = 256

/** Listens on a socket of the file system that only the user of this process may open (mode 0600). */
export async function listenLink(
  path: string,
  attach: (stream: ByteStream) => void,
): Promise<LinkListener> {
  // NOTE whoever holds the data folder's lock may take the place of what a killed process left.
  rmSync(path, { force: true })
  const server = createServer((socket) => attach(new TcpStream(socket)))
  server.maxConnections = linksMax
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
  return { close: () => new Promise((resolve) => void server.close(() => resolve())) }
}
