import { SettingFault, readSettings } from './settings.ts'
import { stopAsked } from './stop-asked.ts'
import { startServer, StartFault, type RunningServer } from './start-server.ts'

/** How the process ends. */
export const exitStatuses = {
  clean: 0,
  fault: 1,
  usage: 2,
  /** Another process serves this data folder, or a port is taken. */
  taken: 3,
  /** The disk failed (R15): start again once it is well. */
  storage: 74,
} as const

/**
 * `parley serve`: starts, says where to go, and serves until a signal, the end of the process that started us, or the
 * end of the disk.
 * @param given options of the command line, by name without the dashes.
 * @returns the exit status.
 */
export async function runServer(given: Readonly<Record<string, string>>): Promise<number> {
  let server: RunningServer
  try {
    server = await startServer(readSettings(given, process.env))
  } catch (fault) {
    if (!(fault instanceof SettingFault || fault instanceof StartFault)) throw fault
    process.stderr.write(`parley: ${fault.message}\n`)
    return fault instanceof SettingFault ? exitStatuses.usage : exitStatuses.taken
  }
  process.stdout.write(greeting(server))
  const ending = await Promise.race([stopAsked(), server.failed.then(() => 'failed' as const)])
  if (ending === 'failed') {
    await server.stop({ drain: false })
    return exitStatuses.storage
  }
  await server.stop({ drain: true })
  return exitStatuses.clean
}

function greeting({ endpoints, settings }: RunningServer): string {
  return [
    '',
    `  Parley is running. Open ${endpoints.http}`,
    `  Terminal:  npx parley chat --server ${endpoints.tcp} --as HANDLE`,
    `  Data:      ${settings.data}`,
    '',
    '',
  ].join('\n')
}
