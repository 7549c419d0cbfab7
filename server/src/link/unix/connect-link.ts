import { connect } from 'node:net'
import { TcpStream } from '../../access/tcp/tcp-stream.ts'
import type { ConnectLink } from '../keep-link.ts'

/** By the socket at `path`, where `listenLink` listens. */
export function connectLink(path: string): ConnectLink {
  return (done) => {
    const socket = connect(path)
    const failed = (): void => done(undefined)
    socket.once('error', failed)
    socket.once('connect', () => {
      socket.off('error', failed)
      done(new TcpStream(socket))
    })
    return () => socket.destroy()
  }
}
