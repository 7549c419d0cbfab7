import { frameBodyBytesMax } from '@parley/protocol'

/** Every limit of the link. */
export interface LinkSettings {
  /** The payload of one frame. */
  frameBytesMax: number
  /** Receivers named in one push frame; more take several. */
  pushConnectionsMax: number

  // ---- access
  /** Calls of one node that are not answered yet; beyond: BUSY. */
  callsMax: number
  /** Unsent bytes to logic over which calls are answered BUSY. */
  callBytesMax: number
  /** What waits while logic is away, in number … */
  heldMax: number
  /** … and in bytes; beyond: BUSY. */
  heldBytesMax: number
  /** … and so long; then: BUSY. */
  heldMs: number
  /** Whoever is refused because logic is away comes back within this time, jittered. */
  retryMs: number
  /** Sessions of one node that are marked behind in a second after logic came back: so their syncs are paced. */
  behindPerSecond: number
  /** How often the link is tried anew, jittered, while logic is away. */
  reconnectMs: number
  /** The same where logic is of an older version, until somebody restarts it. */
  olderLogicMs: number

  // ---- logic
  /** Unsent bytes to a node over which pushes to it are dropped, and their sessions marked behind. */
  pushBytesMax: number
  /** Unsent bytes to a node over which nothing more is read from it. */
  answerBytesMax: number
  /** Unsent bytes to a node over which the link is cut: the node does not read. */
  linkBytesMax: number
  /** Sessions restored in one go. */
  restoreSliceMax: number
  /** After the start presence is told anew when every node has come back, at the latest after this time. */
  restoreMs: number
  /** How often logic says how it is. */
  pulseMs: number
  /** How long a leaving logic process waits for its answers. */
  leaveMs: number
}

export const linkDefaults: LinkSettings = {
  frameBytesMax: frameBodyBytesMax + 65_536,
  pushConnectionsMax: 8_192,
  callsMax: 8_192,
  callBytesMax: 16_777_216,
  heldMax: 16_384,
  heldBytesMax: 33_554_432,
  heldMs: 10_000,
  retryMs: 1_000,
  behindPerSecond: 500,
  reconnectMs: 100,
  olderLogicMs: 5_000,
  pushBytesMax: 8_388_608,
  answerBytesMax: 16_777_216,
  linkBytesMax: 134_217_728,
  restoreSliceMax: 500,
  restoreMs: 2_000,
  pulseMs: 1_000,
  leaveMs: 5_000,
}
