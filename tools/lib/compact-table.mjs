// protocol/proto → the table from which the small codec of browsers works (protocol/src/compact).
import { join } from 'node:path'
import protobuf from 'protobufjs'

const scalars = { bool: 'o', string: 's', bytes: 'b', uint32: 'w', uint64: 'u' }

function loaded(workspace, files) {
  const root = new protobuf.Root()
  root.resolvePath = (_origin, target) =>
    join(workspace, files.includes(target) ? target : `protocol/proto/${target}`)
  return root.loadSync(files).resolveAll()
}

/** @returns the source of protocol/gen/compact.js: each message by itself, so that a bundle holds those it uses */
export function compactTable(workspace, files) {
  const root = loaded(workspace, files)
  const names = root.lookup('parley.v1').nestedArray
  const messages = inOrder(names.filter((type) => type instanceof protobuf.Type))
  const enums = names.filter((type) => type instanceof protobuf.Enum)
  return [
    "import { compactCodec } from '../src/compact/codec.ts'",
    '',
    ...messages.map(
      (type) => `export const ${type.name} = /* @__PURE__ */ compactCodec(${argumentsOf(type)})`,
    ),
    '',
    ...enums.map((type) => `export const ${type.name} = ${JSON.stringify(type.values)}`),
    '',
  ].join('\n')
}

/** @returns the source of protocol/gen/wire.js and wire.d.ts: the same names, from the module that protobufjs made */
export function wireModule(workspace, files) {
  const { nestedArray } = loaded(workspace, files).lookup('parley.v1')
  const names = nestedArray.map(({ name }) => name)
  const from = "import { parley } from './parley.js'\n\n"
  return {
    js: `${from}export const {\n${names.map((name) => `  ${name},\n`).join('')}} = parley.v1\n`,
    types: `${from}${names.map((name) => `export import ${name} = parley.v1.${name}\n`).join('')}`,
  }
}

/** Each message after those it holds. A message that holds itself would need another form of table. */
function inOrder(messages) {
  const ordered = new Set()
  const visit = (type, above) => {
    if (above.includes(type)) throw new Error(`${type.fullName}: the small codec has no cycles`)
    for (const held of heldBy(type)) visit(held, [...above, type])
    ordered.add(type)
  }
  for (const type of messages) visit(type, [])
  return [...ordered]
}

const heldBy = (type) =>
  type.fieldsArray
    .map(({ resolvedType }) => resolvedType)
    .filter((held) => held instanceof protobuf.Type)

function argumentsOf(type) {
  const fields = `'${byNumber(type).map(fieldText).join(',')}'`
  const held = [...new Set(heldBy(type).map(({ name }) => name))]
  return held.length === 0 ? fields : `${fields}, { ${held.join(', ')} }`
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
