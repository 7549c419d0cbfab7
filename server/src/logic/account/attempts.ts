import type { Clock } from '../../base/clock.ts'
import { KeyedLimiter, type Rate } from '../../base/keyed-limiter.ts'
import { Refusal } from '../../base/refusal.ts'

export interface AttemptRates {
  /** Registrations and sign-ins of one address. */
  perAddress: Rate
  /** Wrong passwords for one handle. */
  perHandle: Rate
  /** Tokens and resume keys of one address that were not good. */
  badTokens: Rate
}

/** Limits what can be tried before login. */
export interface Attempts {
  /** Counts a registration or sign-in. @throws Refusal RATE_LIMITED */
  count(address: string): void
  /** @throws Refusal RATE_LIMITED while the handle has had too many wrong passwords. */
  checkHandle(handle: string): void
  wrongPassword(handle: string): void
  /** @throws Refusal RATE_LIMITED while the address has shown too many bad tokens. */
  checkTokens(address: string): void
  badToken(address: string): void
}

export function createAttempts(clock: Clock, rates: AttemptRates): Attempts {
  const addresses = new KeyedLimiter<string>(clock, rates.perAddress)
  const handles = new KeyedLimiter<string>(clock, rates.perHandle)
  const tokens = new KeyedLimiter<string>(clock, rates.badTokens)
  const refuse = (waitMs: number) => {
    if (waitMs > 0) throw new Refusal('RATE_LIMITED', 'too many attempts', waitMs)
  }
  return {
    // NOTE the machine itself is not limited by address: its operator's scripts, and an undeclared proxy that
    // would otherwise lock everybody out. Wrong passwords are limited by handle all the same.
    count: (address) => refuse(isLoopback(address) ? 0 : addresses.take(networkOf(address))),
    checkHandle: (handle) => refuse(handles.wait(handle)),
    wrongPassword: (handle) => void handles.take(handle),
    checkTokens: (address) => refuse(isLoopback(address) ? 0 : tokens.wait(networkOf(address))),
    badToken: (address) => void tokens.take(networkOf(address)),
  }
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}

/** An IPv6 customer has a whole /64 to himself. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  return address.split(':').slice(0, 4).join(':')
}
