import { uuidToText, wire, type ReplyRead } from '@parley/protocol'
import { localTime } from './clock-time.ts'
import type { Output } from './output.ts'
import { plainText } from './plain-text.ts'

export type WireEntry = ReplyRead<'pull'>['entries'][number]

/** How an entry is printed with --json. Names and types are stable. */
export interface EntryJson {
  readonly conversation: string
  readonly seq: number
  /** A handle. */
  readonly sender: string
  readonly clientId: string
  readonly kind: string
  readonly text: string
  /** Milliseconds since 1970, by the server's clock. */
  readonly time: number
}

export function entryJson(conversation: number, entry: WireEntry, sender: string): EntryJson {
  return {
    conversation: String(conversation),
    seq: entry.seq ?? 0,
    sender,
    clientId: entry.clientId?.length === 16 ? uuidToText(entry.clientId) : '',
    kind: kindName(entry.kind ?? 0),
    text: textOf(entry.body ?? new Uint8Array()),
    time: entry.timeMs ?? 0,
  }
}

/** `text`, … ; `unknown` for what a newer server may have. */
export function kindName(kind: number): string {
  const name = wire.EntryKind[kind]
  return name === undefined ? 'unknown' : name.replace('ENTRY_KIND_', '').toLowerCase()
}

/** The text, or fallback text, of a body; empty when it does not parse. */
function textOf(body: Uint8Array): string {
  try {
    return wire.EntryBody.decode(body).text
  } catch {
    return ''
  }
}

/** For people. Further lines of a text stand under its first. */
export function entryText(output: Output, entry: EntryJson, isOwn: boolean): string {
  const [first = '', ...more] = plainText(entry.text).split('\n')
  const time = localTime(entry.time)
  const head = `${output.style('dim', time)}  ${output.style(isOwn ? 'cyan' : 'bold', entry.sender)}`
  const hanging = ' '.repeat(time.length + 2)
  return [`${head}  ${first}`, ...more.map((line) => hanging + line)].join('\n')
}
