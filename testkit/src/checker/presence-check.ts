import type { Findings } from './findings.ts'
import type { Name } from './history.ts'

interface Told {
  device: Name
  account: Name
  /** In the order in which it happened. */
  events: { at: number; watching?: boolean; online?: boolean }[]
}

/** Presence is never asserted as instant: it must be right once the truth stood for the bound, while it was watched. */
export class PresenceCheck {
  boundMs: number | undefined
  #endMs = 0
  readonly #truth = new Map<Name, { at: number; online: boolean | undefined }[]>()
  readonly #told = new Map<string, Told>()

  /** @param online undefined: nobody knows. */
  online(account: Name, online: boolean | undefined, at: number): void {
    this.#endMs = Math.max(this.#endMs, at)
    const list = this.#truth.get(account)
    if (list === undefined) this.#truth.set(account, [{ at, online }])
    else list.push({ at, online })
  }

  told(
    device: Name,
    account: Name,
    at: number,
    what: { watching?: boolean; online?: boolean },
  ): void {
    this.#endMs = Math.max(this.#endMs, at)
    const key = `${device} ${account}`
    const told = this.#told.get(key)
    if (told === undefined) this.#told.set(key, { device, account, events: [{ at, ...what }] })
    else told.events.push({ at, ...what })
  }

  quiet(at: number): void {
    this.#endMs = Math.max(this.#endMs, at)
  }

  finish(findings: Findings): void {
    const boundMs = this.boundMs
    if (boundMs === undefined) return
    for (const told of this.#told.values()) {
      const truth = (this.#truth.get(told.account) ?? []).toSorted((a, b) => a.at - b.at)
      truth.forEach(({ at, online }, index) => {
        const until = truth[index + 1]?.at ?? this.#endMs
        if (online === undefined) return
        this.#check(told, { from: at, until, online }, boundMs, findings)
      })
    }
  }

  #check(
    { device, account, events }: Told,
    truth: { from: number; until: number; online: boolean },
    boundMs: number,
    findings: Findings,
  ): void {
    let watchedFrom = Number.POSITIVE_INFINITY
    let shown: boolean | undefined
    for (let index = 0; index < events.length; index += 1) {
      const event = events[index]
      if (event === undefined) return
      if (event.watching === true) watchedFrom = Math.min(watchedFrom, event.at)
      else if (event.watching === false) {
        watchedFrom = Number.POSITIVE_INFINITY
        shown = undefined
      }
      if (event.online !== undefined) shown = event.online
      const from = Math.max(event.at, truth.from + boundMs, watchedFrom + boundMs)
      const until = Math.min(events[index + 1]?.at ?? this.#endMs, truth.until)
      if (from >= until || shown === truth.online) continue
      const was = truth.online ? 'online' : 'away'
      findings.add(
        'presence',
        `${device} shows ${account} wrongly at ${from}: ${was} since ${truth.from}`,
      )
      return
    }
  }
}
