import { readFileSync } from 'node:fs'
import type { Output } from '../output/output.ts'
import { commands, findCommand, type CommandRow } from './commands.ts'
import { helpOption, type OptionRows } from './options.ts'

const columns = 80
const indent = '  '

export function versionText(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { version } = JSON.parse(text) as { version: string }
  return `parley ${version} (Node ${process.versions.node})`
}

/** Of one command, or of all. */
export async function helpText(command: string | undefined, output: Output): Promise<string> {
  const row = command === undefined ? undefined : findCommand(command)
  if (command === undefined || row === undefined) return overview(output)
  const own = await allOptions(command, row)
  return [
    row.summary,
    '',
    ...wrapped(`parley ${command} ${row.usage}`, indent, `${indent}    `),
    '',
    output.style('bold', 'Options'),
    ...table(Object.entries(own).map(([name, { value, doc }]) => [optionText(name, value), doc])),
    ...(row.notes ?? []).flatMap((note) => ['', ...wrapped(note, '', '')]),
  ].join('\n')
}

function overview(output: Output): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => [name, summary] as const)
  return [
    'Parley, an instant messenger for marketplaces.',
    '',
    `${indent}parley COMMAND [OPTIONS]`,
    '',
    output.style('bold', 'Commands'),
    ...table([...rows, ['help [COMMAND]', 'Show this, or the options of a command.']]),
    '',
    output.style('bold', 'Exit statuses'),
    ...table([
      ['0', 'done'],
      ['1', 'refused for good, or something is wrong (doctor)'],
      ['2', 'the command line is wrong'],
      ['3', 'the server could not be reached in time, or another process is in the way'],
      ['4', 'wrong or no password, or the device was signed out'],
      ['5', 'send gave up: something was not acknowledged'],
    ]),
    '',
    'With --json results are one JSON object a line. docs/cli.md says every field.',
  ].join('\n')
}

/** With the server's settings for the commands that take them. */
async function allOptions(command: string, row: CommandRow): Promise<OptionRows> {
  if (!row.isOpen) return { ...row.options, ...helpOption }
  const { settingOptions } = await import('../commands/setting-options.ts')
  return { ...row.options, ...settingOptions(command), ...helpOption }
}

const optionText = (name: string, value: string | undefined): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`

/** Two columns; what does not fit beside its name goes below it. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const nameWidth = Math.min(24, Math.max(...rows.map(([name]) => name.length)))
  const hanging = ' '.repeat(indent.length + nameWidth + 2)
  return rows.flatMap(([name, doc]) => {
    const lines = wrapped(doc, hanging, hanging)
    if (name.length > nameWidth) return [indent + name, ...lines]
    const [first = '', ...rest] = lines
    return [indent + name.padEnd(nameWidth + 2) + first.trimStart(), ...rest]
  })
}

function wrapped(text: string, first: string, others: string): string[] {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = others
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line]
}
