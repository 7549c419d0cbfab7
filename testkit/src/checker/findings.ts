import { violationKinds, type ViolationKind } from './history.ts'

const samplesPerKindMax = 20

/** Counts violations and keeps the first of each kind as sentences. */
export class Findings {
  readonly counts = Object.fromEntries(violationKinds.map((kind) => [kind, 0])) as Record<
    ViolationKind,
    number
  >
  readonly samples: string[] = []
  readonly incomplete = new Map<string, number>()

  add(kind: ViolationKind, sentence: string): void {
    this.counts[kind] += 1
    if (this.counts[kind] <= samplesPerKindMax) this.samples.push(`${kind}: ${sentence}`)
  }

  /** The history proves nothing about this. Reasons of one sort are counted, the first is quoted. */
  lacks(sort: string, detail: string): void {
    const key = `${sort}, such as ${detail}`
    for (const [known, count] of this.incomplete) {
      if (!known.startsWith(sort)) continue
      this.incomplete.set(known, count + 1)
      return
    }
    this.incomplete.set(key, 1)
  }

  get total(): number {
    return violationKinds.reduce((sum, kind) => sum + this.counts[kind], 0)
  }
}
