/** How a date-time field writes a moment: local time, to the minute. */
export function toField(timeMs: number): string {
  const date = new Date(timeMs)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** NaN for what is no time. */
export const fromField = (value: string): number => new Date(value).getTime()

const hourMs = 3_600_000

/** Moments that are often meant, those that are past left out. */
export function presets(nowMs: number) {
  const at = (days: number, hour: number) => {
    const date = new Date(nowMs)
    return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour).getTime()
  }
  const all = [
    { id: 'later.inHour', atMs: nowMs + hourMs },
    { id: 'later.evening', atMs: at(0, 20) },
    { id: 'later.tomorrow', atMs: at(1, 9) },
  ] as const
  return all.filter(({ atMs }) => atMs > nowMs)
}
