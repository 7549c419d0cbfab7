import type { Invocation } from './invocation.ts'
import { parseDuration } from './duration.ts'
import { UsageFault } from './usage-fault.ts'

const seqMax = 2 ** 52 - 1

/** @throws UsageFault when it is missing. */
export function required(invocation: Invocation, name: string): string {
  const value = invocation.values[name]
  if (value === undefined || value === '')
    throw new UsageFault(`--${name} is missing`, invocation.command)
  return value
}

/** A whole number from 1. @throws UsageFault */
export function positive(invocation: Invocation, name: string): number | undefined {
  const text = invocation.values[name]
  if (text === undefined) return undefined
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= 1 && number <= seqMax))
    throw new UsageFault(`--${name} takes a whole number from 1, not "${text}"`, invocation.command)
  return number
}

/** @throws UsageFault */
export function durationMs(invocation: Invocation, name: string, fallbackMs: number): number {
  const text = invocation.values[name]
  return text === undefined ? fallbackMs : parseDuration(text, name)
}
