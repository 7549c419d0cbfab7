import { copyFileSync, existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
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
import { seedArchive, writeAccounts } from './prosody-seed.ts'
import { peerPrograms } from './set-up.ts'
import { sizeKey, xmppHost, xmppRooms, type PeerSize } from './xmpp.ts'

const user = 'prosody'
const { program } = peerPrograms.prosody
const drivers = '/usr/lib/*/lua/5.4/dbd/postgresql.so'
const seedForm = 2

export const hasProsody = (): boolean => existsSync(program) && globSync(drivers).length > 0

/** With its archive on PostgreSQL, and accounts and rosters in files, as it is shipped. Its ack follows the commit of both copies. */
export async function startProsody(size: PeerSize, options: PeerOptions): Promise<PeerServer> {
  const key = `prosody-${seedForm}-${sizeKey(size)}`
  const postgres = await startPostgres(key, async (fresh) => seedArchive(fresh, size))
  return besidePostgres(postgres, () => startOver(postgres, size, options))
}

async function startOver(
  postgres: Postgres,
  size: PeerSize,
  options: PeerOptions,
): Promise<PeerServer> {
  const folder = privateFolder('prosody', user)
  const port = await freePort()
  writeAccounts(join(folder, 'data', xmppHost), size)
  privateFile(join(folder, `mod_${collector}.lua`), collectorText)
  const parts = [base(folder, postgres), listen(port, folder, options), hosts(options)]
  const config = privateFile(join(folder, 'prosody.cfg.lua'), `${parts.join('\n')}\n`)
  give(folder, user)
  const line = [program, '--config', config, '-F']
  const server = await startPrivate({ name: 'prosody', line, user, port, folder })
  return {
    ...{ endpoint: localEndpoint(port, options), pids: [server.pid] },
    async collectGarbage() {
      process.kill(server.pid, 'SIGUSR2')
      await sleep(collectMs)
    },
    async stop() {
      await server.stop()
      removePrivate(folder)
    },
  }
}

const collectMs = 1_000
const collector = 'bench_collect'
const collectorText = `module:set_global();
module:hook("signal/SIGUSR2", function () collectgarbage(); collectgarbage(); end);
`

function base(folder: string, postgres: Postgres): string {
  const lines = [
    `pidfile = "${folder}/prosody.pid"`,
    `data_path = "${folder}/data"`,
    `plugin_paths = { "${folder}" }`,
    `log = { error = "${folder}/prosody.log" }`,
    'interfaces = { "127.0.0.1" }',
    'network_settings = { tcp_backlog = 1024 }',
    'modules_disabled = { "s2s", "tls", "limits" }',
    'c2s_require_encryption = false',
    'allow_unencrypted_plain_auth = true',
    'authentication = "internal_plain"',
    'storage = { archive = "sql", muc_log = "sql" }',
    `sql = { driver = "PostgreSQL", database = "${database}", username = "${postgres.user}",`,
    `  password = "${postgres.password}", host = "127.0.0.1", port = ${postgres.port} }`,
    'default_archive_policy = true',
    'archive_expires_after = "never"',
    'muc_log_expires_after = "never"',
    'max_archive_query_results = 250',
  ]
  return lines.join('\n')
}

function listen(port: number, folder: string, { tls, isWeighed }: PeerOptions): string {
  const more = isWeighed === true ? `, "${collector}"` : ''
  const modules = `modules_enabled = { "roster", "saslauth", "disco", "mam", "smacks", "offline"${more} }`
  if (tls === undefined) return [modules, `c2s_ports = { ${port} }`].join('\n')
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  for (const [from, to] of [
    [tls.cert, cert],
    [tls.key, key],
  ] as const)
    copyFileSync(from, to)
  return [
    modules,
    'c2s_ports = {}',
    `c2s_direct_tls_ports = { ${port} }`,
    `ssl = { certificate = "${cert}", key = "${key}" }`,
  ].join('\n')
}

function hosts({ roomMembers }: PeerOptions): string {
  const users = `VirtualHost "${xmppHost}"`
  if (roomMembers === undefined) return users
  const rooms = [`Component "${xmppRooms}" "muc"`, 'modules_enabled = { "muc_mam" }']
  return [users, ...rooms, 'muc_log_all_rooms = true'].join('\n')
}
