import { parseArgs, type ParseArgsConfig } from 'node:util'
import { commands, findCommand, type CommandRow } from './commands.ts'
import { helpOption, type OptionRows } from './options.ts'
import { UsageFault } from './usage-fault.ts'

export type CommandLine =
  | { ask: 'version' }
  | { ask: 'help'; command: string | undefined }
  | {
      ask: 'run'
      command: string
      values: Record<string, string>
      switches: Set<string>
      words: string[]
    }

/** @throws UsageFault */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const [first, ...rest] = args
  if (first === undefined || first === '--help' || first === '-h')
    return { ask: 'help', command: undefined }
  if (first === '--version' || first === '-V') return { ask: 'version' }
  if (first === 'help') return helpFor(rest[0])
  const row = findCommand(first)
  if (row === undefined) throw unknownCommand(first)
  const end = rest.indexOf('--')
  if ((end < 0 ? rest : rest.slice(0, end)).some((arg) => arg === '--help' || arg === '-h'))
    return { ask: 'help', command: first }
  return { ask: 'run', command: first, ...(row.isOpen ? parseOpen : parseClosed)(first, row, rest) }
}

/** Whether errors are to be JSON, of a command line that may be wrong elsewhere. */
export function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return (end < 0 ? args : args.slice(0, end)).includes('--json')
}

function helpFor(command: string | undefined): CommandLine {
  if (command !== undefined && findCommand(command) === undefined) throw unknownCommand(command)
  return { ask: 'help', command }
}

function unknownCommand(name: string): UsageFault {
  if (name.startsWith('-'))
    return new UsageFault(`the command comes first: parley COMMAND ${name} …`)
  const near = Object.keys(commands).find((other) => isNear(name, other))
  const hint = near === undefined ? '' : ` Did you mean ${near}?`
  return new UsageFault(`there is no command "${name}".${hint}`)
}

interface Parsed {
  values: Record<string, string>
  switches: Set<string>
  words: string[]
}

function parseClosed(command: string, row: CommandRow, args: string[]): Parsed {
  const options: NonNullable<ParseArgsConfig['options']> = {}
  const rows: OptionRows = { ...row.options, ...helpOption }
  for (const [name, { value }] of Object.entries(rows))
    options[name] = { type: value === undefined ? 'boolean' : 'string' }
  let parsed
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true, tokens: true })
  } catch (thrown) {
    throw new UsageFault(readable(thrown), command)
  }
  const { positionals: words, tokens } = parsed
  const wordsMax = row.wordsMax ?? 0
  if (words.length > wordsMax)
    throw new UsageFault(`what is "${words[wordsMax]}" for? Texts with spaces need quotes`, command)
  const values: Record<string, string> = {}
  const switches = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (Object.hasOwn(values, token.name))
      throw new UsageFault(`--${token.name} is given twice`, command)
    if (token.value === undefined) switches.add(token.name)
    else values[token.name] = token.value
  }
  return { values, switches, words }
}

/** Options whose names are the server's: `--name value`, `--name=value`, or `--name` alone for on. */
function parseOpen(command: string, row: CommandRow, args: string[]): Parsed {
  const values: Record<string, string> = {}
  const switches = new Set<string>()
  for (let index = 0; index < args.length; index += 1) {
    const [, name, given] = /^--([a-z][a-z-]*)(?:=([^]*))?$/.exec(args[index] ?? '') ?? []
    if (name === undefined) throw new UsageFault(`what is "${args[index]}" for?`, command)
    if (Object.hasOwn(values, name)) throw new UsageFault(`--${name} is given twice`, command)
    if (Object.hasOwn(row.options, name) && row.options[name]?.value === undefined) {
      if (given !== undefined) throw new UsageFault(`--${name} takes no value`, command)
      switches.add(name)
      continue
    }
    const next = args[index + 1]
    const takesNext = given === undefined && next !== undefined && !next.startsWith('--')
    values[name] = given ?? (takesNext ? next : 'on')
    if (takesNext) index += 1
  }
  return { values, switches, words: [] }
}

/** What node:util says, without its advice about positionals. */
function readable(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const [, unknown] = /^Unknown option '([^']+)'/.exec(message) ?? []
  if (unknown !== undefined) return `there is no option ${unknown}`
  const [, name] =
    /^Option '(?:-\w, )?--([\w-]+) <value>' argument (?:missing|is ambiguous)/.exec(message) ?? []
  if (name !== undefined)
    return `--${name} needs a value (write --${name}=VALUE when it begins with a dash)`
  const [, flag] = /^Option '(?:-\w, )?--([\w-]+)' does not take an argument/.exec(message) ?? []
  if (flag !== undefined) return `--${flag} takes no value`
  return message.split('\n')[0] ?? message
}

/** One letter more, less, changed or swapped. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(2) === restB.slice(2)
  )
}
