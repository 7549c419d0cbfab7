import { errors } from '@parley/protocol'
import type { Timer } from '../../base/clock.ts'
import { Refusal } from '../../base/refusal.ts'
import { burntAtOnceMax } from '../../data/entry-store.ts'
import type { Due } from '../../data/scheduled-store.ts'
import type { Store } from '../../data/store.ts'
import { deliverEntry, type DeliverDeps } from './deliver-entry.ts'
import type { NewEntryDeps } from './new-entry.ts'
import { told } from './schedule.ts'
import { scheduledEntry } from './scheduled-entry.ts'
import { countingStrangers, type StrangerDeps } from './strangers.ts'

/** How often it is looked for what is due, at least. */
export const dueLookMsMax = 60_000
/** How often while there are messages that burn: when they are read is not told. */
export const burnLookMs = 1_000
/** A backlog is worked off in steps with a pause between: nothing waits long behind it. */
export const backlogPauseMs = 50

export interface KeepDueDeps extends NewEntryDeps, StrangerDeps, DeliverDeps {
  entries: Pick<Store['entries'], 'burnDue'>
  scheduled: Store['scheduled']
}

export interface DueKeeper {
  /** Something may be due at this time (wall clock), sooner than was known. */
  wake(atMs: number): void
  stop(): void
}

/** Sends what waited for its time, and burns what was read, until it is stopped. */
export function keepDue(deps: KeepDueDeps): DueKeeper {
  const { clock } = deps
  let isStopped = false
  let timer: Timer | undefined
  let isLooking = false
  let wakesAtMs = Number.POSITIVE_INFINITY

  const look = (): void => {
    isLooking = true
    wakesAtMs = Number.POSITIVE_INFINITY
    // NOTE what is due stays so after a failure, and is looked at again; the store tells of its own trouble.
    const failed = () => clock.wallMs() + burnLookMs
    void step(deps)
      .catch(failed)
      .then((atMs) => {
        isLooking = false
        wakesAtMs = Math.min(wakesAtMs, atMs, clock.wallMs() + dueLookMsMax)
        arm()
      })
  }
  const arm = (): void => {
    timer?.cancel()
    if (!isStopped) timer = clock.after(Math.max(0, wakesAtMs - clock.wallMs()), look)
  }
  const wake = (atMs: number): void => {
    if (atMs >= wakesAtMs) return
    wakesAtMs = atMs
    if (!isLooking) arm()
  }
  wake(clock.wallMs() + burnLookMs)
  return {
    wake,
    stop() {
      isStopped = true
      timer?.cancel()
    },
  }
}

/** @returns when to look again. */
async function step(deps: KeepDueDeps): Promise<number> {
  const nowMs = deps.clock.wallMs()
  const { burnt, isWaiting } = await deps.entries.burnDue(nowMs)
  for (const { entry, appended } of burnt) deliverEntry(deps, entry, appended, undefined)
  const { due, nextMs = Number.POSITIVE_INFINITY } = await deps.scheduled.due(nowMs)
  // NOTE one after the other, in the order of their times.
  for (const one of due) await sendDue(deps, one)
  const isBehind = burnt.length >= burntAtOnceMax || nextMs <= nowMs
  if (isBehind) return nowMs + backlogPauseMs
  return isWaiting ? Math.min(nextMs, nowMs + burnLookMs) : nextMs
}

async function sendDue(deps: KeepDueDeps, { account, clientId, body }: Due): Promise<void> {
  const { scheduled } = deps
  try {
    const entry = scheduledEntry(deps, account, clientId, body)
    const append = await countingStrangers(deps, entry, (counted) =>
      scheduled.sendDue(account, clientId, counted),
    )
    if (append === undefined) return
    if (append.status === 'appended') deliverEntry(deps, entry, append, undefined)
  } catch (fault) {
    // NOTE what could be scheduled once and cannot be said any more: by a newer program, or other settings.
    if (!(fault instanceof Refusal) || errors[fault.code].retry !== 'never') throw fault
    await scheduled.fail(account, clientId, fault.code, deps.clock.wallMs())
  }
  await told(deps, account, clientId)
}
