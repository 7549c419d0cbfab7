// The tables and the byte example of docs/protocol.md, from protocol/src; the table of docs/settings.md, from
// server/src/app/settings.ts; who may do what in groups, in docs/groups.md, from protocol/src/group-permissions.ts.
//   npx node tools/protocol-tables.mjs            writes them into the pages
//   npx node tools/protocol-tables.mjs --check    fails when a page says something else
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { protocolExample } from './lib/protocol-example.mjs'
import { root } from './lib/root.mjs'

const protocol = await import('../protocol/src/index.ts')
const settings = await import('../server/src/app/settings.ts')

const hex4 = (id) => `0x${id.toString(16).padStart(4, '0')}`
const escaped = (cell) => String(cell).replaceAll('|', '\\|')

function table(head, rows) {
  const lines = [head, ...rows].map((row) => row.map(escaped))
  const widths = head.map((_, column) => Math.max(3, ...lines.map((row) => row[column].length)))
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(lines[0]), rule, ...lines.slice(1).map(line)].join('\n')
}

/** The name of a generated message class, such as SendRequest. */
const messageName = (codec) => `\`${codec.name}\``

function commandsTable() {
  const rows = Object.entries(protocol.commands).map(([name, row]) => [
    `\`${hex4(row.id)}\``,
    name,
    row.when,
    messageName(row.request),
    messageName(row.reply),
    { none: '', natural: 'natural', clientId: 'client id', requestKey: 'request key' }[row.effect],
    row.target ? 'yes' : '',
  ])
  return table(
    ['command', 'name', 'when', 'request body', 'response body', 'repeating', 'target'],
    rows,
  )
}

const notesTable = () =>
  table(
    ['command', 'name', 'body'],
    Object.entries(protocol.notes).map(([name, row]) => [
      `\`${hex4(row.id)}\``,
      name,
      messageName(row.body),
    ]),
  )

const pushesTable = () =>
  table(
    ['command', 'name', 'body', 'numbered'],
    Object.entries(protocol.pushes).map(([name, row]) => [
      `\`${hex4(row.id)}\``,
      name,
      messageName(row.body),
      row.lossy ? 'no (0)' : 'yes',
    ]),
  )

const errorsTable = () =>
  table(
    ['code', 'name', 'retry', 'meaning'],
    Object.entries(protocol.errors).map(([name, row]) => [
      row.code,
      `\`${name}\``,
      row.retry,
      protocol.errorDocs[name],
    ]),
  )

const closesTable = () =>
  table(
    ['code', 'name', 'reconnect', 'WebSocket', 'meaning'],
    Object.entries(protocol.closes).map(([name, row]) => [
      row.code,
      `\`${name}\``,
      row.reconnect,
      protocol.webSocketCloseBase + row.code,
      protocol.closeDocs[name],
    ]),
  )

const capabilitiesTable = () =>
  table(
    ['bit', 'name'],
    Object.entries(protocol.capabilities).map(([name, bit]) => [bit, name]),
  )

/** Name and value of every limit, with the sentence above it in the source where there is one. */
function limitsTable() {
  const source = readFileSync(join(root, 'protocol', 'src', 'limits.ts'), 'utf8')
  const rows = [...source.matchAll(/(?:\/\*\* (.+) \*\/\n)?export const (\w+) =/g)].map(
    ([, doc = '', name]) => [name, protocol[name], doc],
  )
  return table(['name', 'value', 'meaning'], rows)
}

function settingsTable() {
  const rows = Object.entries(settings.settingRows).map(([name, row]) => [
    `\`--${settings.optionName(name)}\``,
    `\`${settings.environmentName(name)}\``,
    `\`${settings.fileName(name)}\``,
    shownDefault(row.fallback),
    row.doc,
  ])
  return table(['option', 'environment', 'parley.toml', 'default', 'meaning'], rows)
}

function permissionsTable() {
  const roles = Object.keys(protocol.groupRoles)
  const rows = Object.values(protocol.groupPermissions).map(
    ({ doc, from, to = 'owner', onLower }) => [
      doc.replace(/\.$/, ''),
      ...roles.map((role) => {
        if (typeof from !== 'string') return role === 'owner' ? 'yes' : '*by setting*'
        const rank = roles.indexOf(role)
        if (rank < roles.indexOf(from) || rank > roles.indexOf(to)) return ''
        return onLower ? 'on lower' : 'yes'
      }),
    ],
  )
  return table(['', ...roles], rows)
}

function shownDefault(value) {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return String(value)
}

const sections = {
  'docs/protocol.md': {
    commands: commandsTable,
    notes: notesTable,
    pushes: pushesTable,
    errors: errorsTable,
    closes: closesTable,
    capabilities: capabilitiesTable,
    limits: limitsTable,
    example: () => protocolExample(protocol),
  },
  'docs/settings.md': { settings: settingsTable },
  'docs/groups.md': { permissions: permissionsTable },
}

export const generatedPages = Object.keys(sections)

/** The text of a page with every generated section as the sources have it now. */
export function withSections(path, text) {
  const own = sections[path]
  const missing = Object.keys(own).filter((name) => !text.includes(`<!-- begin ${name} -->`))
  if (missing.length > 0) throw new Error(`${path} has no section ${missing.join(', ')}`)
  return text.replaceAll(
    /<!-- begin (\w+) -->[\s\S]*?<!-- end \1 -->/g,
    (_, name) => `<!-- begin ${name} -->\n\n${own[name]()}\n\n<!-- end ${name} -->`,
  )
}

export const readPage = (path) => readFileSync(join(root, path), 'utf8')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const check = process.argv.includes('--check')
  for (const path of generatedPages) {
    const text = readPage(path)
    const wanted = withSections(path, text)
    if (text === wanted) continue
    if (!check) writeFileSync(join(root, path), wanted)
    console.log(check ? `${path} does not say what the sources say` : `wrote ${path}`)
    if (check) process.exitCode = 1
  }
}
