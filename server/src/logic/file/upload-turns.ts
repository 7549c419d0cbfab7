interface Turn {
  giveWay(): void
  ended: Promise<void>
}

/**
 * One at a time acts on an upload. Who comes later is right: its connection is the one that lives. So a holder is asked to
 * give way, and waited for.
 */
export class UploadTurns {
  readonly #turns = new Map<string, Turn>()

  /** @param giveWay asks the holder to end soon; called at most once. @returns what ends the turn. */
  async take(upload: Uint8Array, giveWay: () => void): Promise<() => void> {
    const key = Buffer.from(upload).toString('hex')
    for (let held = this.#turns.get(key); held !== undefined; held = this.#turns.get(key)) {
      held.giveWay()
      await held.ended
    }
    let end = (): void => undefined
    const ended = new Promise<void>((resolve) => (end = resolve))
    let asked = false
    const turn: Turn = {
      ended,
      giveWay() {
        if (!asked) giveWay()
        asked = true
      },
    }
    this.#turns.set(key, turn)
    return () => {
      if (this.#turns.get(key) === turn) this.#turns.delete(key)
      end()
    }
  }
}
