import { existsSync, globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bodyBytes } from '../lab/body.ts'
import { besidePostgres, database, startPostgres, type Postgres } from './postgres.ts'
import {
  freePort,
  give,
  privateFile,
  privateFolder,
  removePrivate,
  startPrivate,
  type PeerServer,
} from './private.ts'
import { peerPrograms } from './set-up.ts'
import { xmppHost, xmppPassword, type PeerSize } from './xmpp.ts'

const user = 'ejabberd'
const schema = '/usr/share/ejabberd/sql/pg.sql'
const seedForm = 1

export const hasEjabberd = (): boolean =>
  existsSync(peerPrograms.ejabberd.program) && existsSync(schema)

/**
 * With its archive on PostgreSQL. Its ack follows the commit of the sender's copy; the receiver's copy is committed before
 * it is delivered.
 */
export async function startEjabberd(size: PeerSize): Promise<PeerServer> {
  const key = `ejabberd-${seedForm}-${size.accounts}-${size.messages}`
  const postgres = await startPostgres(key, async (fresh) => seed(fresh, size))
  return besidePostgres(postgres, () => startOver(postgres))
}

async function startOver(postgres: Postgres): Promise<PeerServer> {
  const folder = privateFolder('ejabberd', user)
  const port = await freePort()
  const config = privateFile(join(folder, 'ejabberd.yml'), configOf(port, postgres), user)
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
    ...{ port, pids: [server.pid] },
    async stop() {
      await server.stop()
      removePrivate(folder)
    },
  }
}

/** No throttling of whoever sends much; only the modules that the definition needs. */
function configOf(port: number, postgres: Postgres): string {
  const lines = [
    `hosts: ["${xmppHost}"]`,
    'loglevel: error',
    'listen:',
    `  - {port: ${port}, ip: "127.0.0.1", module: ejabberd_c2s, starttls: false,`,
    '     max_stanza_size: 262144, shaper: none, access: all, backlog: 1024}',
    'auth_method: [sql]',
    'sql_type: pgsql',
    'sql_server: "127.0.0.1"',
    `sql_port: ${postgres.port}`,
    `sql_database: "${database}"`,
    `sql_username: "${postgres.user}"`,
    `sql_password: "${postgres.password}"`,
    'modules:',
    '  mod_mam: {default: always, db_type: sql}',
    '  mod_offline: {db_type: sql}',
    '  mod_roster: {db_type: sql}',
    '  mod_stream_mgmt: {}',
  ]
  return `${lines.join('\n')}\n`
}

function seed(postgres: Postgres, { accounts, messages }: PeerSize): void {
  postgres.runFile(schema)
  const text = 'x'.repeat(bodyBytes)
  const stanza = `'<message xml:lang="en" to="x' || m || '@${xmppHost}" type="chat" id="' || m || '"><body>${text}</body></message>'`
  const copy = (mine: string, other: string) =>
    `INSERT INTO archive (username, timestamp, peer, bare_peer, xml, txt, kind, nick)
     SELECT 'x' || ${mine}, 1700000000000000 + m, 'x' || ${other} || '@${xmppHost}',
            'x' || ${other} || '@${xmppHost}', ${stanza}, '${text}', 'chat', ''
     FROM generate_series(1, ${messages}) AS m;`
  const even = `2 * (m % ${accounts / 2})`
  postgres.run(`
    INSERT INTO users (username, password)
    SELECT name, '${xmppPassword}' FROM (
      SELECT 's' || n AS name FROM generate_series(0, 999) AS n UNION ALL
      SELECT 'r' || n FROM generate_series(0, 999) AS n UNION ALL
      SELECT 'x' || n FROM generate_series(0, ${accounts - 1}) AS n) AS names;
    ${copy(even, `(${even} + 1)`)}
    ${copy(`(${even} + 1)`, even)}
    VACUUM ANALYZE;
  `)
}

function libraries(): string {
  const [found] = globSync('/usr/lib/*/ejabberd-*')
  if (found === undefined) throw new Error('the libraries of ejabberd are not there')
  return dirname(found)
}
