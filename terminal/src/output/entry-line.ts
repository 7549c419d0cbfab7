import { uuidToText, wire, type ReplyRead } from '@parley/protocol'
import { localTime } from './clock-time.ts'
import { byteText } from '../files/byte-text.ts'
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
  /** Only where it has some. */
  readonly files?: readonly EntryFile[]
}

export interface EntryFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

export function entryJson(conversation: number, entry: WireEntry, sender: string): EntryJson {
  const { text, files } = contentOf(entry.body ?? new Uint8Array())
  return {
    conversation: String(conversation),
    seq: entry.seq ?? 0,
    sender,
    clientId: entry.clientId?.length === 16 ? uuidToText(entry.clientId) : '',
    kind: kindName(entry.kind ?? 0),
    text,
    time: entry.timeMs ?? 0,
    ...(files.length > 0 && { files }),
  }
}

/** `text`, … ; `unknown` for what a newer server may have. */
export function kindName(kind: number): string {
  const name = wire.EntryKind[kind]
  return name === undefined ? 'unknown' : name.replace('ENTRY_KIND_', '').toLowerCase()
}

/** The text, or fallback text, of a body, and its files; empty when it does not parse. */
function contentOf(body: Uint8Array): { text: string; files: EntryFile[] } {
  try {
    const { text, attachments } = wire.EntryBody.decode(body)
    const files = attachments.map(({ file, name, mediaType, bytes }) => ({
      id: String(file ?? 0),
      name: name ?? '',
      mediaType: mediaType ?? '',
      bytes: bytes ?? 0,
    }))
    return { text, files }
  } catch {
    return { text: '', files: [] }
  }
}

const fileText = ({ name, bytes }: EntryFile): string =>
  `[${plainText(name).replaceAll('\n', ' ')}, ${byteText(bytes)}]`

/** For people. Further lines of a text stand under its first. */
export function entryText(output: Output, entry: EntryJson, isOwn: boolean): string {
  const said = entry.text === '' ? [] : plainText(entry.text).split('\n')
  const [first = '', ...more] = [...(entry.files ?? []).map(fileText), ...said]
  const time = localTime(entry.time)
  const head = `${output.style('dim', time)}  ${output.style(isOwn ? 'cyan' : 'bold', entry.sender)}`
  const hanging = ' '.repeat(time.length + 2)
  return [`${head}  ${first}`, ...more.map((line) => hanging + line)].join('\n')
}
