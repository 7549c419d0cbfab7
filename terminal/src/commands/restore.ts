import { restoreFolder } from '@parley/server'
import type { Invocation } from '../command-line/invocation.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { dataFolder, namedFile, onFolder } from './data-folder.ts'

const consequences = [
  'Devices whose refresh token rotated after the backup must sign in again; what they have not sent yet is kept.',
  'Devices that were signed out after the backup are signed in again: end them once more if that matters.',
]

export async function run(invocation: Invocation): Promise<number> {
  const { output } = invocation
  const file = namedFile(invocation, 'from')
  const { replaced } = await onFolder(() => restoreFolder(dataFolder(invocation), file))
  await output.result({ restored: file, replaced: replaced ?? null, consequences }, () =>
    [
      `${output.style('green', '✓')} ${file} is in place.`,
      ...(replaced === undefined ? [] : [`  The former store lies at ${replaced}`]),
      ...consequences.map((text) => `  ${text}`),
    ].join('\n'),
  )
  return exitStatuses.done
}
