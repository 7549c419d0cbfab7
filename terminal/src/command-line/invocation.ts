import type { Output } from '../output/output.ts'

/** One call of the program: what was asked, and where answers go. */
export interface Invocation {
  readonly command: string
  /** Options with a value, by name without the dashes. */
  readonly values: Readonly<Record<string, string>>
  /** Switches that were given. */
  readonly switches: ReadonlySet<string>
  /** Words without dashes. */
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly output: Output
  /** Ends with the first SIGINT, SIGTERM or SIGHUP, or when the process that started us is gone. */
  readonly stop: AbortSignal
}
