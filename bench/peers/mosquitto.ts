import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  freePort,
  localEndpoint,
  privateFile,
  privateFolder,
  removePrivate,
  startPrivate,
  type PeerOptions,
  type PeerServer,
} from './private.ts'
import type { PeerSize } from './xmpp.ts'
import { peerPrograms } from './set-up.ts'

const { program } = peerPrograms.mosquitto

export const hasMosquitto = (): boolean => existsSync(program)

/** Its ack promises that it has the message in memory: nothing is on a disk before it. It is a yardstick, not a peer. */
export async function startMosquitto(_size: PeerSize, options: PeerOptions): Promise<PeerServer> {
  const folder = privateFolder('mosquitto')
  const port = await freePort()
  const { tls } = options
  const secured = tls === undefined ? [] : [`certfile ${tls.cert}`, `keyfile ${tls.key}`]
  const lines = [
    `listener ${port} 127.0.0.1`,
    ...secured,
    'allow_anonymous true',
    'set_tcp_nodelay true',
    'max_inflight_messages 1000',
    'max_queued_messages 100000',
    'persistence true',
    `persistence_location ${folder}/`,
    'log_dest none',
    'user root',
  ]
  const config = privateFile(join(folder, 'mosquitto.conf'), `${lines.join('\n')}\n`)
  const line = [program, '-c', config]
  const broker = await startPrivate({ name: 'mosquitto', line, port, folder })
  return {
    ...{ endpoint: localEndpoint(port, options), pids: [broker.pid] },
    async stop() {
      await broker.stop()
      removePrivate(folder)
    },
  }
}
