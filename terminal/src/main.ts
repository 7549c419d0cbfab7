import { parseCommandLine, wantsJson, type CommandLine } from './command-line/parse-command-line.ts'
import { findCommand } from './command-line/commands.ts'
import { exitStatuses } from './output/exit-statuses.ts'
import { Output } from './output/output.ts'
import { stopSignal } from './stop-signal.ts'

const args = process.argv.slice(2)
const output = new Output({ out: process.stdout, err: process.stderr }, wantsJson(args))

async function main(): Promise<number> {
  try {
    return await answer(parseCommandLine(args))
  } catch (thrown) {
    const { failureOf } = await import('./output/failure.ts')
    const failure = failureOf(thrown)
    if (failure !== undefined) {
      await output.failure(failure)
      return failure.status
    }
    const { Failure } = await import('./output/failure.ts')
    const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    const body = { code: 'FAULT', message, retry: 'never' } as const
    await output.failure(new Failure(body, exitStatuses.fault))
    return exitStatuses.fault
  }
}

async function answer(line: CommandLine): Promise<number> {
  if (line.ask === 'run') {
    const { command, values, switches, words } = line
    const row = findCommand(command)
    if (row === undefined) throw new Error(`no row for ${command}`)
    const { run } = await row.load()
    // NOTE the server has its own order of leaving.
    const stop = command === 'serve' ? new AbortController().signal : stopSignal()
    return run({ command, values, switches, words, environment: process.env, output, stop })
  }
  const { helpText, versionText } = await import('./command-line/help.ts')
  await output.text(line.ask === 'version' ? versionText() : await helpText(line.command, output))
  return exitStatuses.done
}

const status = await main()
await output.flush()
process.exit(status)
