import { accountSettingsOf } from '@parley/client'
import { quietly, type Place } from './place.ts'

/** Looks at others, mostly; or shows itself otherwise. */
export function showPresence(place: Place): void {
  if (place.random.chance(0.7)) return follow(place)
  const { im, random, board } = place
  const status = random.weighted([
    [3, 'online'],
    [2, 'busy'],
    [2, 'away'],
    [2, 'invisible'],
  ] as const)
  const account = im.me?.account ?? 0
  const open = (by: number): void =>
    void board.settling.set(account, (board.settling.get(account) ?? 0) + by)
  open(1)
  board.look()
  // NOTE one that got no answer may have been done: it stays open.
  quietly(
    accountSettingsOf(im)
      .set({ status })
      .then(() => open(-1)),
  )
}

/** Those on the screen: now these, then others. */
function follow({ im, random, board, peer, name }: Place): void {
  const some = [peer ?? random.pick(board.accounts), random.pick(board.accounts)]
  const accounts = [...new Set(some)].filter((account) => account !== im.me?.account)
  board.watching.set(name, { im, accounts })
  im.watchPresence(accounts)
}
