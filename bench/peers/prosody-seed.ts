import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bodyBytes } from '../lab/body.ts'
import type { Postgres } from './postgres.ts'
import { privateFile } from './private.ts'
import {
  addressOf,
  archivedEach,
  contactsOf,
  xmppHost,
  xmppPairsMax,
  xmppPassword,
  type PeerSize,
} from './xmpp.ts'

/** As its own storage of files keeps them, written past the server: through it they would take minutes. */
export function writeAccounts(host: string, { people, friends }: PeerSize): void {
  const accounts = folderOf(host, 'accounts')
  const account = `return { ["password"] = "${xmppPassword}"; };\n`
  const counts = { s: xmppPairsMax, r: xmppPairsMax, u: people, c: friends }
  for (const [letter, count] of Object.entries(counts)) {
    for (let n = 0; n < count; n += 1) privateFile(join(accounts, `${letter}${n}.dat`), account)
  }
  const rosters = folderOf(host, 'roster')
  for (let friend = 0; friend < friends; friend += 1) {
    const contacts = contactsOf(friend, friends).map(
      (other) => `["${addressOf(`c${other}`)}"] = { ["subscription"] = "both"; ["groups"] = {}; };`,
    )
    const head = '[false] = { ["version"] = 1; ["pending"] = {}; };'
    const text = ['return {', head, ...contacts, '};'].join('\n')
    privateFile(join(rosters, `c${friend}.dat`), `${text}\n`)
  }
}

function folderOf(host: string, store: string): string {
  const folder = join(host, store)
  mkdirSync(folder, { recursive: true })
  return folder
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

export function seedArchive(postgres: Postgres, size: PeerSize): void {
  const { accounts: others, messages, people } = size
  const text = 'x'.repeat(bodyBytes)
  const stanza = `'<message xmlns="jabber:client" to="x' || m || '@${xmppHost}" type="chat" id="' || m || '"><body>${text}</body></message>'`
  const copy = (mine: string, other: string, count: number) =>
    `INSERT INTO prosodyarchive ("host", "user", "store", "key", "when", "with", "type", "value")
     SELECT '${xmppHost}', ${mine}, 'archive', md5(random()::text || m), 1700000000,
            'x' || ${other} || '@${xmppHost}', 'xml', ${stanza}
     FROM generate_series(1, ${count}) AS m;`
  const even = `2 * (m % ${others / 2})`
  postgres.run(`
    ${schema}
    ${copy(`'x' || ${even}`, `(${even} + 1)`, messages)}
    ${copy(`'x' || (${even} + 1)`, even, messages)}
    ${copy(`'u' || (m % ${people})`, `(m % ${others})`, archivedEach * people)}
    VACUUM ANALYZE;
  `)
}
