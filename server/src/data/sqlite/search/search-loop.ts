import type { Clock, Timer } from '../../../base/clock.ts'
import { isPassing } from './open-index.ts'
import type { Added, SearchFollower } from './search-follower.ts'
import { followDelayMs } from './search-times.ts'

/** A full or busy disk is tried again after this long. */
const retryMs = 1_000

export interface SearchLoopDeps {
  follower: SearchFollower
  clock: Pick<Clock, 'after' | 'soon'>
  /** Asks the writer to tell at once what it has not told yet. */
  askNews(): void
  /** Something waits to be taken up, or nothing does any more. Until it says so it is behind. */
  behind(isBehind: boolean): void
  caughtUp(id: number): void
  /** The index has to be opened anew. */
  failed(thrown: unknown): void
}

/** When a follower takes up what it was told of. */
export class SearchLoop {
  readonly #deps: SearchLoopDeps
  /** Waits for the writer's next word, and then for its end to be in the index. */
  readonly #asking: number[] = []
  readonly #awaiting: number[] = []
  #isStepping = false
  #timer: Timer | undefined
  #retry: Timer | undefined
  #hasBegun = false
  #toldBehind = true
  #isStopped = false

  constructor(deps: SearchLoopDeps) {
    this.#deps = deps
  }

  /** From the writer. */
  told(news: Added): void {
    if (this.#isStopped) return
    try {
      this.#deps.follower.note(news)
    } catch (thrown) {
      return this.#fail(thrown)
    }
    this.#tellBehind()
    this.#awaiting.push(...this.#asking.splice(0))
    if (this.#awaiting.length > 0 || !this.#hasBegun) this.#soon()
    else this.#timer ??= this.#deps.clock.after(followDelayMs, () => this.#soon())
    this.#hasBegun = true
  }

  /** Says so when all that was committed before is in the index. */
  ask(id: number): void {
    this.#asking.push(id)
    this.#deps.askNews()
  }

  stop(): void {
    this.#isStopped = true
    this.#timer?.cancel()
    this.#retry?.cancel()
  }

  #soon(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    if (this.#isStepping) return
    this.#isStepping = true
    this.#deps.clock.soon(() => this.#step())
  }

  #step(): void {
    this.#isStepping = false
    if (this.#isStopped) return
    try {
      if (this.#deps.follower.step()) return this.#soon()
    } catch (thrown) {
      if (!isPassing(thrown)) return this.#fail(thrown)
      this.#isStepping = true
      this.#retry = this.#deps.clock.after(retryMs, () => this.#step())
      return
    }
    this.#tellBehind()
    for (const id of this.#awaiting.splice(0)) this.#deps.caughtUp(id)
  }

  #tellBehind(): void {
    const { isBehind } = this.#deps.follower
    if (isBehind === this.#toldBehind) return
    this.#toldBehind = isBehind
    this.#deps.behind(isBehind)
  }

  #fail(thrown: unknown): void {
    this.stop()
    this.#deps.failed(thrown)
  }
}
