import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSettings, startServer } from '@parley/server'
import { parley } from './harness/parley-process.ts'

const password = 'a good long password'

test('backup while it serves, restore, and what came after the backup is gone; the store is sound', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-operator-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const data = join(folder, 'data')
  const env = { PARLEY_PASSWORD: password, XDG_CONFIG_HOME: join(folder, 'config') }
  const serve = () =>
    startServer(
      readSettings(
        { data, port: '0', 'tcp-port': '0', 'log-level': 'silent' },
        {},
        join(folder, 'none'),
      ),
    )
  const run = (...args: string[]) => parley([...args, '--json'], { env })
  const backup = join(folder, 'backup.db')

  let server = await serve()
  const generation = Buffer.from(server.store.generation).toString('hex')
  const client = () => ['--server', server.endpoints.tcp]
  for (const as of ['ann', 'bob'])
    assert.equal((await run('register', ...client(), '--as', as)).status, 0)
  const send = (text: string) =>
    run('send', ...client(), '--as', 'ann', '--to', 'bob', '--text', text)
  assert.equal((await send('one')).json[0]?.['seq'], 1)
  const made = await run('backup', '--data', data, backup)
  assert.deepEqual([made.status, made.json[0]?.['online']], [0, true])
  assert.equal((await send('two')).json[0]?.['seq'], 2)
  const busy = await run('restore', '--data', data, backup)
  assert.deepEqual([busy.status, busy.error['code']], [1, 'STORE'])
  const status = await run('admin', 'status', '--data', data)
  assert.equal(status.json[0]?.['healthy'], true)
  await server.stop()

  assert.equal((await run('admin', 'status', '--data', data)).status, 3)
  const restored = await run('restore', '--data', data, backup)
  assert.equal(restored.status, 0)
  assert.ok(existsSync(String(restored.json[0]?.['replaced'])))
  const doctor = await run('doctor', '--data', data, '--store', '--port', '0', '--tcp-port', '0')
  assert.deepEqual(
    [doctor.status, doctor.json.find(({ check }) => check === 'store')?.['state']],
    [0, 'ok'],
  )
  const found = (json: typeof doctor.json, wanted: string) =>
    json.find(({ check }) => check === wanted)
  assert.match(String(found(doctor.json, 'lock')?.['message']), /nobody/)
  assert.match(String(found(doctor.json, 'generation')?.['message']), /^[0-9a-f]{32}$/)
  assert.notEqual(found(doctor.json, 'generation')?.['message'], generation)

  server = await serve()
  const up = await run('doctor', '--data', data, '--port', '0', '--tcp-port', '0')
  assert.match(String(found(up.json, 'lock')?.['message']), /the server holds/)
  const accounts = await run('admin', 'accounts', '--data', data)
  assert.deepEqual(
    accounts.json.map(({ handle, kind, online }) => [handle, kind, online]),
    [
      ['ann', 'person', false],
      ['bob', 'person', false],
    ],
  )
  assert.notEqual(Buffer.from(server.store.generation).toString('hex'), generation)
  const history = await run('history', ...client(), '--as', 'bob', '--to', 'ann')
  assert.deepEqual(
    history.json.map(({ text }) => text),
    ['one'],
  )
  assert.equal((await send('three')).json[0]?.['seq'], 2)
  await server.stop()
})

test('a file that is no backup is refused in a sentence, and nothing changes', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-operator-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const junk = join(folder, 'junk.db')
  writeFileSync(junk, 'this is no database at all, however long it is. '.repeat(200))
  const { status, error } = await parley([
    'restore',
    '--data',
    join(folder, 'data'),
    junk,
    '--json',
  ])
  assert.deepEqual([status, error['code']], [1, 'STORE'])
  assert.equal(existsSync(join(folder, 'data', 'parley.db')), false)
})

test("reset-password takes effect at once and ends the account's devices", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-operator-'))
  const data = join(folder, 'data')
  const given = { data, port: '0', 'tcp-port': '0', 'log-level': 'silent' }
  const server = await startServer(readSettings(given, {}, join(folder, 'none')))
  t.after(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const config = { XDG_CONFIG_HOME: join(folder, 'config') }
  const client = ['--server', server.endpoints.tcp, '--as', 'cat', '--json']
  const as = (secret: string) => ({ env: { ...config, PARLEY_PASSWORD: secret } })
  await parley(['register', ...client], as(password))
  assert.equal((await parley(['login', ...client], as(password))).status, 0)
  const reset = await parley(
    ['admin', 'reset-password', 'cat', '--data', data, '--json'],
    as('another good password'),
  )
  assert.equal(reset.status, 0)
  const stored = await parley(['history', ...client, '--to', 'cat'], { env: config })
  assert.equal(stored.status, 4)
  assert.equal((await parley(['login', ...client], as('another good password'))).status, 0)
})
