/** How far one conversation has been printed. */
export interface FollowedLog {
  readonly conversation: number
  /** The seq up to which everything was printed, or is nothing to us. */
  printed: number
  /** The highest seq known to exist. */
  head: number
  /** Nothing before it can be had. */
  first: number
  /** What the server has stored as delivered to us. */
  delivered: number
}
