import { commands } from '@parley/protocol'
import type { Bench } from '../lab/bench.ts'

/** B4: one message to many members who are online. */
export async function fanOut(bench: Bench): Promise<void> {
  const canMakeGroups = Object.keys(commands).some((name) => /group/i.test(name))
  bench.say(
    canMakeGroups
      ? 'SKIPPED: groups exist by now, and this scenario has still to be written for them'
      : 'SKIPPED: the protocol has no groups yet',
  )
}
