import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSettings, SettingFault } from './settings.ts'

const nowhere = join(tmpdir(), 'there-is-no-such-file.toml')

test('the command line goes before the environment, that before the file, that before the default', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-settings-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'parley.toml')
  writeFileSync(
    file,
    'port = 1\ntcp_port = 2\nhost = "127.0.0.3"\nallowed_origins = ["https://a.example", "https://b.example"]\n',
  )
  const settings = readSettings({ port: '7' }, { PARLEY_PORT: '8', PARLEY_TCP_PORT: '9' }, file)
  const { port, tcpPort, host, heartbeatMs, allowedOrigins } = settings
  assert.deepEqual([port, tcpPort, host, heartbeatMs], [7, 9, '127.0.0.3', 30_000])
  assert.deepEqual(allowedOrigins, ['https://a.example', 'https://b.example'])
})

test('a value that breaks its rule and an unknown name are named', (t) => {
  const fault = (part: string) => (thrown: unknown) =>
    thrown instanceof SettingFault && thrown.message.includes(part)
  assert.throws(() => readSettings({ port: '65536' }, {}, nowhere), fault('--port'))
  assert.throws(
    () => readSettings({}, { PARLEY_REGISTRATION: 'maybe' }, nowhere),
    fault('PARLEY_REGISTRATION'),
  )
  assert.throws(() => readSettings({ prot: '1' }, {}, nowhere), fault('--prot'))
  const folder = mkdtempSync(join(tmpdir(), 'parley-settings-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'parley.toml')
  writeFileSync(file, 'prot = 1\n')
  assert.throws(() => readSettings({}, {}, file), fault('prot'))
})
