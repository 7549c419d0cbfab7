import { connect } from 'node:net'
import { TcpStream } from '../../access/tcp/tcp-stream.ts'
import type { Clock, Timer } from '../../base/clock.ts'
import type { Random } from '../../base/random.ts'
import type { AccessLink, LinkEnd } from '../access-link.ts'

export interface KeepLinkDeps {
  clock: Clock
  random: Pick<Random, 'unit'>
  link: AccessLink
  /** Logic was started from newer sources than this process. */
  outdated(): void
}

/** Connects to logic, and again after each end, jittered, until it is stopped. */
export function keepLink(deps: KeepLinkDeps, path: string): { stop(): void } {
  const { clock, random, link } = deps
  let stopped = false
  let timer: Timer | undefined
  let end = (): void => {}

  function again(why: LinkEnd): void {
    if (why === 'newer') deps.outdated()
    if (stopped) return
    const { reconnectMs, olderLogicMs } = link.settings
    const delayMs = why === 'older' ? olderLogicMs : reconnectMs
    timer = clock.after(delayMs * (0.5 + random.unit()), attempt)
  }

  function attempt(): void {
    const socket = connect(path)
    const failed = (): void => again('gone')
    end = () => socket.destroy()
    socket.once('error', failed)
    socket.once('connect', () => {
      socket.off('error', failed)
      link.attach(new TcpStream(socket), again)
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
