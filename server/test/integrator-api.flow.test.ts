import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { uuidToText, uuidV7Minter } from '@parley/protocol'
import { createIM, MemoryStorage } from '../../client/src/node.ts'
import { apiKeyText } from '../src/app/api/api-routes.ts'
import { apiPrefix, apiRows } from '../src/app/api/api-rows.ts'
import { readSettings } from '../src/app/settings.ts'
import { startServer, type RunningServer } from '../src/app/start-server.ts'
import { isInnerAddress } from '../src/app/webhooks/post-events.ts'
import { nodeHashing } from '../src/base/node/node-hashing.ts'
import { nodeRandom } from '../src/base/node/node-random.ts'
import { apiScopes } from '../src/data/api-key-store.ts'
import { createApiKey } from '../src/logic/api-key/create-api-key.ts'

const mint = uuidV7Minter({ nowMs: () => Date.now(), fill: (bytes) => nodeRandom.fill(bytes) })
const folder = mkdtempSync(join(tmpdir(), 'parley-api-'))
let server: RunningServer
let ports = { port: '0', 'tcp-port': '0' }
const start = () =>
  startServer(
    readSettings(
      {
        ...{ data: folder, ...ports, 'log-level': 'silent', 'webhook-inner-addresses': 'on' },
        'trusted-proxies': '127.0.0.1',
      },
      {},
      join(folder, 'none.toml'),
    ),
  )

before(async () => {
  server = await start()
  const port = (url: string) => new URL(url).port
  ports = { port: port(server.endpoints.http), 'tcp-port': port(server.endpoints.tcp) }
})
after(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function newKey(...scopes: string[]) {
  const deps = { ...server.composed.deps, apiKeys: server.store.apiKeys }
  const made = await createApiKey(deps, {
    name: 'test',
    scopes: scopes.length ? scopes : apiScopes,
  })
  return { id: made.key.id, text: apiKeyText(made.secret) }
}

async function call(key: string, method: string, path: string, body?: object, more: object = {}) {
  const response = await fetch(`${server.endpoints.http}${apiPrefix}${path}`, {
    method,
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(body && { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, reply: (await response.json()) as Record<string, unknown> }
}

const codeOf = ({ status, reply }: Awaited<ReturnType<typeof call>>) =>
  `${status} ${(reply['error'] as { code?: string } | undefined)?.code ?? ''}`

test('the worked example of docs/integrate.md does what it says', async () => {
  const { text } = await newKey()
  const script = join(import.meta.dirname, '..', '..', 'docs', 'examples', 'marketplace.mjs')
  const env = { ...process.env, PARLEY_URL: server.endpoints.http, PARLEY_API_KEY: text }
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    env,
    timeout: 120_000,
  })
  assert.match(stdout, /webhook: \d+:1 card "You asked about/)
  assert.match(stdout, /webhook: \d+:2 text "Is it still available\?"/)
  assert.match(stdout, /webhook: \d+:\d notice members_added/)
  assert.match(stdout, /group of 3: (member, )*owner/)
  assert.match(stdout, /tokens for buyer-17/)
  assert.match(stdout, /^2 text Is it still available\?$/m)
})

test('[R11] every route refuses no key, a wrong one, a revoked one, and one made for something else', async () => {
  const revoked = await newKey()
  await server.store.apiKeys.revoke(revoked.id, Date.now())
  for (const [row, { method, path, scope }] of apiRows.entries()) {
    // NOTE each from an address of its own: keys that do not work are limited by address.
    const from = { 'x-forwarded-for': `203.0.113.${row + 1}` }
    const at = path.replaceAll(/:\w+/g, '1')
    const others = await newKey(...apiScopes.filter((other) => other !== scope))
    const body = method === 'GET' || method === 'DELETE' ? undefined : bodyOf(path)
    const what = `${method} ${path}`
    assert.equal(codeOf(await call('', method, at, body, from)), '401 TOKEN_INVALID', what)
    assert.equal(codeOf(await call(others.text, method, at, body)), '403 FORBIDDEN', what)
    await server.store.apiKeys.revoke(others.id, Date.now())
  }
  assert.equal(codeOf(await call(revoked.text, 'GET', '/webhooks')), '401 TOKEN_INVALID')
  for (let tries = 0; tries < 40; tries += 1) await call('pk_wrong', 'GET', '/webhooks')
  assert.equal(codeOf(await call('pk_wrong', 'GET', '/webhooks')), '429 RATE_LIMITED')
})

/** A body that the schema takes. */
function bodyOf(path: string): object {
  if (path === '/accounts') return { handle: 'somebody' }
  if (path === '/messages') return { from: '1', to: { account: '2' }, text: 'x' }
  if (path === '/groups') return { owner: '1', name: 'x' }
  if (path.endsWith('/members')) return { accounts: ['1'] }
  if (path.endsWith('/tokens')) return { device: { deviceClass: 2, name: 'x' } }
  if (path === '/webhooks') return { url: 'https://shop.example/hook' }
  if (path.endsWith('/replay')) return { fromMs: 0 }
  return {}
}

test('[R2] an account is made once, its tokens work, and what it did not say is refused', async () => {
  const { text: key } = await newKey()
  const again = { 'idempotency-key': uuidToText(mint()) }
  const body = { handle: 'Mei.Lin', displayName: '林梅' }
  const first = await call(key, 'POST', '/accounts', body, again)
  const second = await call(key, 'POST', '/accounts', body, again)
  assert.deepEqual([first.status, second.reply], [201, first.reply])
  assert.deepEqual(first.reply['handle'], 'mei.lin')
  assert.equal(codeOf(await call(key, 'POST', '/accounts', body)), '409 HANDLE_TAKEN')
  assert.equal(codeOf(await call(key, 'POST', '/accounts', { handle: 'x' })), '400 BAD_HANDLE')
  assert.equal((await call(key, 'POST', '/accounts', {})).status, 400)
  assert.equal(codeOf(await call(key, 'GET', '/accounts/99')), '404 NOT_FOUND')
  assert.equal(
    (await call(key, 'GET', '/handles/MEI.lin')).reply['account'],
    first.reply['account'],
  )
  const account = String(first.reply['account'])
  const changed = await call(key, 'PATCH', `/accounts/${account}`, { displayName: 'Mei' })
  assert.equal(changed.reply['displayName'], 'Mei')

  const device = { device: { deviceClass: 2, name: 'page' } }
  const { reply } = await call(key, 'POST', `/accounts/${account}/tokens`, device)
  const token = () => Promise.resolve(reply['accessToken'] as string)
  const im = createIM({ url: server.endpoints.tcp, token, storage: new MemoryStorage() })
  await im.start()
  assert.equal(String(im.me?.account), account)
  const out = new Promise<void>((resolve) => {
    im.on('state', ({ name }) => name === 'signedOut' && resolve())
  })
  await call(key, 'DELETE', `/accounts/${account}/devices`)
  await out
  await im.stop()
})

test('a bot sends once for a client id, a person not at all, and history is what the account may see', async () => {
  const { text: key } = await newKey()
  const make = async (handle: string, kind: string) =>
    String((await call(key, 'POST', '/accounts', { handle, kind })).reply['account'])
  const [bot, ann, eve] = [
    await make('bot1', 'bot'),
    await make('ann1', 'person'),
    await make('eve1', 'person'),
  ]
  const clientId = uuidToText(mint())
  const message = { from: bot, to: { account: ann }, text: '你好', clientId }
  const sent = await call(key, 'POST', '/messages', message)
  const again = await call(key, 'POST', '/messages', message)
  assert.deepEqual(
    [sent.status, sent.reply['duplicate'], again.reply['duplicate']],
    [201, false, true],
  )
  const other = await call(key, 'POST', '/messages', { ...message, text: 'other' })
  assert.equal(codeOf(other), '409 ID_REUSED')
  const person = await call(key, 'POST', '/messages', {
    ...message,
    from: ann,
    to: { account: eve },
  })
  assert.equal(codeOf(person), '403 FORBIDDEN')
  const nobody = await call(key, 'POST', '/messages', { ...message, to: {} })
  assert.equal(codeOf(nobody), '400 BAD_REQUEST')
  const conversation = String(sent.reply['conversation'])
  const entries = (account: string) =>
    call(key, 'GET', `/accounts/${account}/conversations/${conversation}/entries?limit=1`)
  const page = await entries(ann)
  const texts = (page.reply['entries'] as { text: string }[]).map(({ text }) => text)
  assert.deepEqual([texts, page.reply['next']], [['你好'], 0])
  assert.equal(codeOf(await entries(eve)), '404 NOT_FOUND')
})

test('webhooks tell everything at least once, through failures and a restart, and again when asked', async () => {
  const { text: key } = await newKey()
  const make = async (handle: string, kind: string) =>
    String((await call(key, 'POST', '/accounts', { handle, kind })).reply['account'])
  const bot = await make('bot2', 'bot')
  const ann = await make('ann2', 'person')
  const say = (text: string) =>
    call(key, 'POST', '/messages', { from: bot, to: { account: ann }, text })
  await say('before')
  await using hook = await Hook.open()
  assert.equal(codeOf(await call(key, 'POST', '/webhooks', { url: 'ftp://x' })), '400 BAD_REQUEST')
  const made = await call(key, 'POST', '/webhooks', { url: hook.url })
  const id = String(made.reply['webhook'])
  hook.secret = Buffer.from(String(made.reply['secret']), 'hex')
  hook.answers = [500, 204]
  await say('one')
  await hook.heard('one')
  assert.deepEqual(hook.texts.slice(-2), ['one', 'one'])
  await say('two')
  await hook.heard('two')
  await call(key, 'POST', `/webhooks/${id}/pause`)
  await say('three')
  await server.stop()
  server = await start()
  assert.ok(!hook.texts.includes('three'))
  assert.equal((await call(key, 'POST', `/webhooks/${id}/resume`)).reply['paused'], false)
  await hook.heard('three')
  assert.ok(!hook.texts.includes('before'))
  await call(key, 'POST', `/webhooks/${id}/replay`, { fromMs: 0 })
  await hook.heard('before')
  await hook.heard('three', 2)
  assert.deepEqual(hook.forged, 0)
  assert.deepEqual((await call(key, 'DELETE', `/webhooks/${id}`)).status, 200)
  assert.equal(codeOf(await call(key, 'DELETE', `/webhooks/${id}`)), '404 NOT_FOUND')
})

test('groups: made once, changed, filled, read and dissolved, and webhooks tell of each', async () => {
  const { text: key } = await newKey()
  const make = async (handle: string, kind = 'person') =>
    String((await call(key, 'POST', '/accounts', { handle, kind })).reply['account'])
  const [bot, mei, sam, kai] = [
    await make('bot3', 'bot'),
    await make('mei3'),
    await make('sam3'),
    await make('kai3'),
  ]
  await using hook = await Hook.open()
  const made = await call(key, 'POST', '/webhooks', { url: hook.url })
  hook.secret = Buffer.from(String(made.reply['secret']), 'hex')

  const again = { 'idempotency-key': uuidToText(mint()) }
  const asked = { owner: bot, name: 'Deal 4711', members: [mei], settings: { inviteFrom: 'admin' } }
  const first = await call(key, 'POST', '/groups', asked, again)
  const second = await call(key, 'POST', '/groups', asked, again)
  assert.deepEqual([first.status, second.reply], [201, first.reply])
  const group = String(first.reply['group'])
  assert.deepEqual(first.reply, {
    ...{ group, name: 'Deal 4711', announcement: '', owner: bot, admins: [], members: 2 },
    settings: {
      ...{ inviteFrom: 'admin', mentionAllFrom: 'admin' },
      ...{ approveJoins: false, historyFromStart: false },
    },
    ...{ allMuted: false, dissolved: false, headSeq: 1 },
  })
  const at = `/groups/${group}`
  const added = { 'idempotency-key': uuidToText(mint()) }
  const add = () => call(key, 'POST', `${at}/members`, { accounts: [sam, kai, mei] }, added)
  assert.deepEqual([(await add()).reply['members'], (await add()).reply['headSeq']], [4, 2])
  const changed = await call(key, 'PATCH', at, {
    ...{ name: 'Deal 4711, agreed', announcement: 'Hand-over on Friday' },
    settings: { historyFromStart: true },
  })
  const { name, announcement, settings } = changed.reply
  assert.deepEqual([name, announcement], ['Deal 4711, agreed', 'Hand-over on Friday'])
  assert.deepEqual(settings, {
    ...{ inviteFrom: 'admin', mentionAllFrom: 'admin' },
    ...{ approveJoins: false, historyFromStart: true },
  })
  const promoted = await call(key, 'PATCH', `${at}/members/${mei}`, { role: 'admin' })
  assert.equal(promoted.reply['role'], 'admin')
  await call(key, 'DELETE', `${at}/members/${kai}`)
  assert.equal((await call(key, 'DELETE', `${at}/members/${kai}`)).status, 200)

  const message = { from: bot, to: { conversation: group }, text: 'see you there' }
  const sent = await call(key, 'POST', '/messages', message)
  assert.deepEqual([sent.status, sent.reply['conversation']], [201, group])
  await hook.heard('see you there')
  const readers = `${at}/entries/${String(sent.reply['seq'])}/readers?unread=true&limit=1`
  const unread = await call(key, 'GET', readers)
  assert.deepEqual([unread.reply['readCount'], unread.reply['unreadCount']], [0, 2])
  assert.deepEqual(unread.reply['next'], (unread.reply['accounts'] as string[])[0])
  const page = await call(key, 'GET', `${at}/members?limit=2`)
  const rest = await call(key, 'GET', `${at}/members?after=${String(page.reply['next'])}`)
  const accountsOf = ({ reply }: typeof page) =>
    (reply['members'] as { account: string }[]).map(({ account }) => account)
  assert.deepEqual(
    [...accountsOf(page), ...accountsOf(rest)].toSorted(),
    [bot, mei, sam].toSorted(),
  )
  assert.equal(rest.reply['next'], null)

  const { token } = (await call(key, 'POST', `${at}/links`, { usesMax: 1 })).reply
  assert.match(String(token), /^[0-9a-f]{32}$/)
  assert.equal((await call(key, 'DELETE', `${at}/links/${String(token)}`)).status, 200)
  const gone = await call(key, 'DELETE', `${at}/links/${String(token)}`)
  assert.equal(codeOf(gone), '404 NOT_FOUND')
  const handed = await call(key, 'PATCH', at, { owner: mei, allMuted: true })
  assert.deepEqual([handed.reply['owner'], handed.reply['admins']], [mei, [bot]])
  await call(key, 'DELETE', at)
  assert.equal((await call(key, 'DELETE', at)).status, 200)
  assert.equal((await call(key, 'GET', at)).reply['dissolved'], true)
  assert.equal(codeOf(await call(key, 'POST', '/messages', message)), '409 WRONG_STATE')

  await hook.until(() => hook.notices(group).includes('dissolved '))
  assert.deepEqual(hook.notices(group), [
    `group_created ${mei}`,
    `members_added ${sam},${kai}`,
    'name_changed ',
    'announcement_changed ',
    'settings_changed ',
    `role_changed ${mei}`,
    `members_removed ${kai}`,
    'all_muted ',
    `owner_changed ${mei}`,
    'dissolved ',
  ])
  await call(key, 'DELETE', `/webhooks/${String(made.reply['webhook'])}`)
})

test('[R14] what is no group, no member and no entry is not there, and a wrong body is refused', async () => {
  const { text: key } = await newKey()
  const bot = await call(key, 'POST', '/accounts', { handle: 'bot4', kind: 'bot' })
  const ann = await call(key, 'POST', '/accounts', { handle: 'ann4' })
  const [from, account] = [String(bot.reply['account']), String(ann.reply['account'])]
  const direct = await call(key, 'POST', '/messages', { from, to: { account }, text: 'hi' })
  for (const id of [String(direct.reply['conversation']), '4242']) {
    for (const [method, path, body] of [
      ['GET', ''],
      ['PATCH', '', { name: 'mine' }],
      ['DELETE', ''],
      ['GET', '/members'],
      ['POST', '/members', { accounts: [account] }],
      ['GET', `/members/${account}`],
      ['PATCH', `/members/${account}`, { role: 'admin' }],
      ['DELETE', `/members/${account}`],
      ['GET', '/entries/1/readers'],
      ['POST', '/links', {}],
      ['DELETE', `/links/${'0'.repeat(32)}`],
    ] as [string, string, object?][]) {
      const answer = await call(key, method, `/groups/${id}${path}`, body)
      assert.equal(codeOf(answer), '404 NOT_FOUND', `${method} ${path}`)
    }
  }
  const create = (body: object) => call(key, 'POST', '/groups', body)
  assert.equal(codeOf(await create({ owner: '4242', name: 'x' })), '404 NOT_FOUND')
  assert.equal(codeOf(await create({ owner: from, name: ' ' })), '400 BAD_REQUEST')
  assert.equal(codeOf(await create({ owner: from, name: 'x', members: ['4242'] })), '404 NOT_FOUND')
  const made = await create({ owner: from, name: 'x' })
  const at = `/groups/${String(made.reply['group'])}`
  assert.equal(codeOf(await call(key, 'GET', `${at}/members/${account}`)), '404 NOT_FOUND')
  assert.equal(codeOf(await call(key, 'DELETE', `${at}/members/${from}`)), '403 FORBIDDEN')
  assert.equal((await call(key, 'POST', `${at}/members`, { accounts: [] })).status, 400)
  assert.equal((await call(key, 'PATCH', at, { settings: { inviteFrom: 'king' } })).status, 400)
  assert.equal((await call(key, 'GET', at)).reply['headSeq'], 1)
})

interface HookEntry {
  id: string
  text: string
  notice?: { type: string; accounts: string[] }
}

/** Somebody's server that listens to webhooks. */
class Hook implements AsyncDisposable {
  readonly texts: string[] = []
  readonly #notices = new Map<string, string>()
  answers: number[] = []
  secret: Uint8Array = new Uint8Array()
  forged = 0
  readonly #server: Server
  #look = () => {}

  constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = Buffer.concat(chunks)
      const [, time = '', mac] =
        /^t=(\d+),v1=(\w+)$/.exec(String(request.headers['parley-signature'])) ?? []
      const signed = Buffer.concat([Buffer.from(`${time}.`), body])
      if (Buffer.from(nodeHashing.hmac(this.secret, signed)).toString('hex') !== mac)
        this.forged += 1
      const { events } = JSON.parse(body.toString()) as { events: { entry: HookEntry }[] }
      for (const { entry } of events)
        if (entry.notice !== undefined)
          this.#notices.set(entry.id, `${entry.notice.type} ${entry.notice.accounts.join()}`)
      this.texts.push(...events.map(({ entry }) => entry.text))
      response.writeHead(this.answers.shift() ?? 204).end()
      this.#look()
    })
  }

  static async open(): Promise<Hook> {
    const hook = new Hook()
    await new Promise<void>((resolve) => hook.#server.listen(0, '127.0.0.1', resolve))
    return hook
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`
  }

  heard(text: string, times = 1): Promise<void> {
    return this.until(
      () => this.answers.length === 0 && this.texts.filter((one) => one === text).length >= times,
    )
  }

  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#look = () => {
        if (isSo()) resolve()
      }
      this.#look()
    })
  }

  /** What happened to a group, each once, as it came. */
  notices(group: string): string[] {
    return [...this.#notices].filter(([id]) => id.startsWith(`${group}:`)).map(([, told]) => told)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

test('inner addresses are told from public ones', () => {
  for (const address of ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254'])
    assert.equal(isInnerAddress(address), true, address)
  for (const address of [
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:10.0.0.1',
    '2002:7f00:1::',
    '0.0.0.0',
  ])
    assert.equal(isInnerAddress(address), true, address)
  for (const address of ['64:ff9b::7f00:1', '224.0.0.1', '255.255.255.255', 'nonsense', ''])
    assert.equal(isInnerAddress(address), true, address)
  for (const address of ['1.1.1.1', '8.8.8.8', '2606:4700::1111', '172.32.0.1', '100.128.0.1'])
    assert.equal(isInnerAddress(address), false, address)
})
