import { startLoad, type Load } from './load.ts'

/** A process may have some 20,000 files here: one of the server's no more connections, and one that makes load neither. */
export const usersPerProcess = 14_500

/** Some of many users, and the process that plays them. */
export interface Part {
  load: Load
  firstUser: number
  /** Even, so that pairs stay together. */
  users: number
}

/** So many that each can hold its share. */
export function accessProcessesFor(users: number): number {
  return Math.max(2, Math.ceil(users / usersPerProcess))
}

/** What a server needs so that so many are online: nothing, where one process can hold them. */
export function crowdSettings(users: number): Readonly<Record<string, string>> {
  if (users <= usersPerProcess) return {}
  return {
    'access-processes': String(accessProcessesFor(users)),
    // NOTE shared out evenly, while the system gives some a little more than others.
    'connections-max': String(2 * users),
  }
}

/** Shares users out over as few processes as can hold them, for as long as `run` takes. */
export async function withParts<T>(
  { firstUser, users }: Pick<Part, 'firstUser' | 'users'>,
  run: (parts: readonly Part[]) => Promise<T>,
): Promise<T> {
  const count = Math.ceil(users / usersPerProcess)
  const each = 2 * Math.ceil(users / count / 2)
  const parts = Array.from({ length: count }, (_, number) => ({
    load: startLoad(),
    firstUser: firstUser + number * each,
    users: Math.min(each, users - number * each),
  }))
  try {
    return await run(parts)
  } finally {
    await Promise.all(parts.map(({ load }) => load.stop()))
  }
}

/** All at the same time. */
export function onAll<T>(parts: readonly Part[], run: (part: Part) => Promise<T>): Promise<T[]> {
  return Promise.all(parts.map(run))
}
