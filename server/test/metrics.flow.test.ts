import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { readSettings } from '../src/app/settings.ts'
import { startServer } from '../src/app/start-server.ts'

async function start(t: TestContext, more: Record<string, string> = {}): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'parley-metrics-'))
  const given = {
    data,
    port: '0',
    'tcp-port': '0',
    'log-level': 'silent',
    'drain-ms': '0',
    ...more,
  }
  const server = await startServer(readSettings(given, {}, join(data, 'none.toml')))
  t.after(async () => {
    await server.stop({ drain: false })
    rmSync(data, { recursive: true })
  })
  return `${server.endpoints.http}/metrics`
}

test('the live figures are read from this machine', async (t) => {
  const url = await start(t)
  const reply = await fetch(url)
  assert.equal(reply.status, 200)
  assert.match(reply.headers.get('content-type') ?? '', /^text\/plain/)
  const text = await reply.text()
  const value = (line: string) => Number(new RegExp(`^${line} (\\S+)$`, 'm').exec(text)?.[1])
  assert.equal(value('parley_healthy'), 1)
  assert.equal(value('parley_connections{transport="tcp"}'), 0)
  assert.ok(value('parley_commit_operations_count') >= 1, 'the commit by which a start is proven')
  assert.ok(value('parley_log_bytes') > 0)
  assert.ok(value('parley_search_behind_seconds') >= 0)
  for (const name of ['parley_gc_seconds_count', 'parley_frames_in_total', 'parley_sessions'])
    assert.ok(value(name) >= 0, name)
  assert.ok(value('parley_event_loop_delay_seconds{quantile="p99"}') >= 0)
})

test('every live figure stands in the documents', async (t) => {
  const url = await start(t)
  const text = await (await fetch(url)).text()
  const told = readFileSync(join(import.meta.dirname, '../../docs/metrics.md'), 'utf8')
  const names = [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name)
  assert.ok(names.length > 20)
  assert.deepEqual(
    names.filter((name) => !told.includes(`\`${name}\``)),
    [],
  )
})

test('the live figures are not there for the world behind a proxy, declared or not', async (t) => {
  const headers = { 'x-forwarded-for': '192.0.2.1' }
  const both: Record<string, string>[] = [{}, { 'trusted-proxies': '127.0.0.1' }]
  for (const more of both) {
    const url = await start(t, more)
    assert.equal((await fetch(url, { headers })).status, 404)
    assert.equal((await fetch(url, { headers: { via: '1.1 somewhere' } })).status, 404)
    assert.equal(
      (await fetch(url, { headers: { ...headers, authorization: 'Bearer ' } })).status,
      404,
    )
  }
})

test('the live figures are read from afar with the token, and with no other', async (t) => {
  const url = await start(t, { 'metrics-token': 'a long token' })
  const from = { 'x-forwarded-for': '192.0.2.1' }
  const status = async (token: string) => {
    const headers = { ...from, authorization: `Bearer ${token}` }
    return (await fetch(url, { headers })).status
  }
  assert.equal(await status('a long token'), 200)
  assert.equal(await status('a long toke'), 404)
})
