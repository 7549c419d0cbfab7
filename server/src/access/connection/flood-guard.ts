import { TokenBucket } from '../../base/token-bucket.ts'
import type { AccessSettings } from '../settings.ts'

export type FloodVerdict = 'fits' | 'over' | 'flood'

/** How fast one peer sends: within its rate; over it, to be refused; or so far over it for so long that it must go. */
export class FloodGuard {
  readonly #frames = new TokenBucket()
  #excess: TokenBucket | undefined = undefined
  /** After a verdict other than `fits`: when a frame fits again. */
  waitMs = 0

  judge(settings: AccessSettings, nowMs: number): FloodVerdict {
    const waitMs = this.#frames.take(settings.frameRate, nowMs)
    if (waitMs === 0) return 'fits'
    this.waitMs = Math.ceil(waitMs)
    this.#excess ??= new TokenBucket()
    return this.#excess.take(settings.excessRate, nowMs) === 0 ? 'over' : 'flood'
  }
}
