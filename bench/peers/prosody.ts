import { existsSync, globSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
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
import { xmppHost, xmppPassword, xmppPairsMax, type PeerSize } from './xmpp.ts'

const user = 'prosody'
const { program } = peerPrograms.prosody
const drivers = '/usr/lib/*/lua/5.4/dbd/postgresql.so'
const seedForm = 1

export const hasProsody = (): boolean => existsSync(program) && globSync(drivers).length > 0

/** With its archive on PostgreSQL. Its ack follows the commit of both copies. */
export async function startProsody(size: PeerSize): Promise<PeerServer> {
  const key = `prosody-${seedForm}-${size.messages}`
  const postgres = await startPostgres(key, async (fresh) => seed(fresh, size))
  return besidePostgres(postgres, () => startOver(postgres))
}

async function startOver(postgres: Postgres): Promise<PeerServer> {
  const folder = privateFolder('prosody', user)
  const port = await freePort()
  const accounts = join(folder, 'data', xmppHost, 'accounts')
  mkdirSync(accounts, { recursive: true })
  for (let pair = 0; pair < xmppPairsMax; pair += 1) {
    for (const name of [`s${pair}`, `r${pair}`])
      privateFile(join(accounts, `${name}.dat`), `return { ["password"] = "${xmppPassword}"; };\n`)
  }
  const config = privateFile(join(folder, 'prosody.cfg.lua'), configOf(folder, port, postgres))
  give(folder, user)
  const line = [program, '--config', config, '-F']
  const server = await startPrivate({ name: 'prosody', line, user, port, folder })
  return {
    ...{ port, pids: [server.pid] },
    async stop() {
      await server.stop()
      removePrivate(folder)
    },
  }
}

function configOf(folder: string, port: number, postgres: Postgres): string {
  const lines = [
    `pidfile = "${folder}/prosody.pid"`,
    `data_path = "${folder}/data"`,
    `log = { error = "${folder}/prosody.log" }`,
    'interfaces = { "127.0.0.1" }',
    `c2s_ports = { ${port} }`,
    'modules_enabled = { "roster", "saslauth", "disco", "mam", "smacks", "offline" }',
    'modules_disabled = { "s2s", "tls", "limits" }',
    'c2s_require_encryption = false',
    'allow_unencrypted_plain_auth = true',
    'authentication = "internal_plain"',
    'storage = { archive = "sql" }',
    `sql = { driver = "PostgreSQL", database = "${database}", username = "${postgres.user}",`,
    `  password = "${postgres.password}", host = "127.0.0.1", port = ${postgres.port} }`,
    'default_archive_policy = true',
    'archive_expires_after = "never"',
    'max_archive_query_results = 250',
    `VirtualHost "${xmppHost}"`,
  ]
  return `${lines.join('\n')}\n`
}

/** As its module makes it with the first message, in mod_storage_sql.lua. */
const schema = `
  CREATE TABLE prosodyarchive (
    "sort_id" SERIAL PRIMARY KEY, "host" TEXT NOT NULL, "user" TEXT NOT NULL, "store" TEXT NOT NULL,
    "key" TEXT NOT NULL, "when" INTEGER NOT NULL, "with" TEXT NOT NULL, "type" TEXT NOT NULL, "value" TEXT NOT NULL);
  CREATE UNIQUE INDEX prosodyarchive_index ON prosodyarchive ("host", "user", "store", "key");
  CREATE INDEX prosodyarchive_with_when ON prosodyarchive ("host", "user", "store", "with", "when");
  CREATE INDEX prosodyarchive_when ON prosodyarchive ("host", "user", "store", "when");
  CREATE INDEX prosodyarchive_sort ON prosodyarchive ("host", "user", "store", "sort_id");`

function seed(postgres: Postgres, { accounts, messages }: PeerSize): void {
  const text = 'x'.repeat(bodyBytes)
  const stanza = `'<message xmlns="jabber:client" to="x' || m || '@${xmppHost}" type="chat" id="' || m || '"><body>${text}</body></message>'`
  const copy = (mine: string, other: string) =>
    `INSERT INTO prosodyarchive ("host", "user", "store", "key", "when", "with", "type", "value")
     SELECT '${xmppHost}', 'x' || ${mine}, 'archive', md5(random()::text || m), 1700000000,
            'x' || ${other} || '@${xmppHost}', 'xml', ${stanza}
     FROM generate_series(1, ${messages}) AS m;`
  const even = `2 * (m % ${accounts / 2})`
  postgres.run(`
    ${schema}
    ${copy(even, `(${even} + 1)`)}
    ${copy(`(${even} + 1)`, even)}
    VACUUM ANALYZE;
  `)
}
