import { uuidV7Minter } from '@parley/protocol'
import type { OpenSession } from './open-session.ts'
import { callPatiently, createFiles, nodeClock, nodeRandom, type Files } from './sdk.ts'
import { patience } from './find-account.ts'

const backoff = { minMs: 250, maxMs: 10_000 }
const requestTimeoutMs = 20_000

/** Files over a session of a one-shot command. */
export function sessionFiles({ session, access }: OpenSession): Files {
  const mint = uuidV7Minter({
    nowMs: () => session.nowMs(),
    fill: (bytes) => nodeRandom.fill(bytes),
  })
  return createFiles({
    clock: nodeClock,
    random: nodeRandom,
    backoff,
    http: {
      urls: [access.name.server],
      token: access.token,
      fetch: (url, init) => fetch(url, init),
    },
    nowMs: () => session.nowMs(),
    ask: (name, request, signal) =>
      callPatiently(patience(session), name, request, { timeoutMs: requestTimeoutMs, signal }),
    mintRequestKey: () => mint(),
  })
}
