export const problemsMax = 1_000

/** What a check of a store found. */
export class Problems {
  readonly found: string[] = []

  add(problem: string): void {
    if (this.found.length < problemsMax) this.found.push(problem)
  }
}
