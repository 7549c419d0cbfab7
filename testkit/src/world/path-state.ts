/** What the way of one host to all others is like at the moment. */
export interface PathState {
  delayMs: number
  /** Added at random, evenly. */
  jitterMs: number
  /** Undefined: no bound. A few bytes a second make a trickle. */
  bytesPerSecond: number | undefined
  /** How often a piece arrives in two. */
  splitChance: number
  /** Nothing leaves the host (it still thinks it is connected). */
  upBlocked: boolean
  /** Nothing reaches the host. */
  downBlocked: boolean
  /** New connections are refused at once. */
  refusing: boolean
}

/** Whatever is sent arrives, sooner or later. */
export function isGood(path: Readonly<PathState>): boolean {
  const { upBlocked, downBlocked, refusing, bytesPerSecond } = path
  return !upBlocked && !downBlocked && !refusing && bytesPerSecond === undefined
}

export const goodPath: Readonly<PathState> = {
  delayMs: 5,
  jitterMs: 5,
  bytesPerSecond: undefined,
  splitChance: 0.02,
  upBlocked: false,
  downBlocked: false,
  refusing: false,
}
