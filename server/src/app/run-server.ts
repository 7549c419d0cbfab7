import { SettingFault, readSettings } from './settings.ts'
import { stopAsked } from './stop-asked.ts'
import { exitStatuses } from './exit-statuses.ts'
import { startProcesses } from './processes/start-processes.ts'
import { statusOf } from './start-fault.ts'
import { startServer, StartFault } from './start-server.ts'
import type { Endpoints } from './endpoints.ts'
import type { Settings } from './settings.ts'
import { tuneCollector } from './tune-collector.ts'

/** One process, or several: the same from outside. */
interface Server {
  readonly endpoints: Endpoints
  readonly settings: Settings
  /** Resolves when the disk has failed (R15). */
  readonly failed: Promise<void>
  stop(options: { drain: boolean }): Promise<void>
}

/**
 * `parley serve`: starts, says where to go, and serves until a signal, the end of the process that started us, or the
 * end of the disk. A signal that comes while it starts takes effect once it has started.
 * @param given options of the command line, by name without the dashes.
 * @returns the exit status.
 */
export async function runServer(given: Readonly<Record<string, string>>): Promise<number> {
  tuneCollector()
  // NOTE before anything tells that we are there: who reads it may stop us at once.
  const asked = stopAsked()
  let server: Server
  try {
    const settings = readSettings(given, process.env)
    server = await (settings.accessProcesses === 0 ? startServer : startProcesses)(settings)
  } catch (fault) {
    if (!(fault instanceof SettingFault || fault instanceof StartFault)) throw fault
    process.stderr.write(`parley: ${fault.message}\n`)
    return fault instanceof SettingFault ? exitStatuses.usage : statusOf(fault)
  }
  process.stdout.write(greeting(server))
  const ending = await Promise.race([asked, server.failed.then(() => 'failed' as const)])
  if (ending === 'failed') {
    await server.stop({ drain: false })
    return exitStatuses.storage
  }
  await server.stop({ drain: true })
  return exitStatuses.clean
}

function greeting({ endpoints, settings }: Server): string {
  return [
    '',
    `  Parley is running. Open ${endpoints.http}`,
    `  Terminal:  npx parley chat --server ${endpoints.tcp} --as HANDLE`,
    `  Data:      ${settings.data}`,
    '',
    '',
  ].join('\n')
}
