import { runServer } from '@parley/server'
import type { Invocation } from '../command-line/invocation.ts'

/** Runs until it is stopped; the status is the server's own. */
export function run({ values }: Invocation): Promise<number> {
  return runServer(values)
}
