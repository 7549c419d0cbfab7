// A child of `parley serve`: learns what it is to be from its parent, and lives as long as that.
import { nodeClock } from '../../base/node/node-clock.ts'
import { createNodeLog, type LogLevel } from '../../base/node/node-log.ts'
import { exitStatuses } from '../exit-statuses.ts'
import { asStartFault, DiskStartFault, StartFault, statusOf } from '../start-fault.ts'
import { startAccessProcess } from './access-process.ts'
import { startLogicProcess } from './logic-process.ts'
import { tuneCollector } from '../tune-collector.ts'
import type { Assignment, FromChild, StopReason, ToChild } from './messages.ts'

/** Beyond a drain; then the process ends as it is. */
const stopTimeoutMs = 15_000

/** What this process came to be. */
interface Running {
  stop(reason: StopReason): Promise<void>
  serving?(message: ToChild & { type: 'serving' }): void
}

tuneCollector()
let drainMs = 0
let isReady = false
let running: Promise<Running | undefined> | undefined

// NOTE a terminal and a service manager signal every process of the server; the parent alone decides what follows.
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => {})
process.on('message', (message: ToChild) => {
  if (message.type === 'start') running ??= start(message)
  else if (message.type === 'serving') void running?.then((child) => child?.serving?.(message))
  else void stop(message.reason)
})
process.once('disconnect', () => void stop('drain'))

function tell(message: FromChild): void {
  // NOTE the parent may be gone by now; `disconnect` says so.
  if (process.connected) process.send?.(message, () => {})
  isReady ||= message.type === 'ready'
}

async function start(assignment: Assignment): Promise<Running | undefined> {
  drainMs = assignment.settings.drainMs
  try {
    return assignment.role === 'logic'
      ? await startLogic(assignment)
      : await startAccess(assignment)
  } catch (thrown) {
    const fault = asStartFault(thrown)
    if (!(fault instanceof StartFault)) throw fault
    tell({ type: 'refused', message: fault.message, isDisk: fault instanceof DiskStartFault })
    end(statusOf(fault))
    return undefined
  }
}

async function startLogic({ settings, name }: Assignment): Promise<Running> {
  const log = createNodeLog({ level: settings.logLevel as LogLevel, name })
  const logic = await startLogicProcess(settings, log)
  void logic.failed.then(async () => {
    // NOTE first of all: the parent ends the connections while this process winds up.
    process.exitCode = exitStatuses.storage
    tell({ type: 'storageFailed' })
    endInTime(exitStatuses.storage)
    await logic.abandon().catch(() => {})
    end(exitStatuses.storage)
  })
  void logic.restartAsked.then(async () => {
    log.info({}, 'restarting, as asked')
    await logic.stop()
    end(exitStatuses.clean)
  })
  tell({ type: 'ready' })
  return {
    stop: () => logic.stop(),
    serving: ({ pid, http, tcp }) => logic.serving({ pid, http, tcp }),
  }
}

async function startAccess(assignment: Assignment): Promise<Running> {
  const { settings, name } = assignment
  const log = createNodeLog({ level: settings.logLevel as LogLevel, name })
  const access = await startAccessProcess(assignment, log)
  void access.outdated.then(async () => {
    log.info({}, 'giving way to a process of the new version')
    await access.stop('DRAINING')
    end(exitStatuses.clean)
  })
  tell({ type: 'ready', ports: access.ports })
  return {
    stop: (reason) => access.stop(reason === 'storage' ? 'STORAGE_FAILED' : 'DRAINING'),
  }
}

function endInTime(status: number): void {
  nodeClock.after(drainMs + stopTimeoutMs, () => process.exit(status))
}

async function stop(reason: StopReason): Promise<void> {
  // NOTE what has not come up yet may wait for a process that will not come; nobody relies on it.
  if (!isReady) return end(exitStatuses.clean)
  endInTime(exitStatuses.fault)
  const child = await running
  await child?.stop(reason)
  end(exitStatuses.clean)
}

function end(status: number): void {
  process.exit(status)
}
