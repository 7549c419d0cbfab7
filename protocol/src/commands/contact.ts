export const contactCommands = {} as const

/** What the server sends on its own. */
export const contactPushes = {} as const
