import type { Cell } from './cell.ts'

/** Shows a cell, and another one from some moment on; who listens stays. The methods are bound, as those of a cell. */
export class Switch<T> {
  #cell: Pick<Cell<T>, 'getSnapshot' | 'subscribe'>
  readonly #listeners = new Map<() => void, () => void>()

  constructor(cell: Pick<Cell<T>, 'getSnapshot' | 'subscribe'>) {
    this.#cell = cell
  }

  readonly getSnapshot = (): T => this.#cell.getSnapshot()

  readonly subscribe = (listener: () => void): (() => void) => {
    const own = () => listener()
    this.#listeners.set(own, this.#cell.subscribe(own))
    return () => {
      this.#listeners.get(own)?.()
      this.#listeners.delete(own)
    }
  }

  to(cell: Pick<Cell<T>, 'getSnapshot' | 'subscribe'>): void {
    this.#cell = cell
    for (const [listener, remove] of [...this.#listeners]) {
      remove()
      this.#listeners.set(listener, cell.subscribe(listener))
      listener()
    }
  }
}
