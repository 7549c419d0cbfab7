import { connect } from 'node:net'
import type { ControlReply, ControlRequest } from './control-commands.ts'
import { controlPath } from './control-path.ts'

/** A backup of a large store takes its time. */
const replyTimeoutMs = 3_600_000

/** Asks the server that runs on this data folder. Undefined: none runs. */
export function controlRequest(
  dataFolder: string,
  request: ControlRequest,
): Promise<ControlReply | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(controlPath(dataFolder))
    let text = ''
    socket.setEncoding('utf8')
    socket.setTimeout(replyTimeoutMs, () => socket.destroy(new Error('the server does not answer')))
    socket.once('connect', () => socket.write(`${JSON.stringify(request)}\n`))
    socket.on('data', (chunk) => (text += String(chunk)))
    socket.once('end', () => {
      try {
        resolve(JSON.parse(text) as ControlReply)
      } catch {
        reject(new Error('the server ended before it answered'))
      }
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const isAway = error.code === 'ENOENT' || error.code === 'ECONNREFUSED'
      if (isAway) resolve(undefined)
      else reject(error)
    })
  })
}
