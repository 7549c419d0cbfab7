import { callPatiently, IMError, nodeClock, nodeRandom, toIMError, type Session } from './sdk.ts'

const backoff = { minMs: 100, maxMs: 2_000 }

/** For callPatiently. */
export const patience = (session: Session) => ({
  session,
  clock: nodeClock,
  random: nodeRandom,
  backoff,
})

export interface FoundAccount {
  readonly account: number
  readonly handle: string
}

/** By exact handle. @throws IMError NOT_FOUND, naming the handle */
export async function findAccount(
  session: Session,
  handle: string,
  options: { timeoutMs: number; signal?: AbortSignal },
): Promise<FoundAccount> {
  try {
    const found = await callPatiently(patience(session), 'findAccount', { handle }, options)
    return { account: found.account, handle: found.handle }
  } catch (thrown) {
    if (toIMError(thrown).code !== 'NOT_FOUND') throw thrown
    throw new IMError('NOT_FOUND', `there is no account ${handle}`)
  }
}
