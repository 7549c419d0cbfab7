import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ejabberdSchema, seedEjabberd } from './ejabberd-seed.ts'
import { besidePostgres, database, startPostgres, type Postgres } from './postgres.ts'
import {
  freePort,
  give,
  localEndpoint,
  privateFile,
  privateFolder,
  removePrivate,
  startPrivate,
  type PeerOptions,
  type PeerServer,
} from './private.ts'
import { peerPrograms } from './set-up.ts'
import { sizeKey, xmppHost, type PeerSize } from './xmpp.ts'

const user = 'ejabberd'
const seedForm = 2

export const hasEjabberd = (): boolean =>
  existsSync(peerPrograms.ejabberd.program) && existsSync(ejabberdSchema)

/**
 * With its archive, rosters and accounts on PostgreSQL. Its ack follows the commit of the sender's copy; the receiver's
 * copy is committed before it is delivered.
 */
export async function startEjabberd(size: PeerSize, options: PeerOptions): Promise<PeerServer> {
  const key = `ejabberd-${seedForm}-${sizeKey(size)}`
  const postgres = await startPostgres(key, async (fresh) => seedEjabberd(fresh, size))
  return besidePostgres(postgres, () => startOver(postgres, options))
}

async function startOver(postgres: Postgres, options: PeerOptions): Promise<PeerServer> {
  const folder = privateFolder('ejabberd', user)
  const [port, controlPort] = [await freePort(), await freePort()]
  const parts = [
    base(postgres),
    listen(port, folder, options),
    options.isWeighed === true ? control(controlPort) : '',
    modules(options),
  ]
  const config = privateFile(join(folder, 'ejabberd.yml'), parts.join('\n'), user)
  give(folder, user)
  // NOTE without spinning in wait for work, which would count as work; without a port for other nodes.
  const erlang = ['+K', 'true', '+P', '250000', '+sbwt', 'none', '+sbwtdcpu', 'none']
  const quiet = ['+sbwtdio', 'none', '-noshell', '-noinput', '-start_epmd', 'false']
  const line = [peerPrograms.ejabberd.program, ...erlang, ...quiet]
  const server = await startPrivate({
    ...{ name: 'ejabberd', user, port, folder },
    line: [...line, '-mnesia', 'dir', `"${join(folder, 'mnesia')}"`, '-s', 'ejabberd'],
    env: {
      ERL_LIBS: libraries(),
      EJABBERD_CONFIG_PATH: config,
      EJABBERD_LOG_PATH: join(folder, 'ejabberd.log'),
      ERL_CRASH_DUMP: join(folder, 'crash.dump'),
    },
  })
  return {
    ...{ endpoint: localEndpoint(port, options), pids: [server.pid] },
    collectGarbage: () => collect(controlPort),
    async stop() {
      await server.stop()
      removePrivate(folder)
    },
  }
}

function base(postgres: Postgres): string {
  const lines = [
    `hosts: ["${xmppHost}"]`,
    'loglevel: error',
    'auth_method: [sql]',
    'sql_type: pgsql',
    'sql_server: "127.0.0.1"',
    `sql_port: ${postgres.port}`,
    `sql_database: "${database}"`,
    `sql_username: "${postgres.user}"`,
    `sql_password: "${postgres.password}"`,
  ]
  return lines.join('\n')
}

/** No throttling of whoever sends much. */
function listen(port: number, folder: string, { tls }: PeerOptions): string {
  const both =
    tls === undefined ? '' : readFileSync(tls.cert, 'utf8') + readFileSync(tls.key, 'utf8')
  const pem = join(folder, 'server.pem')
  if (tls !== undefined) privateFile(pem, both, user)
  const lines = [
    ...(tls === undefined ? [] : [`certfiles: ["${pem}"]`]),
    'listen:',
    `  - {port: ${port}, ip: "127.0.0.1", module: ejabberd_c2s, starttls: false,`,
    `     ${tls === undefined ? '' : 'tls: true, '}max_stanza_size: 262144, shaper: none, access: all,`,
    '     backlog: 1024}',
  ]
  return lines.join('\n')
}

const controlPath = '/api'

/** Goes on with what is listened to. */
function control(port: number): string {
  const lines = [
    `  - {port: ${port}, ip: "127.0.0.1", module: ejabberd_http,`,
    `     request_handlers: {"${controlPath}": mod_http_api}}`,
    'api_permissions:',
    '  collect: {from: [mod_http_api], who: {ip: "127.0.0.1/8"}, what: [gc]}',
  ]
  return lines.join('\n')
}

async function collect(port: number): Promise<void> {
  const init = { method: 'POST', body: '{}' }
  const { ok, status } = await fetch(`http://127.0.0.1:${port}${controlPath}/gc`, init)
  if (!ok) throw new Error(`ejabberd does not collect: ${status}`)
}

/** Only those that a definition needs. */
function modules({ isWeighed, roomMembers }: PeerOptions): string {
  const room = `{mam: true, persistent: true, max_users: ${roomMembers}}`
  const lines = [
    'modules:',
    '  mod_mam: {default: always, db_type: sql}',
    '  mod_offline: {db_type: sql}',
    '  mod_roster: {db_type: sql, versioning: true}',
    '  mod_stream_mgmt: {}',
    ...(isWeighed === true ? ['  mod_http_api: {}'] : []),
    ...(roomMembers === undefined
      ? []
      : [`  mod_muc: {db_type: sql, max_users: ${roomMembers}, default_room_options: ${room}}`]),
  ]
  return `${lines.join('\n')}\n`
}

function libraries(): string {
  const [found] = globSync('/usr/lib/*/ejabberd-*')
  if (found === undefined) throw new Error('the libraries of ejabberd are not there')
  return dirname(found)
}
