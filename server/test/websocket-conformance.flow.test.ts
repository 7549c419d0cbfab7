// RFC 6455, in the groups of the Autobahn test suite, against the endpoint as it is served, by a client of its own.
// Echoes are requests that are answered with their own body. Text is what the protocol has no use for.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import {
  closes,
  commands,
  emptyBody,
  encodeFrame,
  frameHeaderBytes,
  frameKinds,
  readFrames,
  wire,
} from '@parley/protocol'
import { clientFrame, opcodes, type ClientFrame } from '../src/access/testing/web-socket-frames.ts'
import { sampleKey, serveWebSockets, type RawWebSocket } from './websocket/raw-web-socket.ts'

const { binary, text, continuation, close, ping, pong } = opcodes
const protocolError = 1002
const badUtf8 = 1007
const tooManyFragments = 1008
const tooLarge = 1009
const badFrame = 4_000 + closes.BAD_FRAME.code
const bodyBytesMax = 2 ** 24

/** A frame of the protocol that makes a message of exactly so many bytes and is answered with its own body. */
function requestOf(messageBytes: number, number = 2): Uint8Array {
  const body = Uint8Array.from({ length: messageBytes - frameHeaderBytes }, (_, at) => at % 251)
  const command = commands.send.id
  return encodeFrame({ kind: frameKinds.request, flags: 0, command, number, body })
}

const loginFrame = { kind: frameKinds.request, flags: 0, command: commands.login.id, number: 1 }

async function logIn(socket: RawWebSocket): Promise<void> {
  await socket.send({ opcode: binary, payload: encodeFrame({ ...loginFrame, body: emptyBody }) })
  await socket.message()
}

/** The answer to `request`, in as many messages as it takes. */
async function expectEcho(socket: RawWebSocket, request: Uint8Array): Promise<void> {
  const bodies: Uint8Array[] = []
  for (let bytes = frameHeaderBytes; bytes < request.length || bodies.length === 0;) {
    for (const { body, kind } of readFrames(await socket.message(), bodyBytesMax)) {
      assert.equal(kind, frameKinds.response)
      bodies.push(body)
      bytes += body.length
    }
  }
  assert.ok(Buffer.concat(bodies).equals(request.subarray(frameHeaderBytes)))
}

async function expectPong(socket: RawWebSocket, payload: Uint8Array): Promise<void> {
  const frame = await socket.next()
  assert.equal(frame?.opcode, pong)
  assert.deepEqual(
    [frame.fin, frame.reserved, frame.isMasked, Buffer.from(frame.payload).toString('hex')],
    [true, 0, false, Buffer.from(payload).toString('hex')],
  )
}

interface Case {
  name: string
  run(socket: RawWebSocket): Promise<void>
}

/** Each on a connection of its own that has logged in. */
function group(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    let served: Awaited<ReturnType<typeof serveWebSockets>>
    before(async () => {
      served = await serveWebSockets()
    })
    after(() => served[Symbol.asyncDispose]())
    for (const { name: title, run } of cases)
      test(title, async () => {
        const socket = await served.open()
        await logIn(socket)
        await run(socket)
      })
  })
}

/** These frames end the connection with this status, and nothing is sent but the frames that tell of it. */
const fails = (name: string, status: number, ...frames: ClientFrame[]): Case => ({
  name: `${name}: ${status}`,
  async run(socket) {
    await socket.send(...frames)
    const end = await socket.end()
    assert.equal(end.status, status)
    assert.ok(end.before.every(({ opcode }) => opcode === binary))
  },
})

const echoes = (name: string, messageBytes: number, pieceBytes?: number): Case => ({
  name,
  async run(socket) {
    const payload = requestOf(messageBytes)
    await socket.write(clientFrame({ opcode: binary, payload }), pieceBytes)
    await expectEcho(socket, payload)
  },
})

const utf8 = (value: string) => new TextEncoder().encode(value)
const hex = (value: string) => Uint8Array.from(Buffer.from(value.replaceAll(' ', ''), 'hex'))
const closing = (status: number, reason: Uint8Array = emptyBody): ClientFrame => ({
  opcode: close,
  payload: Uint8Array.from([status >> 8, status & 255, ...reason]),
})

describe('section 4: opening', () => {
  test('the accept key is the right one, and nothing is agreed that was not asked for', async () => {
    await using served = await serveWebSockets()
    const head = (await served.head({})).toLowerCase()
    assert.match(head, /^http\/1.1 101 /)
    const digest = createHash('sha1').update(`${sampleKey}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    assert.ok(head.includes(`sec-websocket-accept: ${digest.digest('base64').toLowerCase()}`))
    assert.doesNotMatch(head, /sec-websocket-(protocol|extensions)/)
  })
  const refused: [string, Record<string, string | undefined>, RegExp, string?][] = [
    ['no key', { 'Sec-WebSocket-Key': undefined }, /^HTTP\/1.1 400 /],
    ['a short key', { 'Sec-WebSocket-Key': 'c2hvcnQ=' }, /^HTTP\/1.1 400 /],
    ['another version', { 'Sec-WebSocket-Version': '12' }, /^HTTP\/1.1 4\d\d [^]*version: 13/i],
    ['no version', { 'Sec-WebSocket-Version': undefined }, /^HTTP\/1.1 4\d\d /],
    ['another upgrade', { Upgrade: 'h2c' }, /^HTTP\/1.1 4\d\d /],
    ['another path', {}, /^HTTP\/1.1 404 /, 'GET /other HTTP/1.1'],
    ['another method', {}, /^HTTP\/1.1 4\d\d /, 'POST /wire HTTP/1.1'],
    ['the page of another site', { Origin: 'https://evil.example' }, /^HTTP\/1.1 403 /],
  ]
  for (const [name, headers, expected, line] of refused)
    test(`refused: ${name}`, async () => {
      await using served = await serveWebSockets()
      assert.match(await served.head(headers, line), expected)
    })
  test('a subprotocol that is offered is not taken', async () => {
    await using served = await serveWebSockets()
    const head = await served.head({ 'Sec-WebSocket-Protocol': 'chat, superchat' })
    assert.doesNotMatch(head, /sec-websocket-protocol/i)
  })
  test('frames may come with the upgrade', async () => {
    await using served = await serveWebSockets()
    const payload = encodeFrame({ ...loginFrame, body: emptyBody })
    const socket = await served.open({}, clientFrame({ opcode: binary, payload }))
    const [frame] = readFrames(await socket.message(), bodyBytesMax)
    assert.deepEqual([frame?.kind, frame?.flags], [frameKinds.response, 0])
  })
})

group('1 framing: text is refused with a stable code, however long', [
  ...[0, 125, 126, 127, 128, 8_000, 65_535, 65_536].map((length) =>
    fails(`1.1 text of ${length}`, badFrame, {
      opcode: text,
      payload: new Uint8Array(length).fill(42),
    }),
  ),
  {
    name: '1.1 the last message before is a close frame that says why',
    async run(socket) {
      await socket.send({ opcode: text, payload: utf8('hello') })
      const { before, reason } = await socket.end()
      const last = readFrames(before.at(-1)?.payload ?? emptyBody, bodyBytesMax).at(-1)
      assert.equal(last?.kind, frameKinds.close)
      assert.equal(wire.CloseBody.decode(last.body).name, 'BAD_FRAME')
      assert.equal(reason, 'BAD_FRAME')
    },
  },
])

group('1 framing: binary', [
  ...[125, 126, 127, 128, 65_535, 65_536].map((length) => echoes(`1.2 of ${length}`, length)),
  echoes('1.2.8 of 65536 in pieces of 997', 65_536, 997),
  {
    name: '1.2.1 of 0: no frames, and no harm',
    async run(socket) {
      await socket.send({ opcode: binary }, { opcode: ping, payload: utf8('on') })
      await expectPong(socket, utf8('on'))
    },
  },
  {
    name: 'a length in more bytes than it needs, and a mask of zeros, are read all the same',
    async run(socket) {
      const payload = requestOf(100)
      for (const lengthBytes of [2, 8] as const) {
        await socket.send({ opcode: binary, payload, lengthBytes, mask: new Uint8Array(4) })
        await expectEcho(socket, payload)
      }
    },
  },
  fails('a frame without a mask', protocolError, {
    opcode: binary,
    payload: requestOf(20),
    mask: undefined,
  }),
])

const pings: readonly [string, Uint8Array][] = [
  ['2.1 empty', emptyBody],
  ['2.2 text', utf8('Hello, world!')],
  ['2.3 binary', hex('00fffefdfcfb00ff')],
  ['2.4 of 125', new Uint8Array(125).fill(0xfe)],
]
group('2 pings and pongs', [
  ...pings.map(([name, payload]) => ({
    name: `${name}: answered with the same`,
    async run(socket: RawWebSocket) {
      await socket.send({ opcode: ping, payload })
      await expectPong(socket, payload)
    },
  })),
  fails('2.5 ping of 126', protocolError, { opcode: ping, payload: new Uint8Array(126) }),
  {
    name: '2.6 byte by byte',
    async run(socket) {
      const payload = new Uint8Array(125).fill(0xfe)
      await socket.write(clientFrame({ opcode: ping, payload }), 1)
      await expectPong(socket, payload)
    },
  },
  ...[emptyBody, utf8('unsolicited')].map((payload, index) => ({
    name: `2.${7 + index} a pong that nobody asked for means nothing; 2.9 a ping after it is answered`,
    async run(socket: RawWebSocket) {
      await socket.send({ opcode: pong, payload }, { opcode: ping, payload: utf8('asked') })
      await expectPong(socket, utf8('asked'))
    },
  })),
  ...[Infinity, 1].map((pieceBytes, index) => ({
    name: `2.${10 + index} ten pings, ten pongs, in order`,
    async run(socket: RawWebSocket) {
      const frames = Array.from({ length: 10 }, (_, at) => ({
        opcode: ping,
        payload: utf8(`${at}`),
      }))
      await socket.write(Buffer.concat(frames.map(clientFrame)), pieceBytes)
      for (const { payload } of frames) await expectPong(socket, payload)
    },
  })),
])

group(
  '3 reserved bits',
  [1, 2, 3, 4, 5, 6, 7].flatMap((reserved) =>
    [text, binary, continuation, close, ping, pong].map((opcode) =>
      fails(`3.${reserved} on opcode ${opcode}`, protocolError, { opcode, reserved }),
    ),
  ),
)

group('4 opcodes that mean nothing', [
  ...[3, 4, 5, 6, 7, 11, 12, 13, 14, 15].flatMap((opcode) => [
    fails(`4 opcode ${opcode}`, protocolError, { opcode }),
    fails(`4 opcode ${opcode} with a payload`, protocolError, { opcode, payload: utf8('x') }),
  ]),
  {
    name: '4 what came before it is answered',
    async run(socket) {
      const payload = requestOf(40)
      await socket.send({ opcode: binary, payload }, { opcode: ping }, { opcode: 5 })
      const { status, before } = await socket.end()
      assert.equal(status, protocolError)
      assert.ok(before.some(({ opcode }) => opcode === pong))
    },
  },
])

/** A message in these parts, with frames between them. */
function fragments(
  payload: Uint8Array,
  cuts: number[],
  between: ClientFrame[] = [],
): ClientFrame[] {
  const ends = [0, ...cuts, payload.length]
  return ends.slice(1).flatMap((end, index) => {
    const part = payload.subarray(ends[index], end)
    const fin = index === cuts.length
    const frame = { opcode: index === 0 ? binary : continuation, payload: part, fin }
    return fin ? [frame] : [frame, ...between]
  })
}
const whole = requestOf(200)
const fragmented = (name: string, cuts: number[], pieceBytes?: number): Case => ({
  name,
  async run(socket) {
    const bytes = Buffer.concat(fragments(whole, cuts).map(clientFrame))
    await socket.write(bytes, pieceBytes)
    await expectEcho(socket, whole)
  },
})
const part = (opcode: number, fin: boolean): ClientFrame => ({ opcode, fin, payload: whole })

group('5 fragmentation', [
  fails('5.1 a ping in fragments', protocolError, part(ping, false), part(continuation, true)),
  fails('5.2 a pong in fragments', protocolError, part(pong, false), part(continuation, true)),
  fragmented('5.3 two fragments', [100]),
  fragmented('5.4 two fragments, in pieces of 7', [100], 7),
  fragmented('5.5 two fragments, byte by byte', [100], 1),
  fragmented('empty fragments first, in the middle and last', [0, 100, 100, 200]),
  {
    name: '5.6 to 5.8 a ping between two fragments is answered before the message',
    async run(socket) {
      await socket.send(...fragments(whole, [100], [{ opcode: ping, payload: utf8('now') }]))
      await expectPong(socket, utf8('now'))
      await expectEcho(socket, whole)
    },
  },
  ...[true, false].map((fin) =>
    fails(
      `5.9 to 5.14 a continuation of nothing, fin ${fin}`,
      protocolError,
      part(continuation, fin),
    ),
  ),
  fails(
    '5.15 a continuation after a whole message',
    protocolError,
    ...fragments(whole, [100]),
    part(continuation, true),
  ),
  fails('5.16 and 5.17 text after it', protocolError, part(continuation, false), part(text, true)),
  fails('5.18 two messages begun', protocolError, part(binary, false), part(binary, true)),
  fails('5.18 text within binary', protocolError, part(binary, false), part(text, true)),
  {
    name: '5.19 and 5.20 five fragments with pings between them',
    async run(socket) {
      const asking = { opcode: ping, payload: utf8('?') }
      await socket.send(...fragments(whole, [10, 20, 150, 199], [asking]))
      for (let asked = 0; asked < 4; asked += 1) await expectPong(socket, utf8('?'))
      await expectEcho(socket, whole)
    },
  },
])

const goodText = [
  '',
  'Hello-µ@ßöäüàá-UTF-8!!',
  'κόσμε',
  '\u0000\u007f\u0080\u07ff\u0800\uffff',
  '\u{10000}\u{10ffff}',
  '\ufffe\uffff\u{1fffe}\u{1ffff}',
  '\ud7ff\ue000\ufffd',
]
const badText: readonly [string, string][] = [
  ['6.3 within good text', 'cebae1bdb9cf83cebcceb5eda080656469746564'],
  ['6.6 cut short', 'cebae1bdb9cf83cebccf'],
  ['6.8 too long a beginning', 'f888808080'],
  ['6.8 of six bytes', 'fc8480808080'],
  ['6.10 beyond the last one', 'f4908080'],
  ['6.11 five bytes', 'fbbfbfbfbf'],
  ['6.12 a continuation alone', '80'],
  ['6.12 seven of them', '808182838485868'.padEnd(16, '0')],
  ['6.13 a beginning without its end', 'c220'],
  ['6.14 three bytes, two there', 'e180'],
  ['6.14 four bytes, three there', 'f18080'],
  ['6.15 many cut short', 'c0e080f08080'],
  ['6.16 impossible bytes', 'fe'],
  ['6.16 impossible bytes', 'ff'],
  ['6.17 a slash in two bytes', 'c0af'],
  ['6.17 a slash in three', 'e080af'],
  ['6.17 a slash in four', 'f08080af'],
  ['6.18 the longest overlong ones', 'e09fbf'],
  ['6.18 the longest overlong ones', 'f08fbfbf'],
  ['6.19 an overlong zero', 'c080'],
  ['6.20 the first surrogate', 'eda080'],
  ['6.20 the last surrogate', 'edbfbf'],
  ['6.21 a pair of surrogates', 'eda080edb080'],
]
group('6 UTF-8: good text is refused as text, bad text as bad', [
  ...goodText.map((value, index) =>
    fails(`6.2, 6.5, 6.7, 6.9, 6.22, 6.23 good text ${index}`, badFrame, {
      opcode: text,
      payload: utf8(value),
    }),
  ),
  fails(
    '6.2 good text, cut within a letter',
    badFrame,
    { opcode: text, payload: hex('cebae1'), fin: false },
    { opcode: continuation, payload: hex('bdb9') },
  ),
  ...badText.flatMap(([name, bytes]) => [
    fails(`${name} (${bytes})`, badUtf8, { opcode: text, payload: hex(bytes) }),
    fails(
      `${name} (${bytes}), in fragments`,
      badUtf8,
      { opcode: text, payload: hex(bytes.slice(0, 2)), fin: false },
      { opcode: continuation, payload: hex(bytes.slice(2)) },
    ),
  ]),
])

const answered = (name: string, status: number, ...frames: ClientFrame[]): Case => ({
  name: `${name}: answered ${status}, once, and the network connection ends`,
  async run(socket) {
    await socket.send(...frames)
    const end = await socket.end()
    assert.equal(end.status, status)
  },
})
group('7 closing', [
  {
    name: '7.1.1 a message and a close: both are answered',
    async run(socket) {
      await socket.send({ opcode: binary, payload: whole }, closing(1000))
      assert.equal((await socket.end()).status, 1000)
    },
  },
  answered('7.1.2 two closes', 1000, closing(1000), closing(1000)),
  {
    name: '7.1.3 and 7.1.4 nothing after a close is answered',
    async run(socket) {
      await socket.send(closing(1000), { opcode: ping }, { opcode: binary, payload: whole })
      assert.deepEqual(await socket.end(), { status: 1000, reason: '', before: [] })
    },
  },
  {
    name: '7.1.5 a close within a message ends it',
    async run(socket) {
      const [first, second] = fragments(whole, [100])
      assert.ok(first && second)
      await socket.send(first, closing(1000), second)
      assert.deepEqual(await socket.end(), { status: 1000, reason: '', before: [] })
    },
  },
  {
    name: '7.1.6 256 KB, then a close',
    async run(socket) {
      const payload = requestOf(262_144)
      await socket.send({ opcode: binary, payload }, closing(1000), { opcode: ping })
      assert.equal((await socket.end()).status, 1000)
    },
  },
  answered('7.3.1 an empty close', 1005, { opcode: close }),
  fails('7.3.2 a close of one byte', protocolError, { opcode: close, payload: hex('03') }),
  answered('7.3.3 a close with a code', 1000, closing(1000)),
  answered('7.3.4 with a reason', 1000, closing(1000, utf8('all done'))),
  answered('7.3.5 with the longest reason', 1000, closing(1000, new Uint8Array(123).fill(42))),
  fails('7.3.6 with a longer one', protocolError, closing(1000, new Uint8Array(124).fill(42))),
  fails('7.5.1 with a reason that is no UTF-8', badUtf8, closing(1000, hex('cebae1bdb9edbfbf'))),
  ...[1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999].map((status) =>
    answered(`7.7 code ${status}`, status, closing(status)),
  ),
  ...[0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535].map((status) =>
    fails(`7.9 and 7.13 code ${status}`, protocolError, closing(status)),
  ),
  {
    name: 'a client that does not answer a close is cut off',
    async run(socket) {
      await socket.send({ opcode: text, payload: utf8('x') })
      for (let frame = await socket.next(); frame?.opcode !== close; frame = await socket.next())
        assert.ok(frame)
      await socket.over
    },
  },
])

const bodyBytes = 262_144
group('9 limits', [
  ...[65_536, 131_072, bodyBytes + frameHeaderBytes].map((length) =>
    echoes(`9.2 a message of ${length}`, length),
  ),
  echoes('9.6 a message of 256 KB in pieces of 1300', bodyBytes, 1_300),
  ...[1_024, 4_096, 65_536].map((size) => ({
    name: `9.4 256 KB in fragments of ${size}`,
    async run(socket: RawWebSocket) {
      const payload = requestOf(bodyBytes)
      const cuts = Array.from({ length: bodyBytes / size - 1 }, (_, at) => (at + 1) * size)
      await socket.send(...fragments(payload, cuts))
      await expectEcho(socket, payload)
    },
  })),
  {
    name: '9.8 a thousand messages of 16, 64, 256 and 1024, each answered',
    async run(socket) {
      for (let number = 1; number <= 1_000; number += 1) {
        const payload = requestOf([16, 64, 256, 1_024][number % 4] ?? 16, number)
        await socket.send({ opcode: binary, payload })
        await expectEcho(socket, payload)
      }
    },
  },
  fails('a message over the limit', tooLarge, { opcode: binary, payload: new Uint8Array(300_000) }),
  fails('one that only says so', tooLarge, { opcode: binary, length: 2 ** 40, lengthBytes: 8 }),
  fails('a length over 2^53', tooLarge, { opcode: binary, length: 2 ** 62, lengthBytes: 8 }),
  fails(
    'fragments that are over it together',
    tooLarge,
    ...[0, 1, 2].map((at) => ({
      ...part(at === 0 ? binary : continuation, false),
      payload: new Uint8Array(100_000),
    })),
  ),
  fails(
    'more fragments than a message may have',
    tooManyFragments,
    ...Array.from({ length: 1_025 }, (_, at) => ({
      ...{ opcode: at === 0 ? binary : continuation, fin: false, payload: Uint8Array.of(1) },
    })),
  ),
])

test('9 before login a message is much smaller', async () => {
  await using served = await serveWebSockets()
  const socket = await served.open()
  await socket.send({ opcode: binary, payload: new Uint8Array(8_193) })
  assert.equal((await socket.end()).status, tooLarge)
})

group('10 fragments as the network makes them', [
  {
    name: '10.1.1 65536 bytes in fragments of 1300',
    async run(socket) {
      const payload = requestOf(65_536)
      const cuts = Array.from({ length: 50 }, (_, at) => (at + 1) * 1_300)
      await socket.send(...fragments(payload, cuts))
      await expectEcho(socket, payload)
    },
  },
])

const offers = [
  'permessage-deflate',
  'permessage-deflate; client_max_window_bits',
  'permessage-deflate; server_no_context_takeover; client_no_context_takeover',
  'permessage-deflate; server_max_window_bits=9; client_max_window_bits=9',
  'permessage-deflate; server_max_window_bits=8, permessage-deflate',
  'x-webkit-deflate-frame',
  'permessage-deflate; nonsense=1',
]
describe('12 and 13 compression is declined', () => {
  for (const offer of offers)
    test(offer, async () => {
      await using served = await serveWebSockets()
      const socket = await served.open({ 'Sec-WebSocket-Extensions': offer })
      assert.doesNotMatch(socket.head, /sec-websocket-extensions/i)
      await logIn(socket)
      const payload = requestOf(1_024)
      await socket.send({ opcode: binary, payload })
      await expectEcho(socket, payload)
      await socket.send({ opcode: binary, payload, reserved: 4 })
      assert.equal((await socket.end()).status, protocolError)
    })
})
