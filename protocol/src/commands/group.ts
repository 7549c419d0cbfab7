export const groupCommands = {} as const

/** What the server sends on its own. */
export const groupPushes = {} as const
