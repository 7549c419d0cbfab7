import { FolderFault } from '@parley/server'
import type { Invocation } from '../command-line/invocation.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { Failure } from '../output/failure.ts'

/** The data folder that is meant: --data, else PARLEY_DATA, else ./data. */
export function dataFolder({ values, environment }: Invocation): string {
  return values['data'] ?? environment['PARLEY_DATA'] ?? './data'
}

/** The file that is meant: named last, or by an option. @throws UsageFault */
export function namedFile({ command, words, values }: Invocation, option: string): string {
  const file = words[0] ?? values[option]
  if (file === undefined) throw new UsageFault(`which FILE?`, command)
  return file
}

/** Runs what acts on a data folder; what stands in its way becomes a failure that says so. */
export async function onFolder<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (thrown) {
    if (!(thrown instanceof FolderFault)) throw thrown
    const { message, problems } = thrown
    const body = { code: 'STORE', message, retry: 'never' } as const
    throw new Failure(body, exitStatuses.refused, { detail: { problems }, advice: problems })
  }
}
