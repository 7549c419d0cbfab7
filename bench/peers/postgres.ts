import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import {
  freePort,
  give,
  idsOf,
  privateFile,
  privateFolder,
  removePrivate,
  startPrivate,
  type PeerServer,
  type PrivateProcess,
} from './private.ts'

export const database = 'bench'
const owner = 'bench'
const user = 'postgres'
const versions = '/usr/lib/postgresql'
const root = join(tmpdir(), `parley-bench-${userInfo().username}`)

export interface Postgres extends PrivateProcess {
  port: number
  user: string
  password: string
  run(sql: string): void
  runFile(path: string): void
}

export const hasPostgres = (): boolean => existsSync(versions) && programs() !== undefined

/** A server that needs a database: what was started is stopped when the other does not start. */
export async function besidePostgres(
  postgres: Postgres,
  start: () => Promise<PeerServer>,
): Promise<PeerServer> {
  try {
    const server = await start()
    return {
      ...{ ...server, pids: [...server.pids, postgres.pid] },
      async stop() {
        await server.stop()
        await postgres.stop()
      },
    }
  } catch (thrown) {
    await postgres.stop()
    throw thrown
  }
}

/**
 * As Debian ships it: each commit is synced before it is answered. Over a copy of what `seed` wrote, which is written once
 * and kept under `key`.
 */
export async function startPostgres(
  key: string,
  seed: (postgres: Postgres) => Promise<void>,
): Promise<Postgres> {
  const kept = join(root, `postgres-${key}`)
  if (!existsSync(kept)) {
    const partial = `${kept}.${process.pid}.partial`
    mkdirSync(root, { recursive: true })
    mkdirSync(partial, { mode: 0o700 })
    give(partial, user)
    initialise(partial)
    const first = await startOver(partial)
    try {
      psql(first, 'postgres', ['-c', `CREATE DATABASE ${database}`])
      await seed(first)
    } finally {
      await first.stop()
    }
    renameSync(partial, kept)
  }
  const folder = privateFolder('postgres', user)
  execFileSync('cp', ['-a', `${kept}/.`, folder])
  const postgres = await startOver(folder)
  return {
    ...postgres,
    async stop() {
      await postgres.stop()
      removePrivate(folder)
    },
  }
}

const passwordFile = 'bench-password'

function initialise(folder: string): void {
  const password = randomBytes(16).toString('hex')
  const file = privateFile(join(folder, passwordFile), password, user)
  const kept = join(folder, 'data')
  const names = ['-D', kept, '-U', owner, `--pwfile=${file}`, '-A', 'scram-sha-256']
  const text = ['-E', 'UTF8', '--locale=C']
  execFileSync(join(programs() ?? '', 'initdb'), [...names, ...text], {
    ...{ stdio: 'pipe', cwd: folder, ...idsOf(user) },
  })
}

async function startOver(folder: string): Promise<Postgres> {
  const port = await freePort()
  const password = readFileSync(join(folder, passwordFile), 'utf8')
  const settings = {
    ...{ port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '' },
    logging_collector: 'off',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const line = [join(programs() ?? '', 'postgres'), '-D', join(folder, 'data'), ...options]
  // NOTE the signal for a fast shutdown, which does not wait for those who are connected.
  const running = await startPrivate({
    ...{ name: 'postgres', line, user, port, folder, stopSignal: 'SIGINT' },
  })
  const at = { port, password }
  // NOTE it listens a little before it answers.
  await answering(() => psql(at, 'postgres', ['-c', 'SELECT 1']))
  return {
    ...{ ...running, port, user: owner, password },
    run: (sql) => psql(at, database, ['-f', '-'], sql),
    runFile: (path) => psql(at, database, ['-f', path]),
  }
}

function psql(
  { port, password }: Pick<Postgres, 'port' | 'password'>,
  on: string,
  args: readonly string[],
  sql = '',
): void {
  const to = ['-h', '127.0.0.1', '-p', String(port), '-U', owner, '-d', on]
  execFileSync('psql', [...to, '-q', '-v', 'ON_ERROR_STOP=1', ...args], {
    env: { ...process.env, PGPASSWORD: password },
    input: sql,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
}

const answerTries = 300
const answerEveryMs = 100

async function answering(ask: () => void): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return ask()
    } catch (thrown) {
      if (tried === answerTries) throw thrown
      await new Promise((resolve) => setTimeout(resolve, answerEveryMs))
    }
  }
}

function programs(): string | undefined {
  const found = readdirSync(versions).toSorted((a, b) => Number(b) - Number(a))
  return found.map((one) => join(versions, one, 'bin')).find((bin) => existsSync(join(bin, user)))
}
