// HTTP where several processes hold the connections: what needs rules is passed on, and channels are found anywhere.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { test, type TestContext } from 'node:test'
import { commands, readFrames, uuidToText } from '@parley/protocol'
import { nodeRandom } from '../src/base/node/node-random.ts'
import { mint } from './wire/chat-device.ts'
import { startProcessWorld, until, type ProcessWorld } from './wire/process-world.ts'
import { request as requestFrame } from './wire/wire-world.ts'

interface Reply {
  status: number
  headers: IncomingMessage['headers']
  text: string
  bytes: Buffer
}

/** By a connection of its own, so that any of the processes may get it. */
async function ask(
  world: ProcessWorld,
  method: string,
  path: string,
  more: { headers?: Record<string, string>; body?: Uint8Array | string } = {},
): Promise<Reply> {
  const url = `${world.server.endpoints.http}${path}`
  const body = more.body ?? ''
  const headers = { 'content-length': String(Buffer.byteLength(body)), ...more.headers }
  const sent = request(url, { method, agent: false, headers })
  sent.end(body)
  const [reply] = (await once(sent, 'response')) as [IncomingMessage]
  const bytes = Buffer.concat(await reply.toArray())
  return { status: reply.statusCode ?? 0, headers: reply.headers, text: bytes.toString(), bytes }
}

const register = (world: ProcessWorld, handle: string, headers: Record<string, string> = {}) =>
  ask(world, 'POST', '/api/auth/register', {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      ...{ handle, password: 'a good long password', requestKey: uuidToText(mint()) },
      device: { deviceClass: 2, name: 'Chrome' },
    }),
  })

const json = (reply: Reply) =>
  JSON.parse(reply.text) as {
    handle: string
    accessToken: string
    channel: string
    error: { code: string }
  }

/** Attempts enough that chance leaves no process out. */
const often = Array.from({ length: 12 }, (_, index) => index)

async function accounts(t: TestContext, world: ProcessWorld): Promise<void> {
  await t.test(
    'browsers register, refresh and sign out by cookie, whoever they reach',
    async () => {
      const made = await register(world, 'Ann')
      assert.equal(made.status, 200, made.text)
      assert.equal(json(made).handle, 'ann')
      assert.equal(made.headers['cache-control'], 'no-store')
      assert.ok(made.headers['content-security-policy'])
      const [setCookie = ''] = made.headers['set-cookie'] ?? []
      assert.match(setCookie, /HttpOnly/)
      let cookie = setCookie.split(';')[0] ?? ''
      for (const _ of often.slice(0, 4)) {
        const next = await ask(world, 'POST', '/api/auth/refresh', { headers: { cookie } })
        assert.equal(next.status, 200, next.text)
        cookie = next.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      }
      assert.equal(
        (await ask(world, 'POST', '/api/auth/sign-out', { headers: { cookie } })).status,
        200,
      )
      const after = await ask(world, 'POST', '/api/auth/refresh', { headers: { cookie } })
      assert.deepEqual([after.status, json(after).error.code], [401, 'TOKEN_INVALID'])
    },
  )

  await t.test('a page of another site is refused, and nobody passes for one of us', async () => {
    const origin = { origin: 'https://elsewhere.example' }
    const spoofed = { ...origin, 'x-parley-origin-allowed': '1', 'x-parley-address': '192.0.2.1' }
    for (const headers of [origin, spoofed])
      assert.equal((await register(world, 'mallory', headers)).status, 403)
    for (const path of ['/inner/stats', '/inner/metrics'])
      assert.equal((await ask(world, 'GET', path)).status, 404)
  })

  await t.test('[R13.d] attempts are limited for all processes together', async () => {
    // NOTE a proxy is declared: the addresses are those of its clients.
    const from = { 'x-forwarded-for': '192.0.2.77' }
    const statuses: number[] = []
    for (let count = 0; count < 40; count += 1) {
      const body = JSON.stringify({
        ...{ handle: `nobody${count}`, password: 'wrong password', requestKey: uuidToText(mint()) },
        device: { deviceClass: 2, name: 'Chrome' },
      })
      const headers = { 'content-type': 'application/json', ...from }
      statuses.push((await ask(world, 'POST', '/api/auth/sign-in', { headers, body })).status)
    }
    const taken = statuses.filter((status) => status === 401).length
    assert.ok(taken >= 30 && taken <= 35, `${taken} attempts were taken`)
    assert.ok(statuses.includes(429))
  })
}

async function channels(t: TestContext, world: ProcessWorld): Promise<void> {
  await t.test('a long-poll channel is found by way of any process', async () => {
    const owners = new Set<number>()
    for (const _ of often) {
      const { channel } = json(await ask(world, 'POST', '/wire/open'))
      owners.add(Buffer.from(channel, 'base64url')[0] ?? 0)
      const headers = { authorization: `Bearer ${channel}` }
      const body = requestFrame(commands.login.id, 7)
      const type = { 'content-type': 'application/octet-stream' }
      const posts = [1, 1, 1].map(() =>
        ask(world, 'POST', '/wire/up/1', { headers: { ...headers, ...type }, body }),
      )
      assert.deepEqual(
        (await Promise.all(posts)).map(({ status }) => status),
        [204, 204, 204],
      )
      for (const repeated of [0, 0]) {
        const poll = await ask(world, 'POST', `/wire/down/${repeated}`, { headers })
        assert.equal(poll.status, 200)
        assert.deepEqual(
          readFrames(poll.bytes, 65_536).map(({ number }) => number),
          [7],
          'the post ran once',
        )
      }
      assert.equal((await ask(world, 'POST', '/wire/down/5', { headers })).status, 409)
    }
    assert.deepEqual([...owners].sort(), [1, 2])
  })

  await t.test('a channel that nobody has is gone', async () => {
    for (const first of [0, 1, 2, 3, 200]) {
      const secret = Buffer.alloc(32, 7)
      secret[0] = first
      const headers = { authorization: `Bearer ${secret.toString('base64url')}` }
      assert.equal((await ask(world, 'POST', '/wire/down/0', { headers })).status, 410)
    }
  })
}

async function files(t: TestContext, world: ProcessWorld): Promise<void> {
  await t.test('a file goes up in pieces and down in ranges, by way of any process', async () => {
    const { accessToken } = json(await register(world, 'uploader'))
    const content = nodeRandom.fill(new Uint8Array(700_000))
    const token = { authorization: `Bearer ${accessToken}`, 'tus-resumable': '1.0.0' }
    const made = await ask(world, 'POST', '/files/uploads', {
      headers: { ...token, 'upload-length': String(content.length) },
    })
    assert.equal(made.status, 201, made.text)
    const upload = String(made.headers.location)
    const piece = 200_000
    let file = ''
    for (let at = 0; at < content.length; at += piece) {
      const type = { 'content-type': 'application/offset+octet-stream' }
      const sent = await ask(world, 'PATCH', upload, {
        headers: { ...token, ...type, 'upload-offset': String(at) },
        body: content.subarray(at, at + piece),
      })
      assert.equal(sent.status, 204, sent.text)
      file = String(sent.headers['parley-file'])
      const head = await ask(world, 'HEAD', upload, { headers: token })
      assert.equal(head.status, 200)
    }
    const whole = await ask(world, 'GET', `/files/${file}`, { headers: token })
    assert.equal(whole.status, 200)
    assert.ok(whole.bytes.equals(content))
    const part = await ask(world, 'GET', `/files/${file}`, {
      headers: { ...token, range: 'bytes=1000-1999' },
    })
    assert.equal(part.status, 206)
    assert.ok(part.bytes.equals(content.subarray(1_000, 2_000)))
  })
}

async function figures(t: TestContext, world: ProcessWorld): Promise<void> {
  await t.test('/metrics has the figures of every process', async () => {
    const { text, status } = await ask(world, 'GET', '/metrics')
    assert.equal(status, 200)
    const value = (line: string) => Number(new RegExp(`^${line} (\\S+)$`, 'm').exec(text)?.[1])
    assert.equal(value('parley_healthy\\{process="logic"\\}'), 1)
    for (const name of ['access-1', 'access-2']) {
      assert.ok(value(`parley_connections\\{process="${name}",transport="tcp"\\}`) >= 0, name)
      assert.ok(value(`parley_gc_seconds_count\\{process="${name}"\\}`) >= 0, name)
      assert.equal(value(`parley_link_queued_bytes\\{process="logic",node="${name}"\\}`), 0)
    }
    const helps = text.match(/^# TYPE parley_gc_seconds /gm)
    assert.equal(helps?.length, 1)
  })

  await t.test('[R14.e] without the rules: a passing refusal, and still well', async () => {
    const { logic } = world.server.pids()
    assert.ok(logic !== undefined)
    process.kill(logic, 'SIGKILL')
    await until(async () => {
      const reply = await ask(world, 'POST', '/api/auth/refresh', {
        headers: { cookie: `parley_refresh=${Buffer.alloc(32).toString('base64url')}` },
      })
      if (reply.status === 401) return true
      assert.equal(reply.status, 503)
      assert.equal(json(reply).error.code, 'RESTARTED')
      assert.equal(reply.headers['retry-after'], '1')
      assert.equal((await ask(world, 'GET', '/healthz')).status, 200)
      return false
    })
    assert.equal((await ask(world, 'GET', '/')).status, 200)
  })
}

test('HTTP of several processes', { skip: process.platform !== 'linux' }, async (t) => {
  await using world = await startProcessWorld({ more: { 'trusted-proxies': '127.0.0.1' } })
  await accounts(t, world)
  await channels(t, world)
  await files(t, world)
  await figures(t, world)
})
