import { bodyBytes } from '../lab/body.ts'
import type { Postgres } from './postgres.ts'
import {
  archivedEach,
  contactSteps,
  xmppHost,
  xmppPairsMax,
  xmppPassword,
  type PeerSize,
} from './xmpp.ts'

/** Debian's, for PostgreSQL. */
export const ejabberdSchema = '/usr/share/ejabberd/sql/pg.sql'

/** Accounts, rosters and what the archive holds, written past the server: through it they would take minutes. */
export function seedEjabberd(postgres: Postgres, size: PeerSize): void {
  postgres.runFile(ejabberdSchema)
  postgres.run(`
    ${accounts(size)}
    ${archive(size)}
    ${rosters(size)}
    VACUUM ANALYZE;
  `)
}

function accounts({ accounts: others, people, friends }: PeerSize): string {
  const names = (letter: string, count: number) =>
    `SELECT '${letter}' || n AS name FROM generate_series(0, ${count - 1}) AS n`
  const all = [
    names('s', xmppPairsMax),
    names('r', xmppPairsMax),
    names('x', others),
    names('u', people),
    names('c', friends),
  ]
  return `INSERT INTO users (username, password)
    SELECT name, '${xmppPassword}' FROM (${all.join(' UNION ALL ')}) AS names;`
}

function archive({ accounts: others, messages, people }: PeerSize): string {
  const text = 'x'.repeat(bodyBytes)
  const copy = (mine: string, other: string, count: number) => {
    const address = `'x' || ${other} || '@${xmppHost}'`
    const stanza = `'<message xml:lang="en" to="x' || m || '@${xmppHost}" type="chat" id="' || m || '"><body>${text}</body></message>'`
    return `INSERT INTO archive (username, timestamp, peer, bare_peer, xml, txt, kind, nick)
      SELECT ${mine}, 1700000000000000 + m, ${address}, ${address}, ${stanza}, '${text}', 'chat', ''
      FROM generate_series(1, ${count}) AS m;`
  }
  const even = `2 * (m % ${others / 2})`
  return [
    copy(`'x' || ${even}`, `(${even} + 1)`, messages),
    copy(`'x' || (${even} + 1)`, even, messages),
    // NOTE each with one of as many others.
    copy(`'u' || (m % ${people})`, `(m % ${others})`, archivedEach * people),
  ].join('\n')
}

function rosters({ friends }: PeerSize): string {
  return `INSERT INTO rosterusers (username, jid, nick, subscription, ask, askmessage, server, subscribe, type)
    SELECT 'c' || n, 'c' || ((n + step + ${friends}) % ${friends}) || '@${xmppHost}', '', 'B', 'N', '', 'N', '', 'item'
    FROM generate_series(0, ${friends - 1}) AS n, unnest(ARRAY[${contactSteps.join(', ')}]) AS step;`
}
