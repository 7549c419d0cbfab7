// Every HTTP route × who asks, on a real server. A route that has no row here fails.
import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { encodeFrame, frameKinds, uuidToText, uuidV7Minter } from '@parley/protocol'
import { apiPrefix, apiRows } from '../src/app/api/api-rows.ts'
import { readSettings } from '../src/app/settings.ts'
import { startServer, type RunningServer } from '../src/app/start-server.ts'
import { nodeRandom } from '../src/base/node/node-random.ts'

/**
 * - anybody: with no credentials at all, from anywhere.
 * - page: what is no browser, and pages of this site; a page of another site is refused before anything is done.
 * - channel: who has the secret of the channel; to others there is no such channel.
 * - cookie: who has the refresh token of the device.
 * - device: who shows the access token of a device, as a bearer token.
 * - ticket: who has an address with a ticket for the file; a ticket is of one device.
 * - apiKey: who has a key of the integrators' API with the route's scope; integrator-api.flow.test.ts walks those.
 * - operator: this machine, or who has the token; to others it is not there.
 */
type RouteAuthorization =
  | 'anybody'
  | 'page'
  | 'channel'
  | 'cookie'
  | 'device'
  | 'ticket'
  | 'operator'
  | 'apiKey'

const routeAuthorization: Readonly<Record<string, RouteAuthorization>> = {
  'GET /healthz': 'anybody',
  'GET /wire': 'anybody',
  'GET /': 'anybody',
  'GET /*': 'anybody',
  'OPTIONS /wire/*': 'page',
  'POST /wire/open': 'page',
  'POST /wire/up/:number': 'channel',
  'POST /wire/down/:number': 'channel',
  'POST /api/auth/register': 'page',
  'POST /api/auth/sign-in': 'page',
  'POST /api/auth/refresh': 'cookie',
  'POST /api/auth/sign-out': 'cookie',
  'GET /metrics': 'operator',
  'OPTIONS /files/uploads': 'page',
  'OPTIONS /files/uploads/:upload': 'page',
  'POST /files/uploads': 'device',
  'GET /files/uploads/:upload': 'device',
  'PATCH /files/uploads/:upload': 'device',
  'DELETE /files/uploads/:upload': 'device',
  'OPTIONS /files/:file': 'page',
  'OPTIONS /files/:file/thumbnail': 'page',
  'GET /files/:file': 'device',
  'GET /files/:file/thumbnail': 'device',
  'GET /files/:file/t/:ticket': 'ticket',
  'GET /files/:file/thumbnail/t/:ticket': 'ticket',
  'GET /api/v1/openapi.json': 'anybody',
  ...Object.fromEntries(
    apiRows.map(({ method, path }) => [`${method} ${apiPrefix}${path}`, 'apiKey' as const]),
  ),
}

const routesWith = (...kinds: RouteAuthorization[]) =>
  Object.entries(routeAuthorization).flatMap(([route, kind]) =>
    kinds.includes(kind) ? [route] : [],
  )

const password = 'a good long password'
const token = 'a token of the operator, long enough'
const evil = 'https://evil.example'
const elsewhere = '203.0.113.7'
const mint = uuidV7Minter({ nowMs: () => Date.now(), fill: (bytes) => nodeRandom.fill(bytes) })

type Headers = Record<string, string>
interface Ask {
  path?: string
  headers?: Headers
  body?: object | Uint8Array | undefined
}

const registered = new Set<string>()
let folder = ''
let server: RunningServer
let accounts = 0

/** Routes are seen as they are made: what production composes, and nothing else. */
function watchRoutes(message: unknown): void {
  const { fastify } = message as { fastify: FastifyInstance }
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') registered.add(`${one} ${url}`)
  })
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-http-authorization-'))
  const settings = { data: folder, port: '0', 'tcp-port': '0', 'log-level': 'silent' }
  subscribe('fastify.initialization', watchRoutes)
  server = await startServer(
    readSettings({ ...settings, 'metrics-token': token }, {}, join(folder, 'none.toml')),
  )
  unsubscribe('fastify.initialization', watchRoutes)
})
after(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** @param route as in the table. */
async function ask(route: string, { path, headers = {}, body }: Ask = {}): Promise<Response> {
  const [method = '', pattern = ''] = route.split(' ')
  const isBytes = body instanceof Uint8Array
  const type = isBytes ? 'application/octet-stream' : 'application/json'
  return fetch(
    `${server.endpoints.http}${
      path ??
      pattern
        .replace(/:(number|file)/, '1')
        .replace(/:(upload|ticket)/, 'x')
        .replace('*', 'x')
    }`,
    {
      ...{ method, headers: { ...(body && { 'content-type': type }), ...headers } },
      ...(body && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    },
  )
}

const device = { deviceClass: 2, name: 'Chrome' }
const account = () => {
  accounts += 1
  return { handle: `person${accounts}`, password, device, requestKey: uuidToText(mint()) }
}
const statusOf = async (route: string, input?: Ask) => (await ask(route, input)).status

/** The cookie of a new device of a new account. */
async function newCookie(): Promise<string> {
  const response = await ask('POST /api/auth/register', { body: account() })
  assert.equal(response.status, 200)
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function newChannel(): Promise<string> {
  const { channel } = (await (await ask('POST /wire/open')).json()) as { channel: string }
  return `Bearer ${channel}`
}

const ping = encodeFrame({
  ...{ kind: frameKinds.ping, flags: 0, command: 0, number: 0, body: new Uint8Array() },
})
const up = 'POST /wire/up/:number'
const down = 'POST /wire/down/:number'
const refresh = 'POST /api/auth/refresh'
const signOut = 'POST /api/auth/sign-out'

test('[R11] every route that the server has is declared, and every declared one is there', () => {
  const served = [...registered].filter((route) => route !== 'GET /' && route !== 'GET /*')
  const declared = Object.keys(routeAuthorization).filter(
    (route) => route !== 'GET /' && route !== 'GET /*',
  )
  assert.deepEqual(served.toSorted(), declared.toSorted())
  for (const route of registered) assert.ok(route in routeAuthorization, route)
})

describe('anybody', () => {
  for (const route of routesWith('anybody'))
    test(`${route} says the same to everybody, and nothing of anybody`, async () => {
      const plain = await ask(route)
      const known = await ask(route, {
        headers: { cookie: await newCookie(), authorization: await newChannel(), origin: evil },
      })
      assert.equal(known.status, plain.status)
      assert.equal(await known.text(), await plain.text())
      assert.equal(known.headers.get('set-cookie'), null)
      assert.equal(known.headers.get('access-control-allow-origin'), null)
    })
})

describe('pages of another site', () => {
  for (const route of routesWith('page', 'channel', 'cookie'))
    test(`${route} refuses them, whatever they show`, async () => {
      const cookie = await newCookie()
      const authorization = await newChannel()
      const isFrames = route === up || route === down
      const body = isFrames ? (route === up ? ping : undefined) : account()
      const input = {
        headers: { origin: evil, cookie, authorization },
        body: route.startsWith('OPTIONS') || route === 'POST /wire/open' ? undefined : body,
      }
      assert.equal(await statusOf(route, input), 403)
      assert.equal(await statusOf(refresh, { headers: { cookie } }), 200, 'nothing was done')
      const own = { headers: { authorization }, body: ping }
      assert.equal(await statusOf(up, own), 204, 'nothing was done')
    })
  for (const route of routesWith('page'))
    test(`${route} takes what is no browser, and the own pages`, async () => {
      const make = () => (route.includes('/api/') ? account() : undefined)
      for (const headers of [{}, { origin: server.endpoints.http }] as Headers[]) {
        const body = make()
        if (route.endsWith('sign-in')) await ask('POST /api/auth/register', { body })
        assert.ok([200, 204].includes(await statusOf(route, { headers, body })))
      }
    })
})

describe('a channel', () => {
  for (const route of routesWith('channel')) {
    const body = route === up ? ping : undefined
    test(`${route} is not there without its secret`, async () => {
      const own = await newChannel()
      const wrong = [
        {},
        { authorization: 'Bearer' },
        { authorization: `Bearer ${'A'.repeat(43)}` },
        { authorization: own.slice(0, -1) },
        { authorization: own.replace('Bearer', 'Basic') },
        { cookie: await newCookie() },
      ] as Headers[]
      for (const headers of wrong) assert.equal(await statusOf(route, { headers, body }), 410)
      assert.equal(await statusOf(up, { headers: { authorization: own }, body: ping }), 204)
    })
    test(`${route} of somebody else says and does nothing with the own one`, async () => {
      const [ann, bob] = [await newChannel(), await newChannel()]
      assert.equal(await statusOf(up, { headers: { authorization: ann }, body: ping }), 204)
      const pong = await ask(down, { path: '/wire/down/0', headers: { authorization: ann } })
      assert.equal(pong.status, 200)
      // NOTE bob has no batch 1 and no post 1: what he asks for is judged by his own channel.
      const path = route === up ? '/wire/up/2' : '/wire/down/1'
      assert.equal(await statusOf(route, { path, headers: { authorization: bob }, body }), 409)
      const again = await ask(down, { path: '/wire/down/0', headers: { authorization: ann } })
      assert.deepEqual(await again.arrayBuffer(), await pong.arrayBuffer())
    })
  }
})

describe('a refresh token', () => {
  const wrong: Headers[] = [
    {},
    { cookie: 'parley_refresh=' },
    { cookie: `parley_refresh=${'A'.repeat(43)}` },
    { cookie: 'parley_refresh=é' },
    { authorization: `Bearer ${'A'.repeat(43)}` },
  ]
  test(`${refresh} gives nothing without it, and only its own device with it`, async () => {
    for (const headers of wrong) {
      const response = await ask(refresh, { headers })
      assert.equal(response.status, 401)
      assert.doesNotMatch(await response.text(), /accessToken/)
    }
    const [ann, bob] = [await newCookie(), await newCookie()]
    const handles = await Promise.all(
      [ann, bob].map(async (cookie) => {
        const reply = await ask(refresh, { headers: { cookie } })
        return ((await reply.json()) as { handle: string }).handle
      }),
    )
    assert.notEqual(handles[0], handles[1])
  })
  test(`${signOut} ends the device of its token and no other`, async () => {
    const [ann, bob] = [await newCookie(), await newCookie()]
    for (const headers of wrong) assert.equal(await statusOf(signOut, { headers }), 200)
    assert.equal(await statusOf(signOut, { headers: { cookie: bob } }), 200)
    assert.equal(await statusOf(refresh, { headers: { cookie: bob } }), 401, '[R12]')
    assert.equal(await statusOf(refresh, { headers: { cookie: ann } }), 200)
  })
})

describe('a device', () => {
  for (const route of routesWith('device', 'ticket'))
    test(`${route} gives nothing without an access token or ticket, and does nothing for other pages`, async () => {
      const tus = { 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-offset': '0' }
      const shown: Headers[] = [
        {},
        { authorization: 'Bearer' },
        { authorization: `Bearer ${'A'.repeat(43)}` },
        { authorization: `Basic ${'A'.repeat(43)}` },
        { authorization: await newChannel() },
        { cookie: await newCookie() },
      ]
      for (const more of shown) {
        const response = await ask(route, { headers: { ...tus, ...more } })
        assert.equal(response.status, 401)
        assert.match(await response.text(), /TOKEN_INVALID/)
      }
      assert.equal(await statusOf(route, { headers: { ...tus, origin: evil } }), 403)
    })
})

describe('the operator', () => {
  const route = 'GET /metrics'
  test(`${route} is there for this machine and for who has the token`, async () => {
    assert.equal(await statusOf(route), 200)
    const authorization = `Bearer ${token}`
    const headers = { 'x-forwarded-for': elsewhere, authorization }
    assert.equal(await statusOf(route, { headers }), 200)
  })
  test(`${route} is not there for others, whatever they show`, async () => {
    const shown: Headers[] = [
      {},
      { authorization: 'Bearer ' },
      { authorization: `Bearer ${token}x` },
      { authorization: `Basic ${token}` },
      { authorization: await newChannel() },
      { cookie: await newCookie() },
    ]
    for (const more of shown) {
      const headers = { 'x-forwarded-for': elsewhere, ...more }
      const response = await ask(route, { headers })
      assert.equal(response.status, 404)
      assert.doesNotMatch(await response.text(), /parley_/)
    }
  })
})
