import { Refusal } from '../../base/refusal.ts'

/**
 * `client` is NAME/MAJOR.MINOR.PATCH. A name that is not one of ours, or no version, is let through: the minimum speaks
 * of our own clients only. @throws Refusal CLIENT_TOO_OLD
 */
export function checkClientVersion(client: string, minClient: string): void {
  const match = /^parley-[a-z-]+\/(\d+)\.(\d+)\.(\d+)/.exec(client)
  if (match === null) return
  const least = minClient.split('.').map(Number)
  for (let part = 0; part < 3; part += 1) {
    const has = Number(match[part + 1])
    const needs = least[part] ?? 0
    if (has > needs) return
    if (has < needs)
      throw new Refusal('CLIENT_TOO_OLD', `this server needs client version ${minClient} or newer`)
  }
}
