import type { OneToOneInput } from '../load/one-to-one-load.ts'

/** What a cell of messages is called: `U=200 W=1`, `U=200 open 1,500/s`. */
export function shapeName(users: number, shape: OneToOneInput['shape']): string {
  const how =
    'closed' in shape
      ? `W=${shape.closed.window}`
      : `open ${shape.open.perSecond.toLocaleString('en')}/s`
  return `U=${users} ${how}`
}
