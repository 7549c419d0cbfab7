/** How a process of the server ends. */
export const exitStatuses = {
  clean: 0,
  fault: 1,
  usage: 2,
  /** Another process serves this data folder, or a port is taken. */
  taken: 3,
  /** The disk failed (R15): start again once it is well. */
  storage: 74,
} as const
