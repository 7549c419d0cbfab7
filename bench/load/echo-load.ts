import { setTimeout as sleep } from 'node:timers/promises'
import { encodeFrame, frameKinds } from '@parley/protocol'
import { bodyBytes } from '../lab/body.ts'
import { cpuBetween, sampleCpu } from '../lab/proc.ts'
import type { Endpoint } from './endpoint.ts'
import { openWireSocket, type WireSocket } from './wire-socket.ts'

export interface EchoInput {
  endpoint: Endpoint
  serverPid: number
  connections: number
  warmUpMs: number
  measureMs: number
}

const envelopeBytes = 60

/** One frame to and fro on every connection, as fast as it goes. @returns server CPU per echo. */
export async function echoLoad(input: EchoInput): Promise<{ usPerEcho: number }> {
  const body = new Uint8Array(bodyBytes + envelopeBytes)
  const frame = encodeFrame({ kind: frameKinds.ping, flags: 0, command: 0, number: 0, body })
  let echoes = 0
  const sockets: WireSocket[] = []
  for (let n = 0; n < input.connections; n += 1) {
    let got = 0
    const socket = openWireSocket(input.endpoint, {
      open: () => socket.write(frame),
      data: (bytes) => {
        for (got += bytes.length; got >= frame.length; got -= frame.length) {
          echoes += 1
          socket.write(frame)
        }
      },
      closed: () => {},
    })
    sockets.push(socket)
  }
  await sleep(input.warmUpMs)
  const first = echoes
  const before = sampleCpu(input.serverPid)
  await sleep(input.measureMs)
  const spent = cpuBetween(before, sampleCpu(input.serverPid))
  const count = echoes - first
  for (const socket of sockets) socket.destroy()
  if (count === 0) throw new Error('nothing was echoed')
  return { usPerEcho: spent.us / count }
}
