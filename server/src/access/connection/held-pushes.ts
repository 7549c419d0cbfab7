interface HeldPush {
  command: number
  body: Uint8Array
  lossy: boolean
}

/** Pushes that wait until the login that they came after is answered. */
export class HeldPushes {
  readonly #max: number
  readonly #pushes: HeldPush[] = []
  /** Numbered ones for which there was no room. */
  #dropped = 0

  constructor(max: number) {
    this.#max = max
  }

  add(push: HeldPush): void {
    if (this.#pushes.length < this.#max) this.#pushes.push(push)
    else if (!push.lossy) this.#dropped += 1
  }

  drop(): void {
    this.#dropped += 1
  }

  release(push: (push: HeldPush) => void, drop: () => void): void {
    for (const held of this.#pushes) push(held)
    for (let count = 0; count < this.#dropped; count += 1) drop()
  }
}
