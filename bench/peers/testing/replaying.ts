import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Endpoint } from '../../load/endpoint.ts'

/** What the client says, and where in the recorded stream the answer to it ends: the next time that this comes. */
export type Turn = readonly [says: string, end: string | undefined]

/** Until it is logged in; `end` is where the next answer begins. */
export const loginTurns = (end: string): Turn[] => [
  ['<stream:stream', '<success'],
  ['<auth', '<?xml'],
  ['<stream:stream', '<iq'],
  ['<bind', '<enabled'],
  ['<enable', end],
]

export interface Replaying extends Disposable {
  readonly endpoint: Endpoint
  /** All that was said to it. */
  readonly heard: string[]
}

/** A server that answers with what a real one once said. */
export async function replaying(name: string, turns: readonly Turn[]): Promise<Replaying> {
  let rest = readFileSync(join(import.meta.dirname, '..', 'recorded', `${name}.xml`), 'utf8')
  let turn = 0
  let said = ''
  const heard: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      said += bytes.toString()
      heard.push(bytes.toString())
      const next = turns[turn]
      if (next === undefined || !said.includes(next[0])) return
      turn += 1
      said = ''
      const end = next[1] === undefined ? rest.length : rest.indexOf(next[1], 1)
      socket.write(rest.slice(0, end))
      rest = rest.slice(end)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ...{ heard, endpoint: { transport: 'tcp', host: '127.0.0.1', port } },
    [Symbol.dispose]: () => void server.close(),
  }
}
