import type { ByteStream } from '../access/stream.ts'
import type { Clock, Timer } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import type { AccessLink, LinkEnd } from './access-link.ts'

/**
 * Tries for a stream to logic. `done` is called once: with undefined when none came about. @returns what ends it: the
 * attempt, or the stream that came of it; then `done` may never be called.
 */
export type ConnectLink = (done: (stream: ByteStream | undefined) => void) => () => void

export interface KeepLinkDeps {
  clock: Clock
  random: Pick<Random, 'unit'>
  link: AccessLink
  connect: ConnectLink
  /** Logic was started from newer sources than this process. */
  outdated(): void
}

/** Connects to logic, and again after each end, jittered, until it is stopped. */
export function keepLink(deps: KeepLinkDeps): { stop(): void } {
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
    end = deps.connect((stream) => {
      if (stream === undefined) again('gone')
      else link.attach(stream, again)
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
