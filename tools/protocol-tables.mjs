// The tables and the byte example of docs/protocol.md, from protocol/src.
//   npx node tools/protocol-tables.mjs            writes them into the page
//   npx node tools/protocol-tables.mjs --check    fails when the page says something else
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { protocolExample } from './lib/protocol-example.mjs'
import { root } from './lib/root.mjs'

const protocol = await import('../protocol/src/index.ts')
const pagePath = join(root, 'docs', 'protocol.md')

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
      row.doc,
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
      row.doc,
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

const sections = {
  commands: commandsTable,
  notes: notesTable,
  pushes: pushesTable,
  errors: errorsTable,
  closes: closesTable,
  capabilities: capabilitiesTable,
  limits: limitsTable,
  example: () => protocolExample(protocol),
}

/** The page with every generated section as the sources have it now. */
export function withSections(page) {
  const missing = Object.keys(sections).filter((name) => !page.includes(`<!-- begin ${name} -->`))
  if (missing.length > 0) throw new Error(`docs/protocol.md has no section ${missing.join(', ')}`)
  return page.replaceAll(
    /<!-- begin (\w+) -->[\s\S]*?<!-- end \1 -->/g,
    (_, name) => `<!-- begin ${name} -->\n\n${sections[name]()}\n\n<!-- end ${name} -->`,
  )
}

export const readPage = () => readFileSync(pagePath, 'utf8')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const page = readPage()
  const wanted = withSections(page)
  if (page === wanted) {
    console.log('docs/protocol.md says what protocol/src says')
  } else if (process.argv.includes('--check')) {
    console.error(
      'docs/protocol.md is not what protocol/src says: npx node tools/protocol-tables.mjs',
    )
    process.exitCode = 1
  } else {
    writeFileSync(pagePath, wanted)
    console.log('wrote docs/protocol.md')
  }
}
