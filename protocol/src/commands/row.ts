/** One row of the command table. Numbers are stable and never used again; see ../commands.ts. */
export type CommandWhen = 'greeting' | 'session'
export type CommandEffect = 'none' | 'natural' | 'clientId' | 'requestKey'

export function command<Q, R>(
  id: number,
  when: CommandWhen,
  effect: CommandEffect,
  target: boolean,
  request: Q,
  reply: R,
) {
  return { id, when, effect, target, request, reply }
}

export function note<B>(id: number, body: B) {
  return { id, body }
}

/** A lossy push has number 0 and is never repaired. */
export function push<B>(id: number, lossy: boolean, body: B) {
  return { id, lossy, body }
}
