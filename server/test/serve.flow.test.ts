import assert from 'node:assert/strict'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { connect } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { controlRequest } from '../src/app/control/control-request.ts'
import { readEndpoints, type Endpoints } from '../src/app/endpoints.ts'
import { until } from './wire/process-world.ts'

const launcher = join(import.meta.dirname, '..', '..', 'terminal', 'bin', 'parley.mjs')
const startTimeoutMs = 120_000

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-serve-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'data')
}

function spawnServer(t: TestContext, folder: string, more: string[] = []) {
  const free = ['--port', '--tcp-port'].filter((option) => !more.includes(option))
  const ports = free.flatMap((option) => [option, '0'])
  const args = [launcher, 'serve', '--data', folder, ...ports, ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (output += String(text)))
  t.after(() => void child.kill('SIGKILL'))
  return {
    child,
    output: () => output,
    ended: once(child, 'exit') as Promise<[number | null, string | null]>,
  }
}

/** Waits for the line that says where to go, and reads the file that says the same. */
async function serving(server: ReturnType<typeof spawnServer>, folder: string): Promise<Endpoints> {
  const { child, output } = server
  const timeout = AbortSignal.timeout(startTimeoutMs)
  while (!output().includes('Parley is running')) {
    if (child.exitCode !== null) throw new Error(output())
    await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data', { signal: timeout })
  }
  const endpoints = readEndpoints(folder)
  assert.ok(endpoints)
  return endpoints
}

test('the server says where it is, serves, and ends cleanly on SIGTERM', async (t) => {
  const folder = folderFor(t)
  const server = spawnServer(t, folder)
  const endpoints = await serving(server, folder)
  assert.deepEqual(Object.keys(endpoints), ['pid', 'http', 'tcp'])
  assert.equal(endpoints.pid, server.child.pid)
  assert.match(endpoints.tcp, /^tcp:\/\/127\.0\.0\.1:\d+$/)
  const health = await fetch(`${endpoints.http}/healthz`)
  assert.equal(health.status, 200)
  const socket = connect(Number(new URL(endpoints.tcp).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.destroy()
  server.child.kill('SIGTERM')
  assert.deepEqual(await server.ended, [0, null])
  assert.equal(existsSync(join(folder, 'endpoints.json')), false)
})

test('a SIGTERM that comes while the server starts ends it cleanly, too', async (t) => {
  const folder = folderFor(t)
  const server = spawnServer(t, folder)
  await until(() => existsSync(folder))
  server.child.kill('SIGTERM')
  assert.deepEqual(await server.ended, [0, null])
  assert.equal(existsSync(join(folder, 'endpoints.json')), false)
})

test('a second server on the same data folder is refused in a sentence; the first goes on', async (t) => {
  const folder = folderFor(t)
  const first = spawnServer(t, folder)
  const endpoints = await serving(first, folder)
  const second = spawnServer(t, folder)
  const [status] = await second.ended
  assert.equal(status, 3)
  assert.match(second.output(), /another process uses the data folder/)
  assert.doesNotMatch(second.output(), /\s+at .*:\d+:\d+/)
  assert.deepEqual(readEndpoints(folder), endpoints)
  assert.equal((await fetch(`${endpoints.http}/healthz`)).status, 200)
})

test('what a killed server left is not in the way of the next', async (t) => {
  const folder = folderFor(t)
  const first = spawnServer(t, folder)
  const before = await serving(first, folder)
  first.child.kill('SIGKILL')
  await first.ended
  assert.deepEqual(readEndpoints(folder), before)
  const second = spawnServer(t, folder)
  const after = await serving(second, folder)
  assert.notEqual(after.pid, before.pid)
  assert.equal((await controlRequest(folder, { command: 'status' }))?.ok, true)
})

test('a port that is taken, a bad option and plain listening on a network are refused in a sentence', async (t) => {
  const folder = folderFor(t)
  const { http } = await serving(spawnServer(t, folder), folder)
  const cases = [
    [['--port', new URL(http).port], 3, /port \d+ is taken/],
    [['--port', 'many'], 2, /--port/],
    [['--host', '0.0.0.0'], 3, /without TLS is refused/],
    [['--tls-cert', 'x.pem'], 3, /go together/],
  ] as const
  for (const [more, status, message] of cases) {
    const server = spawnServer(t, folderFor(t), [...more])
    assert.equal((await server.ended)[0], status, server.output())
    assert.match(server.output(), message)
    assert.doesNotMatch(server.output(), /\s+at .*:\d+:\d+/)
  }
})

test("the operator's socket answers its owner, and is nobody else's", async (t) => {
  const folder = folderFor(t)
  assert.equal(await controlRequest(folder, { command: 'status' }), undefined)
  const { pid } = await serving(spawnServer(t, folder), folder)
  const status = await controlRequest(folder, { command: 'status' })
  assert.ok(status?.ok)
  assert.equal(status.result['pid'], pid)
  const missing = await controlRequest(folder, { command: 'account', handle: 'nobody' })
  assert.deepEqual(missing?.ok === false && missing.code, 'NOT_FOUND')
  const unknown = await controlRequest(folder, { command: 'launch' } as never)
  assert.deepEqual(unknown?.ok === false && unknown.code, 'UNKNOWN_COMMAND')
  const mode = statSync(join(folder, 'control.sock')).mode & 0o777
  assert.equal(mode, 0o600)
  assert.ok(!readFileSync(join(folder, 'endpoints.json'), 'utf8').includes('key'))
})

/** The processes that a server has started. */
function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  return text === '' ? [] : text.split(' ').map(Number)
}

function isAlive(pid: number): boolean {
  return (
    existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  )
}

/** Where processes can share a port. */
const onLinux = { skip: process.platform !== 'linux' }
const several = ['--access-processes', '2', '--drain-ms', '0']

test(
  'several processes end with their parent: cleanly on SIGTERM, and by themselves when it is killed',
  onLinux,
  async (t) => {
    const folder = folderFor(t)
    const first = spawnServer(t, folder, several)
    const endpoints = await serving(first, folder)
    assert.equal(endpoints.pid, first.child.pid)
    const children = childrenOf(endpoints.pid)
    assert.equal(children.length, 3)
    const status = await controlRequest(folder, { command: 'status' })
    assert.ok(status?.ok)
    assert.deepEqual(
      [status.result['pid'], status.result['http'], status.result['accessProcesses']],
      [endpoints.pid, endpoints.http, 2],
    )
    const ports = ['--port', '--tcp-port'].flatMap((option, index) => [
      option,
      new URL(index === 0 ? endpoints.http : endpoints.tcp).port,
    ])

    const rival = spawnServer(t, folderFor(t), [...several, ...ports])
    assert.equal((await rival.ended)[0], 3)
    assert.match(rival.output(), /port \d+ is taken/)
    const guest = spawnServer(t, folder, several)
    assert.equal((await guest.ended)[0], 3)
    assert.match(guest.output(), /another process uses the data folder/)

    first.child.kill('SIGKILL')
    await first.ended
    const second = spawnServer(t, folder, [...several, ...ports])
    assert.equal((await serving(second, folder)).http, endpoints.http)
    // NOTE they give their ports and the folder free, and then end.
    await until(() => !children.some(isAlive))

    const heirs = childrenOf(Number(second.child.pid))
    second.child.kill('SIGTERM')
    assert.deepEqual(await second.ended, [0, null])
    assert.deepEqual(heirs.filter(isAlive), [])
    assert.deepEqual(
      readdirSync(folder).filter((file) => /endpoints|\.sock$/.test(file)),
      [],
    )
  },
)

test(
  '[R6.f] all children of a server end at once: it lives on, and starts them again',
  onLinux,
  async (t) => {
    const folder = folderFor(t)
    const server = spawnServer(t, folder, several)
    const { pid, http } = await serving(server, folder)
    const former = childrenOf(pid)
    for (const child of former) process.kill(child, 'SIGKILL')
    const heirs = () => childrenOf(pid).filter((child) => !former.includes(child))
    await until(() => server.child.exitCode !== null || heirs().length === former.length)
    assert.equal(server.child.exitCode, null, server.output())
    await until(() =>
      fetch(`${http}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    server.child.kill('SIGTERM')
    assert.deepEqual(await server.ended, [0, null])
  },
)

test(
  '[R15.a] a disk that fails ends every process of the server, with a status of its own',
  onLinux,
  async (t) => {
    const folder = folderFor(t)
    const server = spawnServer(t, folder, several)
    const endpoints = await serving(server, folder)
    const socket = connect(Number(new URL(endpoints.tcp).port), '127.0.0.1')
    await once(socket, 'connect')
    const children = childrenOf(endpoints.pid)
    const [logic] = children.filter((pid) => holds(pid, 'parley.db'))
    // NOTE from now on every write of that process beyond the first byte of a file fails.
    execFileSync('prlimit', ['--pid', String(logic), '--fsize=1'])
    const [last] = (await once(socket, 'data')) as [Buffer]
    assert.match(last.toString('latin1'), /STORAGE_FAILED/)
    assert.deepEqual(await server.ended, [74, null])
    assert.deepEqual(children.filter(isAlive), [])
  },
)

function holds(pid: number, file: string): boolean {
  return readdirSync(`/proc/${pid}/fd`).some((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`).endsWith(`/${file}`)
    } catch {
      return false
    }
  })
}
