import type { Text } from './use-text.ts'

const dayMs = 86_400_000
/** Within this many days a weekday says it best. */
const weekdayDaysMax = 6

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: string, options: Intl.DateTimeFormatOptions, timeMs: number): string {
  const key = `${language} ${JSON.stringify(options)}`
  let made = formats.get(key)
  if (made === undefined) {
    made = new Intl.DateTimeFormat(language, options)
    formats.set(key, made)
  }
  return made.format(timeMs)
}

/** Local midnight of a time. */
export function dayOf(timeMs: number): number {
  const date = new Date(timeMs)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** Rounded, since a day with a change of summer time has 23 or 25 hours. */
function daysAgo(timeMs: number, nowMs: number): number {
  return Math.round((dayOf(nowMs) - dayOf(timeMs)) / dayMs)
}

const isThisYear = (timeMs: number, nowMs: number) =>
  new Date(timeMs).getFullYear() === new Date(nowMs).getFullYear()

/** 10:31 */
export function clockTime(language: string, timeMs: number): string {
  return format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, timeMs)
}

/** Tuesday, 24 November 2026 at 10:31:05 */
export function exactTime(language: string, timeMs: number): string {
  return format(language, { dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' }, timeMs)
}

/** Tuesday, 24 November 2026 at 10:31 */
export function exactMinute(language: string, timeMs: number): string {
  return format(language, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' }, timeMs)
}

interface Shown {
  text: Text
  language: string
  nowMs: number
}

/** For separators: Today, Yesterday, Monday, 3 November, 3 November 2025. */
export function dayName(shown: Shown, timeMs: number): string {
  const { text, language, nowMs } = shown
  const days = daysAgo(timeMs, nowMs)
  if (days <= 0) return text('chat.today')
  if (days === 1) return text('chat.yesterday')
  if (days <= weekdayDaysMax) return format(language, { weekday: 'long' }, timeMs)
  const year = isThisYear(timeMs, nowMs) ? {} : ({ year: 'numeric' } as const)
  return format(language, { ...year, month: 'long', day: 'numeric' }, timeMs)
}

/** For lists: 10:31, Yesterday, Mon, 3 Nov, 03/11/2025. */
export function shortTime(shown: Shown, timeMs: number): string {
  const { text, language, nowMs } = shown
  const days = daysAgo(timeMs, nowMs)
  if (days <= 0) return clockTime(language, timeMs)
  if (days === 1) return text('list.yesterday')
  if (days <= weekdayDaysMax) return format(language, { weekday: 'short' }, timeMs)
  if (isThisYear(timeMs, nowMs)) {
    const month = language.startsWith('zh') ? 'numeric' : 'short'
    return format(language, { month, day: 'numeric' }, timeMs)
  }
  return format(language, { year: 'numeric', month: 'numeric', day: 'numeric' }, timeMs)
}

const relativeSteps = [
  { unit: 'day', ms: dayMs },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const

/** For what was seen lately: 5 minutes ago, yesterday, 3 Nov. */
export function relativeTime(language: string, timeMs: number, nowMs: number): string {
  const agoMs = Math.max(0, nowMs - timeMs)
  if (agoMs > weekdayDaysMax * dayMs) return format(language, { dateStyle: 'medium' }, timeMs)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const step = relativeSteps.find(({ ms }) => agoMs >= ms)
  if (step === undefined) return relative.format(0, 'minute')
  return relative.format(-Math.floor(agoMs / step.ms), step.unit)
}

const spanUnits = [
  { unit: 'day', ms: dayMs },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const

/** How long: 10 seconds, 1 minute, 7 days, or 10s; in the largest unit of which there is one, rounded up. */
export function timeSpan(
  language: string,
  ms: number,
  unitDisplay: 'long' | 'narrow' = 'long',
): string {
  const step = spanUnits.find((each) => ms >= each.ms) ?? spanUnits[3]
  const options = { style: 'unit', unit: step.unit, unitDisplay } as const
  return new Intl.NumberFormat(language, options).format(Math.max(0, Math.ceil(ms / step.ms)))
}
