/** The disk failed under the store (R15): nothing of what was given last may be told, and nothing more is taken. */
export class StoreFailed extends Error {
  constructor(why?: string) {
    super(why === undefined ? 'the store has failed' : `the store has failed: ${why}`)
    this.name = 'StoreFailed'
  }
}
