import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { uuidToText, uuidV7Minter } from '@parley/protocol'
import { nodeRandom } from '../src/base/node/node-random.ts'
import { readSettings } from '../src/app/settings.ts'
import { startServer } from '../src/app/start-server.ts'

const password = 'a good long password'
const mint = uuidV7Minter({ nowMs: () => Date.now(), fill: (bytes) => nodeRandom.fill(bytes) })
const device = { deviceClass: 2, name: 'Chrome' }

interface Signed {
  account: number
  handle: string
  accessToken: string
}

async function site(t: TestContext, given: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-web-'))
  const settings = { data: folder, port: '0', 'tcp-port': '0', 'log-level': 'silent', ...given }
  const server = await startServer(readSettings(settings, {}, join(folder, 'none.toml')))
  t.after(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const base = server.endpoints.http
  async function post(
    path: string,
    body: object | undefined,
    more: { cookie?: string; origin?: string } = {},
  ) {
    const response = await fetch(`${base}/api/auth/${path}`, {
      method: 'POST',
      headers: {
        origin: more.origin ?? base,
        ...(body && { 'content-type': 'application/json' }),
        ...(more.cookie && { cookie: more.cookie }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const setCookie = response.headers.get('set-cookie') ?? ''
    const json = (await response.json()) as Signed & { error?: { code: string } }
    return { response, json, setCookie, cookie: setCookie.split(';')[0] ?? '' }
  }
  const register = (handle: string) =>
    post('register', { handle, password, device, requestKey: uuidToText(mint()) })
  return { server, base, post, register }
}

test('a browser gets its refresh token in a cookie that no script can read, and an access token', async (t) => {
  const { post, register } = await site(t)
  const { json, setCookie, response, cookie } = await register('Ann')
  assert.equal(json.handle, 'ann')
  assert.equal(Buffer.from(json.accessToken, 'base64url').length, 32)
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/api/auth'])
    assert.ok(setCookie.includes(part), part)
  assert.equal(response.headers.get('cache-control'), 'no-store')
  const refreshed = await post('refresh', undefined, { cookie })
  assert.equal(refreshed.json.account, json.account)
  assert.notEqual(refreshed.json.accessToken, json.accessToken)
})

test('a page of another origin gets nothing, with or without the cookie', async (t) => {
  const { post, register } = await site(t)
  const { cookie } = await register('ben')
  for (const path of ['refresh', 'sign-out', 'register', 'sign-in']) {
    const { response, json } = await post(path, {}, { cookie, origin: 'https://evil.example' })
    assert.equal(response.status, 403, path)
    assert.equal(json.error?.code, 'FORBIDDEN')
  }
  assert.equal((await post('refresh', undefined, { cookie })).response.status, 200)
})

test('[R12] after signing out the cookie is of no more use', async (t) => {
  const { post, register } = await site(t)
  const { cookie } = await register('cat')
  const out = await post('sign-out', undefined, { cookie })
  assert.match(out.setCookie, /parley_refresh=;/)
  const late = await post('refresh', undefined, { cookie })
  assert.deepEqual([late.response.status, late.json.error?.code], [401, 'TOKEN_INVALID'])
})

test('[R14] refusals have a status and a stable code', async (t) => {
  const { post, register } = await site(t)
  await register('dan')
  const key = () => uuidToText(mint())
  const cases = [
    ['register', { handle: 'dan', password, device, requestKey: key() }, 409, 'HANDLE_TAKEN'],
    ['register', { handle: 'x', password, device, requestKey: key() }, 400, 'BAD_HANDLE'],
    ['register', { handle: 'eve', password: '1', device, requestKey: key() }, 400, 'WEAK_PASSWORD'],
    ['register', { handle: 'eve', password, device, requestKey: 'no uuid' }, 400, 'BAD_ID'],
    ['register', { handle: 'eve' }, 400, 'BAD_REQUEST'],
    [
      'sign-in',
      { handle: 'dan', password: 'wrong', device, requestKey: key() },
      401,
      'BAD_CREDENTIALS',
    ],
    ['sign-in', { handle: 'who', password, device, requestKey: key() }, 401, 'BAD_CREDENTIALS'],
    ['refresh', undefined, 401, 'TOKEN_INVALID'],
    ['sign-in', { handle: 'x'.repeat(9_000) }, 413, 'TOO_LARGE'],
  ] as const
  for (const [path, body, status, code] of cases) {
    const { response, json } = await post(path, body)
    assert.deepEqual(
      [response.status, json.error?.code],
      [status, code],
      `${path} ${JSON.stringify(body)?.slice(0, 60)}`,
    )
  }
})

test('pages carry headers under which nothing foreign runs; what is not there is a clear 404', async (t) => {
  const { base } = await site(t)
  const page = await fetch(`${base}/`)
  const policy = page.headers.get('content-security-policy') ?? ''
  assert.match(policy, /script-src 'self'/)
  assert.doesNotMatch(policy, /unsafe/)
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff')
  const missing = await fetch(`${base}/api/nothing`)
  assert.equal(missing.status, 404)
  const escape = await fetch(`${base}/..%2f..%2fpackage.json`)
  assert.ok(!(await escape.text()).includes('parley-workspace'))
})
