import type { Bench } from '../lab/bench.ts'
import { startLoad } from '../lab/load.ts'
import { readable } from '../lab/readable.ts'
import type { BystandersInput } from '../load/bystanders-load.ts'
import type { Percentiles } from '../load/samples.ts'
import type { Span } from '../load/timed-samples.ts'

/** Two write to each other beside what is measured. @returns what it gave, and what they noticed during each of its spans. */
export async function withBystanders<T extends { spans: Readonly<Record<string, Span>> }>(
  bench: Bench,
  input: BystandersInput,
  run: () => Promise<T>,
): Promise<T & { bystanders: Record<keyof T['spans'], Percentiles> }> {
  const load = startLoad()
  try {
    await load.run('bystandersCome', input)
    const result = await run()
    const { endToEndMs, faults } = await load.run('bystandersTell', { spans: result.spans })
    bench.faults('bystanders', faults)
    return { ...result, bystanders: endToEndMs as Record<keyof T['spans'], Percentiles> }
  } finally {
    await load.stop()
  }
}

/** @param rest what they noticed while nothing else went on. */
export function bystandersFigure(
  bench: Bench,
  scenario: string,
  what: string,
  { p99: value, count }: Percentiles,
  rest?: Percentiles,
): void {
  const atRest = rest === undefined ? '' : `, at rest ${readable(rest.p99)}`
  const note = `${count} messages${atRest}`
  bench.figure({ scenario, name: `bystander 1:1 p99, ${what}`, value, unit: 'ms', note })
}
