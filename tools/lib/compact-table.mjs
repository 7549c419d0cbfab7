// protocol/proto → the table from which the small codec of browsers works (protocol/src/compact).
import { join } from 'node:path'
import protobuf from 'protobufjs'

const scalars = { bool: 'o', string: 's', bytes: 'b', uint32: 'w', uint64: 'u' }

/** @returns the source of protocol/gen/compact.js */
export function compactTable(workspace, files) {
  const root = new protobuf.Root()
  root.resolvePath = (_origin, target) =>
    join(workspace, files.includes(target) ? target : `protocol/proto/${target}`)
  root.loadSync(files).resolveAll()
  const names = root.lookup('parley.v1').nestedArray
  const messages = names.filter((type) => type instanceof protobuf.Type)
  const enums = names.filter((type) => type instanceof protobuf.Enum)
  const tables = messages.map(
    (type) => `  ${type.name}: '${byNumber(type).map(fieldText).join(',')}',`,
  )
  const values = enums.map((type) => `  ${type.name}: ${JSON.stringify(type.values)},`)
  return [
    "import { compactCodecs } from '../src/compact/codec.ts'",
    '',
    'const codecs = /* @__PURE__ */ compactCodecs({',
    ...tables,
    '})',
    '',
    'export const parley = { v1: { ...codecs,',
    ...values,
    '} }',
    '',
  ].join('\n')
}

/** As every library writes them, whatever their order in the file. */
const byNumber = (type) => type.fieldsArray.toSorted((a, b) => a.id - b.id)

function fieldText(field) {
  const { resolvedType } = field
  const isMessage = resolvedType instanceof protobuf.Type
  const type = isMessage ? resolvedType.name : resolvedType ? 'e' : scalars[field.type]
  if (type === undefined) throw new Error(`${field.fullName}: the small codec has no ${field.type}`)
  const oneof = field.partOf ?? undefined
  const presence = oneof === undefined ? '' : `?${oneof.oneof.length > 1 ? oneof.name : ''}`
  return `${field.name} ${field.id} ${type}${field.repeated ? '*' : presence}`
}
