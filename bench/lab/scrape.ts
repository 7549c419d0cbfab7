import type { BenchServer } from './server.ts'

/** The live figures of a server, by name and labels as they stand in the text: `parley_gc_seconds_sum`. */
export async function scrape({
  endpoints,
}: Pick<BenchServer, 'endpoints'>): Promise<Map<string, number>> {
  const answer = await fetch(new URL('/metrics', endpoints.http))
  if (!answer.ok) throw new Error(`/metrics answered ${answer.status}`)
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && line[0] !== '#')
  return new Map(
    lines.map((line) => {
      const cut = line.lastIndexOf(' ')
      return [line.slice(0, cut), Number(line.slice(cut + 1))]
    }),
  )
}
