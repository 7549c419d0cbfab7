const two = (number: number): string => String(number).padStart(2, '0')

/** `2026-01-31 09:05:00`, local time. */
export function localTime(timeMs: number): string {
  const date = new Date(timeMs)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

/** `09:05`, local time. */
export function localMinute(timeMs: number): string {
  const date = new Date(timeMs)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The local day as a number that grows by one a day is not needed: equal texts are equal days. */
export function localDay(timeMs: number): string {
  return localTime(timeMs).slice(0, 10)
}
