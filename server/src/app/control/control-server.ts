import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { Refusal } from '../../base/refusal.ts'
import {
  runControl,
  type ControlDeps,
  type ControlReply,
  type ControlRequest,
} from './control-commands.ts'
import { controlPath } from './control-path.ts'

const requestBytesMax = 65_536
const connectionsMax = 8

/**
 * Takes one JSON line a connection and answers with one. Only who may open the socket's file (mode 0600) gets here:
 * the user that runs the server, and root.
 */
export async function listenControl(
  dataFolder: string,
  deps: ControlDeps,
): Promise<{ close(): Promise<void> }> {
  const path = controlPath(dataFolder)
  // NOTE the data folder's lock is ours by now, so a socket that is there was left by a killed server.
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer((socket) => serve(socket, deps))
  server.maxConnections = connectionsMax
  const former = process.umask(0o177)
  try {
    await listening(server, path)
  } finally {
    process.umask(former)
  }
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return { close: () => new Promise((resolve) => server.close(() => resolve())) }
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function serve(socket: Socket, deps: ControlDeps): void {
  let text = ''
  socket.setEncoding('utf8')
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    text += String(chunk)
    if (text.length > requestBytesMax) socket.destroy()
    const end = text.indexOf('\n')
    if (end < 0) return
    socket.pause()
    void answer(text.slice(0, end), deps).then((reply) => socket.end(`${JSON.stringify(reply)}\n`))
  })
}

async function answer(line: string, deps: ControlDeps): Promise<ControlReply> {
  try {
    return { ok: true, result: await runControl(deps, JSON.parse(line) as ControlRequest) }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, code: thrown.code, message: thrown.message }
    return {
      ok: false,
      code: 'INTERNAL',
      message: thrown instanceof Error ? thrown.message : String(thrown),
    }
  }
}
