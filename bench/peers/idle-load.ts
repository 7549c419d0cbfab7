import { peerUser, PeerCrowd } from './crowd.ts'
import type { PeerAt } from './user.ts'

export type PeerIdleInput =
  | { step: 'join'; at: PeerAt; firstUser: number; users: number }
  | { step: 'leave' }

const openingMax = 64
let crowd: PeerCrowd | undefined

/** Users of a peer who stand and do nothing but what they must. */
export async function peerIdleLoad(input: PeerIdleInput): Promise<{ lost: number }> {
  if (input.step === 'leave') return leave()
  const { at, firstUser, users } = input
  crowd ??= new PeerCrowd()
  try {
    await crowd.join(users, openingMax, async (number, lost) => {
      const user = peerUser(at, `u${firstUser + number}`, { lost })
      await user.login()
      return user
    })
  } catch (thrown) {
    leave()
    throw thrown
  }
  return { lost: crowd.lost }
}

function leave(): { lost: number } {
  const { lost } = crowd ?? { lost: 0 }
  crowd?.leave()
  crowd = undefined
  return { lost }
}
