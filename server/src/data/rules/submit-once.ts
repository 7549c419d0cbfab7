import type { Batcher } from './batcher.ts'
import type { OnceOperation, ResultOf } from './operations.ts'
import type { OnceResult, RequestOnce } from './request-once.ts'

/** Gives an operation that has its effect once for a request (R2). Rejects as the batcher does, and with its refusals. */
export async function submitOnce<O extends OnceOperation>(
  batcher: Batcher,
  request: RequestOnce,
  operation: O,
): Promise<OnceResult<ResultOf<O>>> {
  const answer = await batcher.submit({ type: 'once', request, operation })
  return answer as OnceResult<ResultOf<O>>
}
