import type { Clock } from '../../base/clock.ts'
import type { BatchTime } from './operations.ts'

export const timeOf = (clock: Clock): BatchTime => ({
  wallMs: clock.wallMs(),
  monotonicMs: clock.monotonicMs(),
})
