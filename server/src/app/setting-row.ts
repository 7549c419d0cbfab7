/** One setting: where it comes from, what it is without being set, how it is read, and what it means. */
export interface SettingRow<T> {
  fallback: T
  parse(text: string): T
  doc: string
}

export function row<T>(
  fallback: T,
  parse: (text: string) => NoInfer<T>,
  doc: string,
): SettingRow<T> {
  return { fallback, parse, doc }
}
export function text(value: string): string {
  return value
}
export function list(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
export function flag(value: string): boolean {
  if (/^(true|on|yes|1|open|)$/i.test(value)) return true
  if (/^(false|off|no|0|closed)$/i.test(value)) return false
  throw new Error('takes on or off')
}
export function port(value: string): number {
  return integer(0, 65_535)(value)
}
export function integer(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= min && number <= max))
      throw new Error(`takes a whole number from ${min} to ${max}`)
    return number
  }
}
export function oneOf(choices: readonly string[]): (value: string) => string {
  return (value) => {
    if (!choices.includes(value)) throw new Error(`takes one of ${choices.join(', ')}`)
    return value
  }
}
