export const fileCommands = {} as const
