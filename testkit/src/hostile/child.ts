import { decoders } from './decoders/all.ts'
import type { HostileTask } from './main.ts'
import { runRounds } from './run-rounds.ts'

const task = JSON.parse(process.argv[2] ?? '{}') as HostileTask
// NOTE most of what is tried ends in an error: with their stacks it would take twice as long.
if (task.round === undefined) Error.stackTraceLimit = 0
await runRounds(decoders[task.decoder], {
  ...task,
  progress: (report) => process.send?.(report),
})
process.disconnect?.()
