import { connect } from 'node:net'
import { TcpStream } from '../../access/tcp/tcp-stream.ts'
import type { Clock, Timer } from '../../base/clock.ts'
import type { Random } from '../../base/random.ts'
import type { AccessLink } from '../access-link.ts'

export interface KeepLinkDeps {
  clock: Clock
  random: Pick<Random, 'unit'>
  link: AccessLink
  /** Logic was started from other sources than this process. */
  otherVersion(): void
}

/** Connects to logic, and again after each end, jittered, until it is stopped. */
export function keepLink(deps: KeepLinkDeps, path: string): { stop(): void } {
  const { clock, random, link } = deps
  let stopped = false
  let timer: Timer | undefined
  let end = (): void => {}

  function again(): void {
    if (stopped) return
    const delayMs = link.settings.reconnectMs * (0.5 + random.unit())
    timer = clock.after(delayMs, attempt)
  }

  function attempt(): void {
    const socket = connect(path)
    const failed = (): void => again()
    end = () => socket.destroy()
    socket.once('error', failed)
    socket.once('connect', () => {
      socket.off('error', failed)
      link.attach(new TcpStream(socket), (why) => {
        if (why === 'otherVersion') deps.otherVersion()
        again()
      })
    })
  }

  attempt()
  return {
    stop() {
      stopped = true
      timer?.cancel()
      end()
    },
  }
}
