import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { deviceFolder, DeviceStore, type StoredDevice } from './device-store.ts'

const name = { server: 'tcp://127.0.0.1:5801', handle: 'ann' }
const device: StoredDevice = {
  account: 2 ** 51 + 1,
  device: 7,
  handle: 'ann',
  accessToken: Buffer.alloc(32, 1),
  accessExpiresMs: 2,
  refreshToken: Buffer.alloc(32, 255),
  refreshExpiresMs: 3,
  savedMs: 1,
}

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'parley-devices-'))
  t.after(() => rmSync(path, { recursive: true, force: true }))
  return join(path, 'devices')
}

test('a device is read as it was written, by its server and handle only, and by its owner only', (t) => {
  const path = folder(t)
  const store = new DeviceStore(path)
  assert.equal(store.read(name), undefined)
  store.write(name, device)
  assert.deepEqual(store.read(name), device)
  assert.equal(store.read({ ...name, handle: 'ben' }), undefined)
  assert.equal(store.read({ ...name, server: 'tls://127.0.0.1:5801' }), undefined)
  const [file] = readdirSync(path)
  assert.equal(statSync(join(path, file!)).mode & 0o777, 0o600)
  assert.equal(statSync(path).mode & 0o777, 0o700)
  writeFileSync(join(path, file!), '{"version":')
  assert.equal(store.read(name), undefined)
  store.remove(name)
  store.remove(name)
})

test('names that are no file names stay inside the folder and apart', (t) => {
  const path = folder(t)
  const store = new DeviceStore(path)
  const names = ['../../x', 'a/b', 'a_b', '\0', 'ü'.repeat(300)].map((handle) => ({
    ...name,
    handle,
  }))
  for (const [index, one] of names.entries()) store.write(one, { ...device, device: index })
  for (const [index, one] of names.entries()) assert.equal(store.read(one)?.device, index)
  assert.equal(readdirSync(path).length, names.length)
})

test('the configuration folder is where the platform says', () => {
  assert.equal(deviceFolder({ XDG_CONFIG_HOME: '/c' }), '/c/parley/devices')
  assert.ok(!deviceFolder({ XDG_CONFIG_HOME: 'relative' }).startsWith('relative'))
})

const opening = `
  import { DeviceStore } from ${JSON.stringify(join(import.meta.dirname, 'device-store.ts'))}
  const [, folder, count] = process.argv
  const store = new DeviceStore(folder)
  const name = ${JSON.stringify(name)}
`
const holding = `${opening}
  setInterval(() => {}, 1_000)
  await store.alone(name, () => new Promise(() => console.log('held')))
`
const counting = `${opening}
  console.log('ready')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  process.stdin.destroy()
  for (let n = 0; n < Number(count); n += 1)
    await store.alone(name, async () => {
      const device = store.read(name)
      await new Promise((resolve) => setImmediate(resolve))
      store.write(name, { ...device, savedMs: device.savedMs + 1 })
    })
`

test('processes that change one device at the same time come after each other; a killed one is not in the way', async (t) => {
  const path = folder(t)
  const store = new DeviceStore(path)
  store.write(name, { ...device, savedMs: 0 })
  const run = (script: string, count: number) =>
    spawn(process.execPath, ['--input-type=module', '-e', script, path, String(count)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
  const holder = run(holding, 0)
  await once(holder.stdout!, 'data')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const workers = [1, 2, 3].map(() => run(counting, 40))
  await Promise.all(workers.map((worker) => once(worker.stdout!, 'data')))
  for (const worker of workers) worker.stdin!.write('go')
  const statuses = await Promise.all(workers.map((worker) => once(worker, 'exit')))
  assert.deepEqual(
    statuses.map(([status]) => status as number),
    [0, 0, 0],
  )
  assert.equal(store.read(name)?.savedMs, 120)
})
