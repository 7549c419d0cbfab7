/** How the program ends. Stable: scripts rely on them; docs/cli.md lists them. */
export const exitStatuses = {
  done: 0,
  /** Refused for good, or something that was checked is wrong. */
  refused: 1,
  usage: 2,
  /** The server could not be reached, or was too busy, for as long as was waited: the same later may succeed. */
  away: 3,
  /** Wrong password, no password, or the device was signed out. */
  notSignedIn: 4,
  /** `send` gave up: something was not acknowledged. */
  notAcked: 5,
  /** A fault of this program. */
  fault: 70,
} as const
