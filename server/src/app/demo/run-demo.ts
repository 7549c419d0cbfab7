import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isLoopback } from '../../access/address.ts'
import { readSettings, SettingFault } from '../settings.ts'
import { startServer, StartFault, type RunningServer } from '../start-server.ts'
import { stopAsked } from '../stop-asked.ts'
import { seedDemo, type DemoLogin } from './seed-demo.ts'

/**
 * `npm run demo`: a world to look at, in a folder of its own that goes when it ends. On this machine only: its accounts
 * are printed.
 * @returns the exit status.
 */
export async function runDemo(given: Readonly<Record<string, string>>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-demo-'))
  try {
    const settings = readSettings(
      { 'log-level': 'warn', ...given, data: join(folder, 'data') },
      process.env,
    )
    if (!isLoopback(settings.host))
      throw new SettingFault('the demo does not leave this machine: --host is not loopback')
    const server = await startServer(settings)
    const logins = await seedDemo(server.store, Date.now())
    process.stdout.write(invitation(server, logins))
    await stopAsked()
    await server.stop()
    return 0
  } catch (fault) {
    if (!(fault instanceof SettingFault || fault instanceof StartFault)) throw fault
    process.stderr.write(`parley demo: ${fault.message}\n`)
    return 2
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function invitation({ endpoints }: RunningServer, logins: readonly DemoLogin[]): string {
  const rows = logins.map(
    ({ handle, password, displayName }) =>
      `    ${handle.padEnd(16)}${password.padEnd(16)}${displayName}`,
  )
  const first = logins[0]
  return [
    '',
    `  The demo runs at ${endpoints.http}`,
    '  Sign in as any of these, in two browsers if you like:',
    '',
    `    ${'handle'.padEnd(16)}${'password'.padEnd(16)}name`,
    ...rows,
    '',
    `  Terminal: PARLEY_PASSWORD=${first?.password ?? ''} npx parley chat --server ${endpoints.tcp} --as ${first?.handle ?? ''}`,
    '  Everything in it goes when it ends (Ctrl-C).',
    '',
    '',
  ].join('\n')
}
