import type { TabChannel, TabLocks, TabMessage } from '../connection/tabs.ts'

interface Waiting {
  tab: string
  give(): void
}

/** The browser between tabs: one channel, one lock, and tabs that freeze or die. */
export class FakeTabs {
  readonly #listeners = new Map<string, Set<(message: TabMessage) => void>>()
  readonly #line: Waiting[] = []
  #holder: { tab: string; lost: AbortController } | undefined
  readonly #frozen = new Set<string>()
  /** Messages that crossed. */
  readonly posted: TabMessage[] = []

  get leader(): string | undefined {
    return this.#holder?.tab
  }

  channel(tab: string): TabChannel {
    const listeners = new Set<(message: TabMessage) => void>()
    this.#listeners.set(tab, listeners)
    return {
      post: (message) => {
        if (this.#frozen.has(tab) || !this.#listeners.has(tab)) return
        const copy = structuredClone(message)
        this.posted.push(copy)
        for (const [other, heard] of this.#listeners)
          if (other !== tab)
            queueMicrotask(() => {
              if (!this.#frozen.has(other)) for (const listener of heard) listener(copy)
            })
      },
      listen: (heard) => {
        listeners.add(heard)
        return () => listeners.delete(heard)
      },
      close: () => listeners.clear(),
    }
  }

  locks(tab: string): TabLocks {
    return {
      hold: ({ signal, steal }, held) =>
        new Promise((resolve, reject) => {
          const give = () => {
            const lost = new AbortController()
            const holder = { tab, lost }
            this.#holder = holder
            lost.signal.addEventListener('abort', () => reject(new Error('stolen')), { once: true })
            held(lost.signal).then(() => {
              if (this.#holder === holder) this.#pass()
              resolve()
            }, reject)
          }
          const waiting = { tab, give }
          signal.addEventListener('abort', () => {
            const index = this.#line.indexOf(waiting)
            if (index >= 0) this.#line.splice(index, 1)
          })
          if (steal) {
            this.#holder?.lost.abort()
            give()
          } else if (this.#holder === undefined) give()
          else this.#line.push(waiting)
        }),
    }
  }

  /** Nothing of it runs any more, and its lock is free. */
  kill(tab: string): void {
    this.#frozen.add(tab)
    this.#listeners.delete(tab)
    for (const waiting of this.#line.filter((one) => one.tab === tab))
      this.#line.splice(this.#line.indexOf(waiting), 1)
    if (this.#holder?.tab === tab) this.#pass()
  }

  /** It hears and says nothing, but keeps its lock. */
  freeze(tab: string): void {
    this.#frozen.add(tab)
  }

  thaw(tab: string): void {
    this.#frozen.delete(tab)
  }

  #pass(): void {
    this.#holder = undefined
    this.#line.shift()?.give()
  }
}
