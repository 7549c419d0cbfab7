import type { Invocation } from './invocation.ts'
import { parseDuration } from './duration.ts'
import { UsageFault } from './usage-fault.ts'

/** `+10m` from now, or a date and time such as 2027-01-31T09:00 (local) or with an offset. @throws UsageFault */
export function moment({ values, command }: Invocation, name: string): (nowMs: number) => number {
  const text = (values[name] ?? '').trim()
  if (text.startsWith('+')) {
    const delayMs = parseDuration(text.slice(1), name)
    return (nowMs) => Math.floor(nowMs) + delayMs
  }
  const isDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?$/.test(text)
  const atMs = isDate ? Date.parse(text) : Number.NaN
  if (!(atMs > 0))
    throw new UsageFault(
      `--${name} takes +10m, or a time such as 2027-01-31T09:00, not "${text}"`,
      command,
    )
  return () => atMs
}
