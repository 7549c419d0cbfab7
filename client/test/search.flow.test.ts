import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSettings } from '../../server/src/app/settings.ts'
import { startServer } from '../../server/src/app/start-server.ts'
import { createIM, deviceTokens, MemoryStorage, searchOf, type IM } from '../src/node.ts'

const password = 'correct horse battery staple'

async function person(url: string, handle: string, displayName: string): Promise<IM> {
  const storage = new MemoryStorage()
  const tokens = deviceTokens({ url, storage })
  await tokens.register({ handle, password, displayName, device: { deviceClass: 6, name: 'test' } })
  const im = createIM({ url, token: tokens.token, storage })
  await im.start()
  return im
}

test('messages and names are found through the client, by those who may see them, also after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-search-'))
  const given = { data: join(folder, 'data'), port: '0', 'tcp-port': '0', 'log-level': 'silent' }
  const start = (more: object = {}) =>
    startServer(readSettings({ ...given, ...more }, {}, '/nonexistent.toml'))
  const first = await start()
  const { http, tcp } = first.endpoints
  const ann = await person(tcp, 'ann', 'Ann')
  const zhang = await person(tcp, 'zhang', '张三')
  const eve = await person(tcp, 'eve', 'Eve')
  const toZhang = ann.conversation(await ann.find('zhang'))
  const texts = Array.from({ length: 30 }, (_, index) => `第${index}套两居室 flat ${index}`)
  await Promise.all(texts.map((text) => toZhang.send({ text }).stored))
  await first.store.search.caughtUp()

  const search = searchOf(zhang)
  const seqs: number[] = []
  let page: Uint8Array | undefined
  do {
    const answer = await search.messages({ text: '两居', limit: 8, ...(page && { page }) })
    seqs.push(...answer.found.map(({ message }) => message.seq))
    page = answer.next
  } while (page !== undefined)
  assert.deepEqual(
    seqs,
    Array.from({ length: 30 }, (_, index) => 30 - index),
  )
  const [one] = (await search.messages({ text: 'flat 17' })).found
  assert.ok(one !== undefined)
  assert.equal(one.message.text, texts[17])
  await zhang.conversation(one.conversation).openAt(one.message.seq)
  const shown = zhang.conversation(one.conversation).window.getSnapshot().messages
  assert.ok(shown.some(({ seq }) => seq === one.message.seq))

  assert.deepEqual((await searchOf(eve).messages({ text: '两居' })).found, [])
  const within = toZhang.id
  await assert.rejects(searchOf(eve).messages({ text: '两居', within }), { code: 'NOT_FOUND' })
  await assert.rejects(search.messages({ text: '' }), { code: 'BAD_REQUEST' })
  await assert.rejects(search.messages({ text: 'x'.repeat(300) }), { code: 'TOO_LARGE' })
  const [found] = await searchOf(ann).names({ text: 'zhs' })
  assert.deepEqual([found?.conversation, found?.profile?.handle], [within, 'zhang'])

  await first.stop()
  const port = (url: string) => new URL(url).port
  const second = await start({ port: port(http), 'tcp-port': port(tcp) })
  await second.store.search.caughtUp()
  assert.equal((await search.messages({ text: 'flat 17' })).found.length, 1)
  await Promise.all([ann.stop(), zhang.stop(), eve.stop()])
  await second.stop()
  await rm(folder, { recursive: true })
})
