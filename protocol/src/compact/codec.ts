import { ByteReader, ByteWriter, wireTypes } from './bytes.ts'

/**
 * A small protobuf codec that works from a table. It takes the place of the generated module where size counts more
 * than speed: browsers. Unknown fields are skipped.
 */
export interface Codec {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

/**
 * What stands in a field: u number of 64 bits, w of 32, e enum, o boolean, s string, b bytes; else the name of a message.
 */
interface Field {
  name: string
  tag: number
  type: string
  isRepeated: boolean
  /** Part of a oneof, or optional: absent is something else than empty. */
  isExplicit: boolean
  /** The oneof it is part of; empty: none. */
  oneof: string
  /** Of a field that holds a message. */
  held: CompactCodec | undefined
}

interface Shape {
  byTag: Map<number, Field>
  fields: Field[]
  /** Prototype of what is decoded: the values of absent fields. */
  defaults: object
}

interface CompactCodec extends Codec {
  shape(): Shape
}

type HeldCodecs = Readonly<Record<string, CompactCodec>>
type Values = Record<string, unknown>

const depthMax = 100

/**
 * @param text the fields: `name tag type`, `*` behind: repeated; `?`: explicit presence, and its oneof.
 * @param held the codecs of the messages that stand in fields, by their names.
 */
export function compactCodec(text: string, held: HeldCodecs = {}): CompactCodec {
  let known: Shape | undefined
  const shape = () => (known ??= readShape(text, held))
  return {
    shape,
    encode(values) {
      const writer = new ByteWriter()
      write(shape(), values as Values, writer, 0)
      return writer
    },
    decode: (bytes) => read(shape(), new ByteReader(bytes), 0),
  }
}

function readShape(text: string, held: HeldCodecs): Shape {
  const fields = text.split(',').flatMap((part) => {
    const [name, tag, type] = part.split(' ')
    if (name === undefined || tag === undefined || type === undefined) return []
    const isRepeated = type.endsWith('*')
    const [plain = '', oneof] = type.replace('*', '').split('?')
    const isExplicit = oneof !== undefined
    const kind = { type: plain, held: held[plain], isRepeated, isExplicit, oneof: oneof ?? '' }
    return [{ name, tag: Number(tag), ...kind }]
  })
  const defaults: Values = {}
  for (const field of fields) defaults[field.name] = defaultOf(field)
  return { fields, byTag: new Map(fields.map((field) => [field.tag, field])), defaults }
}

const scalars: Readonly<Record<string, unknown>> = {
  ...{ u: 0, w: 0, e: 0 },
  ...{ o: false, s: '', b: new Uint8Array() },
}
const isVarint = (type: string): boolean => type.length === 1 && 'uweo'.includes(type)

function defaultOf({ type, isRepeated, isExplicit }: Field): unknown {
  if (isRepeated) return Object.freeze([])
  return isExplicit ? null : (scalars[type] ?? null)
}

function write(shape: Shape, values: Values, writer: ByteWriter, depth: number): void {
  if (depth > depthMax) throw new Error('max depth exceeded')
  for (const field of shape.fields) {
    const { name, tag, type, isRepeated, isExplicit } = field
    const value = values[name]
    if (value === undefined || value === null) continue
    if (!isRepeated) {
      if (isExplicit || !isDefault(type, value)) writeOne(field, value)
    } else if (isVarint(type)) {
      const packed = value as readonly number[]
      if (packed.length > 0)
        writer.nested(tag, (inner) => packed.forEach((one) => inner.varint(Number(one))))
    } else for (const one of value as readonly unknown[]) writeOne(field, one)
  }

  function writeOne({ type, tag, held }: Field, value: unknown): void {
    if (isVarint(type)) writer.key(tag, wireTypes.varint).varint(Number(value))
    else if (type === 's') writer.bytes(tag, new TextEncoder().encode(value as string))
    else if (type === 'b') writer.bytes(tag, value as Uint8Array)
    else if (held)
      writer.nested(tag, (inner) => write(held.shape(), value as Values, inner, depth + 1))
  }
}

function isDefault(type: string, value: unknown): boolean {
  if (type === 'b') return (value as Uint8Array).length === 0
  return type in scalars && value === scalars[type]
}

function read(shape: Shape, reader: ByteReader, depth: number, before?: Values): Values {
  if (depth > depthMax) throw new Error('max depth exceeded')
  const values = before ?? (Object.create(shape.defaults) as Values)
  while (!reader.isAtEnd) {
    const key = reader.key()
    const wireType = key & 7
    const field = shape.byTag.get(Math.floor(key / 8))
    if (field === undefined || !fits(field, wireType)) {
      reader.skip(key, depth)
      continue
    }
    const { name, type, isRepeated } = field
    if (!isRepeated) {
      const value = readOne(field, values[name])
      if (field.oneof !== '') forgetOthers(shape, values, field)
      values[name] = value
      continue
    }
    const list = Object.hasOwn(values, name) ? (values[name] as unknown[]) : []
    values[name] = list
    if (isVarint(type) && wireType === wireTypes.bytes) {
      const packed = new ByteReader(reader.bytes())
      while (!packed.isAtEnd) list.push(scalar(type, packed))
    } else list.push(readOne(field, undefined))
  }
  return values

  function readOne({ type, held }: Field, former: unknown): unknown {
    if (isVarint(type)) return scalar(type, reader)
    const bytes = reader.bytes()
    if (type === 's')
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (held === undefined) return bytes
    // NOTE a message that comes in pieces is merged, as protobuf demands.
    const known = typeof former === 'object' && former !== null ? (former as Values) : undefined
    return read(held.shape(), new ByteReader(bytes), depth + 1, known)
  }
}

/** Of a oneof the last one that came holds. */
function forgetOthers({ fields }: Shape, values: Values, field: Field): void {
  for (const { name, oneof } of fields) if (oneof === field.oneof) delete values[name]
}

function scalar(type: string, reader: ByteReader): unknown {
  if (type === 'w') return reader.varint32()
  if (type === 'e') return reader.varint32() | 0
  const value = reader.varint()
  return type === 'o' ? value !== 0 : value
}

function fits({ type, isRepeated }: Field, wireType: number): boolean {
  if (!isVarint(type)) return wireType === wireTypes.bytes
  return wireType === wireTypes.varint || (isRepeated && wireType === wireTypes.bytes)
}
