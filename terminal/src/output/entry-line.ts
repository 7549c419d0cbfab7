import { uuidToText, wire, type ReplyRead } from '@parley/protocol'
import { localTime } from './clock-time.ts'
import { byteText } from '../files/byte-text.ts'
import type { Output } from './output.ts'
import { noticeJson, noticeText, type NoticeJson } from './notice-line.ts'
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
  /** Only of kind notice: what happened to a group. */
  readonly notice?: NoticeJson
}

export interface EntryFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** Whose handles its line has. */
export function accountsIn(entry: WireEntry): number[] {
  const accounts = contentOf(entry.body ?? new Uint8Array()).notice?.accounts ?? []
  return [entry.sender ?? 0, ...accounts]
}

export function entryJson(
  conversation: number,
  entry: WireEntry,
  named: (account: number) => string,
): EntryJson {
  const { text: said, files, notice: told } = contentOf(entry.body ?? new Uint8Array())
  const notice = told ? noticeJson(told, named) : undefined
  const sender = named(entry.sender ?? 0)
  const text = notice === undefined ? said : noticeText(notice)
  return {
    conversation: String(conversation),
    seq: entry.seq ?? 0,
    sender,
    clientId: entry.clientId?.length === 16 ? uuidToText(entry.clientId) : '',
    kind: kindName(entry.kind ?? 0),
    text,
    time: entry.timeMs ?? 0,
    ...(files.length > 0 && { files }),
    ...(notice !== undefined && { notice }),
  }
}

/** `text`, … ; `unknown` for what a newer server may have. */
export function kindName(kind: number): string {
  const name = wire.EntryKind[kind]
  return name === undefined ? 'unknown' : name.replace('ENTRY_KIND_', '').toLowerCase()
}

/** The text, or fallback text, of a body, its files and its notice; empty when it does not parse. */
function contentOf(body: Uint8Array) {
  try {
    const { text, attachments, notice } = wire.EntryBody.decode(body)
    const files = attachments.map(({ file, name, mediaType, bytes }) => ({
      id: String(file ?? 0),
      name: name ?? '',
      mediaType: mediaType ?? '',
      bytes: bytes ?? 0,
    }))
    return { text, files, notice }
  } catch {
    return { text: '', files: [], notice: undefined }
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
