import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readSettings } from '../../server/src/app/settings.ts'
import { startServer, type RunningServer } from '../../server/src/app/start-server.ts'
import {
  createAccountClient,
  createIM,
  deviceTokens,
  fileStorage,
  MemoryStorage,
} from '../src/node.ts'
import type { DeviceTokens, IM, IMOptions, IMState, Message, Storage } from '../src/node.ts'

const password = 'correct horse battery staple'
const device = { deviceClass: 6, name: 'test' }

interface House {
  server: RunningServer
  folder: string
  urls: { tcp: string; ws: string; http: string }
}

async function house(folder?: string, ports = { http: '0', tcp: '0' }): Promise<House> {
  const made = folder ?? (await mkdtemp(join(tmpdir(), 'parley-flow-')))
  const given = {
    data: join(made, 'data'),
    port: ports.http,
    'tcp-port': ports.tcp,
    'log-level': 'silent',
  }
  const server = await startServer(readSettings(given, {}, '/nonexistent.toml'))
  const { http, tcp } = server.endpoints
  return { server, folder: made, urls: { tcp, http, ws: http.replace('http', 'ws') } }
}

interface Person {
  im: IM
  tokens: DeviceTokens
  heard: Message[]
}

async function person(
  url: string,
  handle: string,
  more: Partial<IMOptions> & { storage?: Storage } = {},
): Promise<Person> {
  const storage = more.storage ?? new MemoryStorage()
  const tokens = deviceTokens({ url, storage })
  await tokens.register({ handle, password, displayName: handle, device })
  return { tokens, ...(await online(url, tokens, { ...more, storage })) }
}

async function online(
  url: string,
  tokens: DeviceTokens,
  more: Partial<IMOptions>,
): Promise<{ im: IM; heard: Message[] }> {
  const im = createIM({ url, token: tokens.token, ...more })
  const heard: Message[] = []
  im.on('messageReceived', ({ message }) => heard.push(message))
  await im.start()
  return { im, heard }
}

/** The next state of a connection that fits. */
const reaches = (im: IM, name: IMState['name']): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (im.state.name !== name) return
      remove()
      resolve()
    }
    const remove = im.on('state', look)
    look()
  })

const until = (im: IM, isSo: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const removers: (() => void)[] = []
    const look = () => {
      if (!isSo()) return
      for (const remove of removers) remove()
      resolve()
    }
    removers.push(
      im.conversations.subscribe(look),
      im.on('receiptMoved', look),
      im.on('presenceChanged', look),
    )
    look()
  })

for (const transport of ['tcp', 'ws', 'http'] as const)
  test(`${transport}: two people talk, see receipts, unread, typing and presence`, async () => {
    const { server, folder, urls } = await house()
    const ann = await person(urls[transport], 'ann')
    const ben = await person(urls[transport], 'ben')
    const toBen = ann.im.conversation(await ann.im.find('BEN'))
    const sent = Array.from({ length: 40 }, (_, index) => toBen.send({ text: `你好 ${index}` }))
    const stored = await Promise.all(sent.map((one) => one.stored))
    assert.deepEqual(
      stored.map(({ seq }) => seq),
      Array.from({ length: 40 }, (_, index) => index + 1),
    )
    await until(ben.im, () => ben.im.unread.getSnapshot() === 40)
    assert.deepEqual(
      ben.heard.map(({ text }) => text),
      sent.map((_, index) => `你好 ${index}`),
    )
    const [summary] = ben.im.conversations.getSnapshot()
    const toAnn = ben.im.conversation(summary!.id)
    await toAnn.open()
    toAnn.markRead()
    await until(ann.im, () => toBen.summary.getSnapshot().peerRead === 40)
    const typed = new Promise((resolve) => toBen.on('typingChanged', resolve))
    toAnn.typing()
    assert.deepEqual(await typed, { account: ben.im.me!.account, typing: true })
    ann.im.watchPresence([ben.im.me!.account])
    await until(ann.im, () => ann.im.presence(ben.im.me!.account)?.online === true)
    await ben.im.stop()
    await ann.im.stop()
    await server.stop()
    await rm(folder, { recursive: true })
  })

test('[R1][R2][R5] a server that ends and starts again in a stream of sends loses, doubles and reorders nothing', async () => {
  const first = await house()
  const limits = { backoffMinMs: 20, backoffMaxMs: 200 }
  const ann = await person(first.urls.tcp, 'ann', {
    limits,
    storage: await fileStorage(join(first.folder, 'ann')),
  })
  const ben = await person(first.urls.tcp, 'ben', { limits })
  const chat = ann.im.conversation(await ann.im.find('ben'))
  const stop = new AbortController()
  const got: string[] = []
  const whole = new Promise<void>((resolve) => {
    void (async () => {
      for await (const { message } of ben.im.follow({ signal: stop.signal }))
        if (got.push(message.text) === 300) resolve()
    })()
  })
  const sent = Array.from({ length: 150 }, (_, index) => chat.send({ text: `${index}` }))
  await sent[20]!.stored
  await first.server.stop({ drain: false })
  for (let index = 150; index < 300; index += 1) sent.push(chat.send({ text: `${index}` }))
  const ports = { http: new URL(first.urls.http).port, tcp: new URL(first.urls.tcp).port }
  const second = await house(first.folder, ports)
  const stored = await Promise.all(sent.map((one) => one.stored))
  assert.deepEqual(
    stored.map(({ seq }) => seq),
    Array.from({ length: 300 }, (_, index) => index + 1),
  )
  await whole
  assert.deepEqual(
    got,
    Array.from({ length: 300 }, (_, index) => `${index}`),
  )
  const page = await chat.history({ from: 1, limit: 500 })
  assert.deepEqual(
    page.messages.map(({ text }) => text),
    got,
  )
  stop.abort()
  await ann.im.stop()
  await ben.im.stop()
  await second.server.stop()
  await rm(first.folder, { recursive: true })
})

test('two devices of one account share messages, read state, drafts; one ends the other', async () => {
  const { server, folder, urls } = await house()
  const laptop = await person(urls.tcp, 'ann')
  await person(urls.tcp, 'ben').then(({ im }) => im.stop())
  const storage = new MemoryStorage()
  const tokens = deviceTokens({ url: urls.tcp, storage })
  await tokens.signIn({ handle: 'ann', password, device: { deviceClass: 4, name: 'phone' } })
  const phone = await online(urls.ws, tokens, { storage })
  const chat = laptop.im.conversation(await laptop.im.find('ben'))
  await chat.send({ text: 'from the laptop' }).stored
  await until(phone.im, () => phone.heard.length === 1)
  const there = phone.im.conversation(phone.im.conversations.getSnapshot()[0]!.id)
  chat.setDraft('next')
  await until(phone.im, () => there.summary.getSnapshot().draft === 'next')
  await laptop.im.setProfile({ displayName: 'Ann 安' })
  const devices = await laptop.im.devices()
  assert.equal(devices.length, 2)
  const other = devices.find(({ current }) => !current)!
  await laptop.im.endDevice(other.device)
  await reaches(phone.im, 'signedOut')
  await phone.im.stop()
  await laptop.im.stop()
  await server.stop()
  await rm(folder, { recursive: true })
})

test('a refresh whose reply was lost is presented again and gives the same successor', async () => {
  const { server, folder, urls } = await house()
  const storage = new MemoryStorage()
  const tokens = deviceTokens({ url: urls.tcp, storage })
  await tokens.register({ handle: 'ann', password, device })
  const stored = JSON.parse(Buffer.from((await storage.get('auth/device'))!).toString()) as {
    refreshToken: string
  }
  const client = createAccountClient(urls.tcp)
  const refreshToken = new Uint8Array(Buffer.from(stored.refreshToken, 'base64url'))
  const lost = await client.refresh({ refreshToken })
  const again = await client.refresh({ refreshToken })
  assert.deepEqual(again.refreshToken, lost.refreshToken)
  const signal = new AbortController().signal
  const access = await tokens.token({ refused: true, signal })
  assert.equal(access.length, 32)
  const im = createIM({ url: urls.tcp, token: tokens.token, storage })
  await im.start()
  await im.stop()
  await server.stop()
  await rm(folder, { recursive: true })
})

test('refusals come with their code', async () => {
  const { server, folder, urls } = await house()
  const { im } = await person(urls.tcp, 'ann')
  await assert.rejects(im.find('nobody'), { name: 'IMError', code: 'NOT_FOUND', retry: 'never' })
  await assert.rejects(
    createAccountClient(urls.http).signIn({ handle: 'ann', password: 'wrong wrong', device }),
    {
      code: 'BAD_CREDENTIALS',
    },
  )
  await assert.rejects(createAccountClient(urls.ws).register({ handle: 'ann', password, device }), {
    code: 'HANDLE_TAKEN',
  })
  assert.throws(() => im.conversation({ account: 1 }).send({ text: '' }), { code: 'BAD_REQUEST' })
  assert.throws(() => im.conversation({ account: 1 }).send({ text: 'x'.repeat(30_000) }), {
    code: 'TOO_LARGE',
  })
  await assert.rejects(im.conversation({ account: 1 }).send({ text: 'hi' }).stored, {
    code: 'NOT_FOUND',
  })
  await im.signOut()
  assert.equal(im.state.name, 'signedOut')
  await im.stop()
  await server.stop()
  await rm(folder, { recursive: true })
})
