import { uuidV7Minter, type CommandName, type ReplyRead, type RequestInit } from '@parley/protocol'
import { callPatiently, nodeRandom, type Session } from './sdk.ts'
import { patience } from './find-account.ts'

/** The same request key with every attempt: it has its effect once. */
export function askOnce<N extends CommandName>(
  session: Session,
  name: N,
  request: Omit<RequestInit<N>, 'requestKey'>,
  options: { timeoutMs: number; signal?: AbortSignal },
): Promise<ReplyRead<N>> {
  const fill = (bytes: Uint8Array) => void nodeRandom.fill(bytes)
  const requestKey = uuidV7Minter({ nowMs: () => session.nowMs(), fill })()
  const keyed = { ...request, requestKey } as RequestInit<N>
  return callPatiently(patience(session), name, keyed, options)
}
