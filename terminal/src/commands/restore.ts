import type { Invocation } from '../command-line/invocation.ts'

export async function run(_: Invocation): Promise<number> {
  return 70
}
