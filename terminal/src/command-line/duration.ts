import { UsageFault } from './usage-fault.ts'

const unitsMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  '': 1_000,
}
const durationMsMax = 7 * 24 * 3_600_000

/** `10s`, `1.5m`, `500ms`, or a number of seconds. @throws UsageFault */
export function parseDuration(text: string, option: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|)$/.exec(text.trim()) ?? []
  const durationMs = Number(number) * (unitsMs[unit ?? ''] ?? Number.NaN)
  if (!(durationMs > 0 && durationMs <= durationMsMax))
    throw new UsageFault(`--${option} takes a time such as 10s, 2m or 500ms, not "${text}"`)
  return durationMs
}
