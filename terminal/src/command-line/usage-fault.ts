/** The command line cannot be understood. The message says what is wrong with it. */
export class UsageFault extends Error {
  /** The command that was meant, where that is known: its help is pointed to. */
  readonly command: string | undefined

  constructor(message: string, command?: string) {
    super(message)
    this.name = 'UsageFault'
    this.command = command
  }
}
