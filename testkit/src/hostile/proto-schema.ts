import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the .proto files say, read with no code of either library. */
export interface SchemaField {
  name: string
  tag: number
  /** bool, string, bytes, uint32, uint64, an enum's or a message's name. */
  type: string
  isRepeated: boolean
  isMessage: boolean
  isEnum: boolean
}

export type Schema = ReadonlyMap<string, readonly SchemaField[]>

export const protoFolder = join(import.meta.dirname, '../../../protocol/proto/parley/v1')

const statement =
  /\b(?:message|enum|oneof)\s+(\w+)\s*\{|\}|(repeated\s+|optional\s+)?(\w+)\s+(\w+)\s*=\s*(\d+)\s*;/g

export function readSchema(folder = protoFolder): Schema {
  const text = readdirSync(folder)
    .filter((file) => file.endsWith('.proto'))
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll(/\/\/.*$/gm, ''))
    .join('\n')
  const enums = new Set([...text.matchAll(/\benum\s+(\w+)/g)].map(([, name]) => name))
  const messages = new Map<string, SchemaField[]>()
  const open: string[] = []
  for (const match of text.matchAll(statement)) {
    const [whole, opened, label = '', type = '', name = '', tag = ''] = match
    if (opened !== undefined) {
      const isMessage = whole.startsWith('message')
      if (isMessage) messages.set(opened, [])
      open.push(whole.startsWith('oneof') ? (open.at(-1) ?? '') : opened)
    } else if (whole === '}') open.pop()
    else {
      const isRepeated = label.startsWith('repeated')
      const field = { name, tag: Number(tag), type, isRepeated, isEnum: enums.has(type) }
      messages
        .get(open.at(-1) ?? '')
        ?.push({ ...field, isMessage: /^[A-Z]/.test(type) && !field.isEnum })
    }
  }
  return messages
}
