// The byte example of docs/protocol.md: real frames, taken apart field by field.

const clientId = '019a7f3c-5b10-7a01-8c2e-4f6d1b90a3e7'
const account = 2_748_339_411_502_907
const conversation = 1_190_844_207_135_561

/** How the fields of a message are called, and which of them are messages themselves. */
const sendFields = {
  1: ['target', { 2: ['account'] }],
  2: ['client_id'],
  3: ['kind'],
  5: ['body (an EntryBody)', { 1: ['text'] }],
}
const sendReplyFields = { 1: ['conversation'], 2: ['seq'], 3: ['time_ms'] }
const closeFields = { 1: ['code'], 2: ['name'], 3: ['reconnect'], 4: ['delay_ms'] }

/** The frames of the example, in the order in which they travel. */
export function exampleFrames(protocol) {
  const { wire, frameKinds, commands } = protocol
  const body = wire.EntryBody.encode({ text: 'Hi 你好' }).finish()
  const send = wire.SendRequest.encode({
    target: { account },
    clientId: protocol.uuidFromText(clientId),
    kind: wire.EntryKind.ENTRY_KIND_TEXT,
    body,
  }).finish()
  const reply = wire.SendReply.encode({ conversation, seq: 1, timeMs: 1_763_071_253_301 }).finish()
  const close = wire.CloseBody.encode({ code: 2, name: 'DRAINING', reconnect: 1, delayMs: 1_200 })
  const frame = (kind, command, number, bytes = protocol.emptyBody) =>
    protocol.encodeFrame({ kind, flags: 0, command, number, body: bytes })
  return [
    {
      title: 'A client sends "Hi 你好" to an account (request 7)',
      bytes: frame(frameKinds.request, commands.send.id, 7, send),
      fields: sendFields,
    },
    {
      title: 'The answer: durable, seq 1 of a conversation that came into being',
      bytes: frame(frameKinds.response, commands.send.id, 7, reply),
      fields: sendReplyFields,
    },
    {
      title: 'A ping that acknowledges the pushes up to number 3',
      bytes: frame(frameKinds.ping, 0, 3),
      fields: {},
    },
    {
      title: 'The server drains: come back in 1.2 seconds',
      bytes: frame(frameKinds.close, 0, 0, close.finish()),
      fields: closeFields,
    },
  ]
}

export function protocolExample(protocol) {
  const parts = exampleFrames(protocol).map(
    ({ title, bytes, fields }) =>
      `${title}, ${bytes.length} bytes:\n\n\`\`\`text\n${taken(protocol, bytes, fields)}\n\`\`\``,
  )
  return parts.join('\n\n')
}

function taken(protocol, bytes, fields) {
  const header = protocol.readHeader(bytes)
  const kind = Object.entries(protocol.frameKinds).find(([, number]) => number === header.kind)[0]
  const at = (from, to) => bytes.subarray(from, to)
  return [
    line(at(0, 4), `body length ${header.length}`),
    line(at(4, 5), `version ${header.version}, kind ${header.kind} (${kind})`),
    line(at(5, 6), 'no flags'),
    line(at(6, 8), `command 0x${header.command.toString(16).padStart(4, '0')}`),
    line(at(8, 12), `number ${header.number}`),
    ...walked(bytes.subarray(12), fields, '').map(([part, what]) => line(part, what)),
  ].join('\n')
}

/** Sixteen bytes a line; the meaning stands behind the first. */
function line(bytes, what) {
  const lines = []
  for (let index = 0; index < bytes.length; index += 16) {
    const hex = Array.from(bytes.subarray(index, index + 16), (byte) =>
      byte.toString(16).padStart(2, '0'),
    )
    lines.push(hex.join(' '))
  }
  return [`${lines[0].padEnd(48)} ${what}`, ...lines.slice(1)].join('\n')
}

/** @returns for every field of a protobuf message its bytes and what they say. */
function walked(bytes, fields, indent) {
  const parts = []
  let offset = 0
  while (offset < bytes.length) {
    const start = offset
    const tag = varint(bytes, offset)
    const [name, inner] = fields[tag.value >> 3]
    const value = varint(bytes, tag.end)
    const label = `${indent}field ${tag.value >> 3}, ${name}`
    if ((tag.value & 7) === 0) {
      offset = value.end
      parts.push([bytes.subarray(start, offset), `${label}: ${value.value}`])
      continue
    }
    offset = value.end + value.value
    const content = bytes.subarray(value.end, offset)
    parts.push([bytes.subarray(start, value.end), `${label}: ${value.value} bytes`])
    if (inner) parts.push(...walked(content, inner, `${indent}  `))
    else parts.push([content, `${indent}  ${shown(content)}`])
  }
  return parts
}

function shown(content) {
  if (content.length === 16 && content[6] >> 4 === 7) return clientId
  return JSON.stringify(new TextDecoder().decode(content))
}

function varint(bytes, from) {
  let value = 0
  let factor = 1
  let end = from
  for (;;) {
    const byte = bytes[end]
    end += 1
    value += (byte & 127) * factor
    if (byte < 128) return { value, end }
    factor *= 128
  }
}
