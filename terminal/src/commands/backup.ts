import { backupFolder } from '@parley/server'
import type { Invocation } from '../command-line/invocation.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { dataFolder, namedFile, onFolder } from './data-folder.ts'

export async function run(invocation: Invocation): Promise<number> {
  const { output } = invocation
  const file = namedFile(invocation, 'to')
  const made = await onFolder(() => backupFolder(dataFolder(invocation), file))
  await output.result(made, () => `${output.style('green', '✓')} ${made.path}`)
  return exitStatuses.done
}
