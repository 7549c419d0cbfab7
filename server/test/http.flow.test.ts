// What HTTP adds to the wire: health, headers, origins, proxies, and the long-poll rules as a client in another language meets them.
import assert from 'node:assert/strict'
import { request as httpsRequest } from 'node:https'
import { connect as connectTls } from 'node:tls'
import { describe, test } from 'node:test'
import { commands, emptyBody, frameKinds, readFrames } from '@parley/protocol'
import { WebSocket } from 'ws'
import { createAccess } from '../src/access/create-access.ts'
import { listenHttp, type HttpOptions } from '../src/access/http/listen-http.ts'
import type { AccessSettings } from '../src/access/settings.ts'
import { listenTcp } from '../src/access/tcp/listen-tcp.ts'
import { FakeCommands } from '../src/access/testing/fake-commands.ts'
import { silentLog } from '../src/base/log.ts'
import { nodeClock } from '../src/base/node/node-clock.ts'
import { nodeCompression } from '../src/base/node/node-compression.ts'
import { nodeHashing } from '../src/base/node/node-hashing.ts'
import { nodeRandom } from '../src/base/node/node-random.ts'
import { testCertificate } from './wire/test-certificate.ts'
import { ping, request } from './wire/wire-world.ts'

async function start(options: Partial<HttpOptions> = {}, settings: Partial<AccessSettings> = {}) {
  const fake = new FakeCommands()
  const ports = { clock: nodeClock, random: nodeRandom, log: silentLog }
  const deps = { ...ports, compression: nodeCompression, commands: fake }
  const access = createAccess({ ...deps, settings: { lingerMs: 100, ...settings } })
  const http = await listenHttp(
    { ...ports, access, hashing: nodeHashing },
    { host: '127.0.0.1', port: 0, health: () => true, ...options },
  )
  return {
    access,
    fake,
    port: http.port,
    url: `http://127.0.0.1:${http.port}`,
    stop: () => http.stop(),
    async [Symbol.asyncDispose]() {
      await access.close('INTERNAL')
      await http.stop()
    },
  }
}

const octets = 'application/octet-stream'

/** A long-poll client made of single requests. */
async function openChannel(url: string, headers: Record<string, string> = {}) {
  const opened = await fetch(`${url}/wire/open`, { method: 'POST', headers })
  assert.equal(opened.status, 200)
  assert.equal(opened.headers.get('cache-control'), 'no-store')
  const { channel, pollMs } = (await opened.json()) as { channel: string; pollMs: number }
  assert.match(channel, /^[\w-]{43}$/)
  assert.equal(pollMs, 25_000)
  const authorization = `Bearer ${channel}`
  return {
    authorization,
    up: (number: number, body: Uint8Array) =>
      fetch(`${url}/wire/up/${number}`, {
        method: 'POST',
        headers: { authorization, 'content-type': octets },
        body: new Uint8Array(body),
      }).then(({ status }) => status),
    async down(number: number) {
      const reply = await fetch(`${url}/wire/down/${number}`, {
        method: 'POST',
        headers: { authorization },
      })
      const bytes = new Uint8Array(await reply.arrayBuffer())
      return {
        status: reply.status,
        frames: reply.status === 200 ? readFrames(bytes, 1 << 20) : [],
      }
    },
  }
}

describe('long-poll', () => {
  test('[R2] a repeated post runs once; a skipped number is refused', async () => {
    await using world = await start()
    const channel = await openChannel(world.url)
    const login = request(commands.login.id, 1)
    assert.equal(await channel.up(1, login), 204)
    assert.equal(await channel.up(1, login), 204)
    assert.equal(await channel.up(3, login), 409)
    assert.equal(world.fake.calls('greet').length, 1)
    const first = await channel.down(0)
    assert.deepEqual(
      first.frames.map(({ kind, number }) => [kind, number]),
      [[frameKinds.response, 1]],
    )
    assert.deepEqual(await channel.down(0), first, 'kept until it is acknowledged')
    assert.equal(await channel.up(2, ping()), 204)
    assert.deepEqual(
      (await channel.down(1)).frames.map(({ kind }) => kind),
      [frameKinds.pong],
    )
    assert.equal((await channel.down(0)).status, 409)
  })

  test('a newer poll ends the older one and gets what comes', async () => {
    await using world = await start()
    const channel = await openChannel(world.url)
    const older = channel.down(0)
    // NOTE that the older one has arrived is seen by its being ended: whichever came first loses.
    const newer = channel.down(0)
    const loser = await Promise.race([older, newer])
    assert.equal(loser.status, 409)
    await channel.up(1, request(commands.login.id, 1))
    const statuses = [(await older).status, (await newer).status].sort((a, b) => a - b)
    assert.deepEqual(statuses, [200, 409])
  })

  test('[R11] without its secret there is no channel, and the secret is not taken from elsewhere', async () => {
    await using world = await start()
    const channel = await openChannel(world.url)
    const secret = channel.authorization.slice('Bearer '.length)
    const tries: [string, Record<string, string>][] = [
      ['/wire/down/0', {}],
      ['/wire/down/0', { authorization: 'Bearer ' }],
      ['/wire/down/0', { authorization: secret }],
      ['/wire/down/0', { authorization: `Bearer ${secret.slice(1)}A` }],
      [`/wire/down/0?channel=${secret}`, { cookie: `channel=${secret}` }],
      ['/wire/up/1', { 'content-type': octets }],
    ]
    for (const [path, headers] of tries) {
      const { status } = await fetch(world.url + path, { method: 'POST', headers })
      assert.equal(status, 410, path)
    }
  })

  test('[R13] posts are bounded before they are read, and smaller before login', async () => {
    await using world = await start()
    const channel = await openChannel(world.url)
    assert.equal(await channel.up(1, new Uint8Array(8_193)), 413)
    const stream = new ReadableStream({
      start(out) {
        out.enqueue(request(commands.login.id, 1))
        out.close()
      },
    })
    const chunked = await fetch(`${world.url}/wire/up/1`, {
      method: 'POST',
      headers: { authorization: channel.authorization, 'content-type': octets },
      body: stream,
      duplex: 'half',
    } as RequestInit)
    assert.equal(chunked.status, 411)
    assert.equal(await channel.up(1, request(commands.login.id, 1)), 204)
    await channel.down(0)
    assert.equal(await channel.up(2, request(commands.send.id, 2, new Uint8Array(200_000))), 204)
    assert.equal(await channel.up(3, new Uint8Array(266_241)), 413)
    const json = await fetch(`${world.url}/wire/up/3`, {
      method: 'POST',
      headers: { authorization: channel.authorization, 'content-type': 'application/json' },
      body: '{}',
    })
    assert.equal(json.status, 415)
    for (const path of ['/wire/up/-1', '/wire/up/x', '/wire/up/1.5', '/wire/down/zz']) {
      const { authorization } = channel
      const { status } = await fetch(world.url + path, {
        method: 'POST',
        headers: { authorization, 'content-type': octets },
        body: 'x',
      })
      assert.ok(status === 400, `${path} ${status}`)
    }
  })

  test('after its end the last batch can be fetched, then it is gone', async () => {
    await using world = await start()
    const channel = await openChannel(world.url)
    assert.equal(await channel.up(1, request(commands.login.id, 1).with(4, 0x71)), 204)
    const last = await channel.down(0)
    assert.deepEqual(
      last.frames.map(({ kind }) => kind),
      [frameKinds.close],
    )
    assert.equal(await channel.up(2, ping()), 410)
    assert.equal((await channel.down(1)).status, 410)
  })

  test('one too many gets 503 and a close frame', async () => {
    await using world = await start({}, { connectionsMax: 1 })
    await openChannel(world.url)
    const reply = await fetch(`${world.url}/wire/open`, { method: 'POST' })
    assert.equal(reply.status, 503)
    const [frame] = readFrames(new Uint8Array(await reply.arrayBuffer()), 4_096)
    assert.equal(frame?.kind, frameKinds.close)
  })

  test('a poll whose client went away loses nothing', async () => {
    await using world = await start()
    const channel = await openChannel(world.url)
    const abort = new AbortController()
    const given = fetch(`${world.url}/wire/down/0`, {
      method: 'POST',
      headers: { authorization: channel.authorization },
      signal: abort.signal,
    })
    abort.abort()
    await assert.rejects(given)
    await channel.up(1, request(commands.login.id, 1))
    assert.equal((await channel.down(0)).frames.length, 1)
  })
})

describe('the edge', () => {
  test('health is told, and every reply carries the security headers', async () => {
    let isWell = true
    await using world = await start({ health: async () => isWell })
    const reply = await fetch(`${world.url}/healthz`)
    assert.deepEqual([reply.status, await reply.json()], [200, { ok: true }])
    assert.match(reply.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
    assert.doesNotMatch(reply.headers.get('content-security-policy') ?? '', /unsafe/)
    assert.equal(reply.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(reply.headers.get('referrer-policy'), 'no-referrer')
    isWell = false
    assert.equal((await fetch(`${world.url}/healthz`)).status, 503)
    const missing = await fetch(`${world.url}/nowhere`)
    assert.equal(missing.status, 404)
    assert.equal(missing.headers.get('x-content-type-options'), 'nosniff')
    assert.equal((await fetch(`${world.url}/wire`)).status, 426)
  })

  test('a page of another site reaches neither WebSocket nor long-poll', async () => {
    await using world = await start({ allowedOrigins: ['https://shop.example'] })
    const evil = { origin: 'https://evil.example' }
    const shop = { origin: 'https://shop.example' }
    assert.equal(
      (await fetch(`${world.url}/wire/open`, { method: 'POST', headers: evil })).status,
      403,
    )
    const allowed = await fetch(`${world.url}/wire/open`, { method: 'POST', headers: shop })
    assert.equal(allowed.status, 200)
    assert.equal(allowed.headers.get('access-control-allow-origin'), 'https://shop.example')
    const preflight = await fetch(`${world.url}/wire/up/1`, { method: 'OPTIONS', headers: shop })
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /authorization/)
    assert.equal(await upgrade(world.port, '/wire', 'https://evil.example'), 403)
    assert.equal(await upgrade(world.port, '/wire', 'https://shop.example'), 101)
    assert.equal(await upgrade(world.port, '/wire', `http://127.0.0.1:${world.port}`), 101)
    assert.equal(await upgrade(world.port, '/wire'), 101)
    assert.equal(await upgrade(world.port, '/other'), 404)
  })

  test('the address is that before declared proxies, on every transport of HTTP', async () => {
    for (const [proxies, expected] of [
      [['127.0.0.1'], '198.51.100.7'],
      [[], '127.0.0.1'],
    ] as const) {
      await using world = await start({ trustedProxies: [...proxies] })
      const headers = { 'x-forwarded-for': '203.0.113.1, 198.51.100.7' }
      const channel = await openChannel(world.url, headers)
      await channel.up(1, request(commands.login.id, 1))
      const webSocket = new WebSocket(`ws://127.0.0.1:${world.port}/wire`, { headers })
      await new Promise((resolve) => webSocket.once('open', resolve))
      webSocket.send(request(commands.login.id, 1))
      await new Promise((resolve) => webSocket.once('message', resolve))
      const addresses = world.fake.seen.flatMap((one) =>
        one.call === 'greet' ? [one.origin.address] : [],
      )
      assert.deepEqual(addresses, [expected, expected])
      webSocket.terminate()
    }
  })

  test('routes of others are added, and their faults stay opaque', async () => {
    await using world = await start({
      routes: (app, edge) => {
        app.get('/who', async (request) => ({
          address: edge.addressOf(request),
          may: edge.originAllowed(request),
        }))
        app.get('/broken', async () => {
          throw new Error('the secret reason')
        })
        app.post('/echo', async (request) => request.body)
      },
    })
    const who = await fetch(`${world.url}/who`, { headers: { origin: 'https://evil.example' } })
    assert.deepEqual(await who.json(), { address: '127.0.0.1', may: false })
    const broken = await fetch(`${world.url}/broken`)
    assert.equal(broken.status, 500)
    assert.doesNotMatch(await broken.text(), /secret reason/)
    const headers = { 'content-type': 'application/json' }
    const echo = await fetch(`${world.url}/echo`, { method: 'POST', headers, body: '{"a":1}' })
    assert.deepEqual(await echo.json(), { a: 1 })
    const bad = await fetch(`${world.url}/echo`, { method: 'POST', headers, body: '{"a":' })
    assert.equal(bad.status, 400)
  })
})

describe('WebSocket', () => {
  const closed = (webSocket: WebSocket) =>
    new Promise<number>((resolve) => webSocket.once('close', (status) => resolve(status)))

  async function connect(port: number): Promise<WebSocket> {
    const webSocket = new WebSocket(`ws://127.0.0.1:${port}/wire`)
    webSocket.on('error', () => {})
    await new Promise((resolve) => webSocket.once('open', resolve))
    return webSocket
  }

  test('a text message ends the connection; no extension is agreed', async () => {
    await using world = await start()
    const webSocket = await connect(world.port)
    assert.equal(webSocket.extensions, '')
    webSocket.send('hello')
    assert.equal(await closed(webSocket), 4_004)
  })

  test('[R13] a message is bounded, and smaller before login', async () => {
    await using world = await start()
    const early = await connect(world.port)
    early.send(new Uint8Array(8_193))
    assert.equal(await closed(early), 1_009)
    const late = await connect(world.port)
    late.send(request(commands.login.id, 1))
    await new Promise((resolve) => late.once('message', resolve))
    late.send(request(commands.send.id, 2, new Uint8Array(262_144)))
    await new Promise((resolve) => late.once('message', resolve))
    late.send(new Uint8Array(266_241))
    assert.equal(await closed(late), 1_009)
    assert.deepEqual(world.fake.lefts(), ['FRAME_TOO_LARGE'])
  })

  test('several frames of one message are handled in their order, and pings of WebSocket answered', async () => {
    await using world = await start()
    const webSocket = await connect(world.port)
    webSocket.send(request(commands.login.id, 1))
    await new Promise((resolve) => webSocket.once('message', resolve))
    webSocket.send(
      Buffer.concat(
        [1, 2, 3].map((number) => request(commands.send.id, number, Uint8Array.of(number))),
      ),
    )
    const got: number[] = []
    while (got.length < 3) {
      const data = await new Promise<Buffer>((resolve) => webSocket.once('message', resolve))
      got.push(...readFrames(data, 4_096).map(({ number }) => number))
    }
    assert.deepEqual(got, [1, 2, 3])
    const pong = new Promise<Buffer>((resolve) => webSocket.once('pong', resolve))
    webSocket.ping('x')
    assert.equal((await pong).toString(), 'x')
    webSocket.terminate()
  })
})

test('a stop sends WebSockets and polls away before it ends what stands', async () => {
  const world = await start()
  const channel = await openChannel(world.url)
  await channel.up(1, request(commands.login.id, 1))
  await channel.down(0)
  const waiting = channel.down(1)
  const webSocket = new WebSocket(`ws://127.0.0.1:${world.port}/wire`)
  await new Promise((resolve) => webSocket.once('open', resolve))
  webSocket.send(request(commands.login.id, 1))
  await new Promise((resolve) => webSocket.once('message', resolve))
  const status = new Promise((resolve) => webSocket.once('close', resolve))
  const stopped = world.stop()
  await world.access.drain(100)
  await stopped
  assert.equal(await status, 4_002)
  assert.deepEqual(
    (await waiting).frames.map(({ kind }) => kind),
    [frameKinds.close],
  )
  assert.deepEqual(world.fake.lefts(), ['DRAINING', 'DRAINING'])
})

describe('TLS', () => {
  test('the HTTP port speaks https and wss with a certificate, TLS 1.3 only', async () => {
    const tls = testCertificate()
    await using world = await start({ tls })
    const { port } = world
    const reply = await new Promise<{ status?: number; strict?: string }>((resolve, reject) => {
      httpsRequest({ host: 'localhost', port, path: '/healthz', ca: tls.cert }, (got) => {
        got.resume()
        resolve({ status: got.statusCode, strict: got.headers['strict-transport-security'] })
      })
        .on('error', reject)
        .end()
    })
    assert.equal(reply.status, 200)
    assert.match(reply.strict ?? '', /max-age/)
    const webSocket = new WebSocket(`wss://localhost:${port}/wire`, { ca: tls.cert })
    await new Promise((resolve) => webSocket.once('open', resolve))
    webSocket.send(request(commands.login.id, 1, emptyBody))
    await new Promise((resolve) => webSocket.once('message', resolve))
    webSocket.terminate()
    await assert.rejects(handshake(port, tls.cert, 'TLSv1.2'))
    assert.equal(await handshake(port, tls.cert, 'TLSv1.3'), 'TLSv1.3')
  })

  test('the TCP port refuses TLS 1.2 and plain bytes, and goes on serving', async () => {
    const tls = testCertificate()
    await using world = await start()
    const listener = await listenTcp(world.access, { host: '127.0.0.1', port: 0, tls })
    await assert.rejects(handshake(listener.port, tls.cert, 'TLSv1.2'))
    assert.equal(await handshake(listener.port, tls.cert, 'TLSv1.3'), 'TLSv1.3')
    await world.access.close('INTERNAL')
    await listener.stop()
  })

  test('plain listening beyond loopback is refused', async () => {
    await using world = await start()
    await assert.rejects(listenTcp(world.access, { host: '0.0.0.0', port: 0 }), /without TLS/)
    await assert.rejects(start({ host: '0.0.0.0' }), /without TLS/)
  })
})

function handshake(
  port: number,
  ca: string,
  version: 'TLSv1.2' | 'TLSv1.3',
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const options = {
      port,
      host: '127.0.0.1',
      servername: 'localhost',
      ca,
      minVersion: version,
      maxVersion: version,
    }
    const socket = connectTls(options, () => {
      resolve(socket.getProtocol())
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

/** The status of a WebSocket upgrade. */
function upgrade(port: number, path: string, origin?: string): Promise<number> {
  return new Promise((resolve) => {
    const webSocket = new WebSocket(
      `ws://127.0.0.1:${port}${path}`,
      origin === undefined ? {} : { origin },
    )
    webSocket.on('error', () => {})
    webSocket.once('open', () => {
      resolve(101)
      webSocket.terminate()
    })
    webSocket.once('unexpected-response', (_request, reply) => {
      resolve(reply.statusCode ?? 0)
      webSocket.terminate()
    })
  })
}
