import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ended, parley, start, type CallOptions, type Ended } from './parley-process.ts'

export const password = 'correct horse battery'

/** A server with a data folder of its own, and one user's configuration folder. */
export interface World extends AsyncDisposable {
  readonly folder: string
  readonly data: string
  readonly config: string
  endpoints: { http: string; tcp: string }
  /** Runs a client command against it; `--server` is given unless the arguments have it. */
  run(args: readonly string[], options?: CallOptions): Promise<Ended>
  spawn(args: readonly string[], env?: Record<string, string>): ChildProcess
  /** Registers accounts and keeps their devices. */
  people(...handles: string[]): Promise<void>
  /** SIGKILL. */
  kill(): Promise<void>
  /** On the same ports as before. */
  restart(): Promise<void>
}

export async function startWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-terminal-'))
  const data = join(folder, 'data')
  const env = { XDG_CONFIG_HOME: join(folder, 'config') }
  const children = new Set<ChildProcess>()
  let server = await serve(data, ['0', '0'])
  const withServer = (args: readonly string[]) =>
    args.includes('--server') ? args : [...args, '--server', world.endpoints.tcp]
  const world: World = {
    folder,
    data,
    config: env.XDG_CONFIG_HOME,
    endpoints: endpointsOf(data),
    run: (args, options = {}) =>
      parley(withServer(args), { ...options, env: { ...env, ...options.env } }),
    spawn: (args, more = {}) => {
      const child = start(withServer(args), { ...env, ...more })
      children.add(child)
      return child
    },
    people: async (...handles) => {
      for (const handle of handles) {
        const args = ['register', '--as', handle, '--save', '--json', '--password-stdin']
        const { status, err } = await world.run(args, { input: password })
        if (status !== 0) throw new Error(err)
      }
    },
    kill: async () => {
      const closed = once(server, 'exit')
      server.kill('SIGKILL')
      await closed
    },
    restart: async () => {
      const ports = [world.endpoints.http, world.endpoints.tcp].map((url) => new URL(url).port)
      server = await serve(data, ports)
    },
    [Symbol.asyncDispose]: async () => {
      for (const child of [...children, server])
        if (child.exitCode === null && child.signalCode === null) {
          const closed = once(child, 'exit')
          child.kill('SIGKILL')
          await closed
        }
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return world
}

/** Resolves once it serves. */
async function serve(data: string, [port = '0', tcpPort = '0']: string[]): Promise<ChildProcess> {
  const args = ['serve', '--data', data, '--port', port, '--tcp-port', tcpPort]
  const child = start([...args, '--log-level', 'error', '--account-requests-burst', '100000'])
  const over = ended(child)
  const greeted = new Promise<void>((resolve) => {
    let text = ''
    child.stdout!.on('data', (chunk) => {
      text += String(chunk)
      if (text.includes('Parley is running')) resolve()
    })
  })
  const failed = over.then(({ status, err }) => {
    throw new Error(`the server ended with ${status}: ${err}`)
  })
  failed.catch(() => {})
  await Promise.race([greeted, failed])
  return child
}

function endpointsOf(data: string): { http: string; tcp: string } {
  return JSON.parse(readFileSync(join(data, 'endpoints.json'), 'utf8')) as World['endpoints']
}
