// Files as they are handed out: to whom, how much of them, as what, and for how long.
import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { wire } from '@parley/protocol'
import { fromLatin1, joined, latin1 } from '../../src/base/media/pieces.ts'
import { sampleImage, sharpFor } from '../../src/base/media/testing/sample-images.ts'
import { transfersPerDeviceMax } from '../../src/logic/file/transfers.ts'
import { codeOf, FileWorld, randomBytes, type Person } from './file-world.ts'

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

async function twoPeople(options: Record<string, string> = {}) {
  const world = await FileWorld.open(options)
  const [ann, bob] = [await world.person('ann'), await world.person('bob')]
  return { world, ann, bob }
}

/** A download whose reader takes its time, so that the server has most of it still to say. */
async function slowDownload(person: Person, path: string) {
  const { hostname, port } = new URL(person.world.http)
  const socket = connect(Number(port), hostname)
  let bytes = 0
  const closed = new Promise<number>((resolve) => socket.once('close', () => resolve(bytes)))
  socket.on('error', () => undefined)
  const head = [
    `GET ${path} HTTP/1.1`,
    `host: ${hostname}`,
    `authorization: Bearer ${person.token}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  await new Promise<void>((resolve) =>
    socket.on('data', (more: Buffer) => {
      if (bytes === 0) assert.match(more.toString('latin1'), /^HTTP\/1.1 200 /)
      bytes += more.length
      socket.pause()
      setTimeout(() => socket.resume(), 20)
      resolve()
    }),
  )
  return { socket, closed }
}

test('[R10] [R14] files are read by who sees an entry that names them, and are not there for others', async () => {
  const { world, ann, bob } = await twoPeople()
  await using _world = world
  const eve = await world.person('eve')
  const content = randomBytes(10_000)
  const file = await ann.uploaded(content)
  assert.equal((await bob.download(file.id)).status, 404)
  await ann.sendFile(bob.account, file)
  assert.deepEqual(await bytesOf(await bob.download(file.id)), content)
  const refused = await eve.download(file.id)
  const missing = await eve.download(4_242)
  assert.deepEqual([refused.status, missing.status], [404, 404])
  assert.equal(await refused.text(), await missing.text())
  assert.deepEqual(await eve.files(file.id), [])
  const stranger = await fetch(`${world.http}/files/${file.id}`)
  assert.deepEqual([stranger.status, await codeOf(stranger)], [401, 'TOKEN_INVALID'])
})

test('an address with a ticket needs no token, is for its file alone, and ends with its device', async () => {
  const { world, ann, bob } = await twoPeople()
  await using _world = world
  const content = randomBytes(5_000)
  const [file, other] = [await ann.uploaded(content), await ann.uploaded(randomBytes(10))]
  await ann.sendFile(bob.account, file)
  await ann.sendFile(bob.account, other)
  const [info] = await bob.files(file.id)
  const address = `${world.http}${info!.path}`
  assert.deepEqual(await bytesOf(await fetch(address)), content)
  const elsewhere = address.replace(`/${file.id}/`, `/${other.id}/`)
  assert.equal((await fetch(elsewhere)).status, 401)
  assert.equal(
    (await fetch(`${address.slice(0, -1)}${address.endsWith('A') ? 'B' : 'A'}`)).status,
    401,
  )
  await bob.im.signOut()
  const ended = await fetch(address)
  assert.deepEqual([ended.status, await codeOf(ended)], [401, 'TOKEN_INVALID'])
})

test('ranges: a part, from a place on, the end; what cannot be, and what is no range', async () => {
  const { world, ann } = await twoPeople()
  await using _world = world
  const content = randomBytes(200_000)
  const { id } = await ann.uploaded(content)
  const part = async (range: string, headers = {}) => ann.download(id, { range, ...headers })
  for (const [range, from, to] of [
    ['bytes=0-0', 0, 1],
    ['bytes=100-149999', 100, 150_000],
    ['bytes=199990-', 199_990, 200_000],
    ['bytes=-10', 199_990, 200_000],
    ['bytes=-300000', 0, 200_000],
    ['bytes=5-999999', 5, 200_000],
  ] as const) {
    const response = await part(range)
    assert.equal(response.status, 206, range)
    assert.equal(response.headers.get('content-range'), `bytes ${from}-${to - 1}/200000`)
    assert.deepEqual(await bytesOf(response), content.slice(from, to))
  }
  for (const range of ['bytes=200000-', 'bytes=-0']) {
    const response = await part(range)
    assert.deepEqual(
      [response.status, response.headers.get('content-range')],
      [416, 'bytes */200000'],
    )
  }
  for (const range of ['bytes=5-4', 'bytes=0-1,5-6', 'items=0-1', 'bytes=-', 'bytes=a-b'])
    assert.equal((await part(range)).status, 200, range)
  const etag = (await ann.download(id)).headers.get('etag')!
  assert.equal((await part('bytes=0-9', { 'if-range': etag })).status, 206)
  assert.equal((await part('bytes=0-9', { 'if-range': '"older"' })).status, 200)
  assert.equal((await ann.download(id, { 'if-none-match': etag })).status, 304)
  const head = await ann.ask('HEAD', `/files/${id}`)
  assert.deepEqual([head.status, head.headers.get('content-length')], [200, '200000'])
})

test('what a browser would run is never handed out as such: no page, no drawing, no script', async () => {
  const { world, ann } = await twoPeople()
  await using _world = world
  const actives: [string, string, string][] = [
    ['page.html', 'text/html', '<!doctype html><script>alert(1)</script>'],
    ['drawing.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['run.js', 'text/javascript', 'alert(1)'],
    ['data.xml', 'application/xml', '<?xml version="1.0"?><a/>'],
    ['paper.pdf', 'application/pdf', '%PDF-1.7 /JS (app.alert(1))'],
  ]
  for (const [filename, filetype, text] of actives) {
    const file = await ann.uploaded(Buffer.from(text), { filename, filetype })
    const [info] = await ann.files(file.id)
    for (const got of [await ann.download(file.id), await fetch(`${world.http}${info!.path}`)]) {
      const header = (name: string) => got.headers.get(name) ?? ''
      assert.equal(header('content-type'), 'application/octet-stream', filename)
      assert.match(header('content-disposition'), new RegExp(`^attachment; filename="${filename}"`))
      assert.equal(header('x-content-type-options'), 'nosniff')
      assert.match(header('content-security-policy'), /default-src 'none'.*; sandbox/)
      assert.equal(header('cross-origin-resource-policy'), 'same-origin')
      assert.equal(header('cache-control'), 'private, no-cache')
      assert.equal(await got.text(), text)
    }
  }
})

test('[R13] [R15] what cannot be read just now, or is gone from the disk, is refused as it is documented', async () => {
  const { world, ann } = await twoPeople()
  await using _world = world
  const large = await ann.uploaded(randomBytes(4_000_000))
  const slow = await Promise.all(
    Array.from({ length: transfersPerDeviceMax }, () => slowDownload(ann, `/files/${large.id}`)),
  )
  const refused = await ann.download(large.id)
  assert.deepEqual([refused.status, await codeOf(refused)], [503, 'BUSY'])
  assert.deepEqual(
    ['retry-after', 'content-disposition', 'etag'].map((name) => refused.headers.get(name)),
    ['1', null, null],
  )
  for (const { socket } of slow) socket.destroy()
  const file = await ann.uploaded(randomBytes(1_000))
  await rm(join(world.folder, 'data', 'files', 'blobs'), { recursive: true })
  const gone = await ann.download(file.id)
  assert.deepEqual([gone.status, await codeOf(gone)], [404, 'NOT_FOUND'])
})

test('files may be shown in pages of other sites only where those may connect', async () => {
  const { world, ann } = await twoPeople({ 'allowed-origins': 'https://shop.example' })
  await using _world = world
  const { id } = await ann.uploaded(randomBytes(10))
  const shop = await ann.download(id, { origin: 'https://shop.example' })
  assert.equal(shop.headers.get('cross-origin-resource-policy'), 'cross-origin')
  assert.equal(shop.headers.get('access-control-allow-origin'), 'https://shop.example')
  assert.equal((await ann.download(id, { origin: 'https://evil.example' })).status, 403)
  const asked = { origin: 'https://shop.example', 'access-control-request-method': 'PATCH' }
  const may = await fetch(`${world.http}/files/uploads/x`, { method: 'OPTIONS', headers: asked })
  assert.match(may.headers.get('access-control-allow-methods') ?? '', /PATCH/)
  assert.match(may.headers.get('access-control-expose-headers') ?? '', /upload-offset/)
})

test('names are nothing but names, in what is told and in what is saved', async () => {
  const { world, ann } = await twoPeople()
  await using _world = world
  const names: [string, string][] = [
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system32\\cmd.exe', 'cmd.exe'],
    ['..', 'file'],
    ['', 'file'],
    ['.htaccess', 'htaccess'],
    ['a\r\nSet-Cookie: x=1', 'aSet-Cookie_ x=1'],
    ['"; filename=evil', '_; filename=evil'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['con.txt', '_con.txt'],
    ['报告 2026.pdf', '报告 2026.pdf'],
    [`${'长'.repeat(200)}.docx`, `${'长'.repeat(65)}.docx`],
  ]
  for (const [filename, expected] of names) {
    const file = await ann.uploaded(Buffer.from('x'), { filename })
    assert.equal(file.name, expected)
    const got = await ann.download(file.id)
    const disposition = got.headers.get('content-disposition') ?? ''
    const [, encoded = ''] = /filename\*=UTF-8''(\S+)$/.exec(disposition) ?? []
    assert.equal(decodeURIComponent(encoded), expected)
    assert.equal(got.headers.get('set-cookie'), null)
  }
})

async function picture(context: TestContext, format: 'jpeg' | 'png' | 'webp' | 'gif') {
  const sharp = await sharpFor(context)
  if (sharp === undefined) return undefined
  const image = await sampleImage(sharp, format, 6, { width: 1_200, height: 600 })
  return { sharp, image }
}

test('a picture is shown as what it is, says nothing of where and by whom, and has a small one', async (context) => {
  const made = await picture(context, 'jpeg')
  if (made === undefined) return
  const { world, ann, bob } = await twoPeople()
  await using _world = world
  const metadata = { filename: 'holiday.jpg', filetype: 'image/jpeg' }
  assert.match(latin1(made.image), /Ann Owner/)
  const file = await ann.uploaded(made.image, metadata)
  assert.deepEqual([file.mediaType, file.width, file.height], ['image/jpeg', 600, 1_200])
  assert.ok(Buffer.from(file.placeholder, 'base64').length > 10)
  await ann.sendFile(bob.account, file, wire.EntryKind.ENTRY_KIND_IMAGE)
  const [info] = await bob.files(file.id)
  const whole = await fetch(`${world.http}${info!.path}`)
  assert.equal(whole.headers.get('content-type'), 'image/jpeg')
  assert.match(whole.headers.get('content-disposition') ?? '', /^inline; filename="holiday.jpg"/)
  const shown = await bytesOf(whole)
  assert.equal(shown.length, file.bytes)
  assert.doesNotMatch(latin1(shown), /Ann Owner|secret comment|xmpmeta/)
  const before = await made.sharp(made.image).autoOrient().raw().toBuffer()
  assert.deepEqual(await made.sharp(shown).autoOrient().raw().toBuffer(), before)
  const small = await bytesOf(await fetch(`${world.http}${info!.thumbnailPath}`))
  const facts = await made.sharp(small).metadata()
  assert.deepEqual([facts.format, facts.width, facts.height], ['webp', 240, 480])
  assert.equal((await bob.ask('GET', `/files/${file.id}/thumbnail`)).status, 200)
})

test('[R14] polyglots: what says it is a picture is one, and nothing else is in it', async (context) => {
  const made = await picture(context, 'png')
  if (made === undefined) return
  const { world, ann } = await twoPeople()
  await using _world = world
  const html = fromLatin1('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  for (const filetype of [
    'image/png',
    'image/jpeg',
    'image/gif',
    'image/webp',
    'video/mp4',
    'audio/mpeg',
  ])
    assert.equal(await ann.refusedUpload(html, { filetype, filename: 'a.png' }), 'TYPE_REFUSED')
  const begins = joined([fromLatin1('GIF89a/*'), html])
  assert.equal(await ann.refusedUpload(begins, { filetype: 'image/gif' }), 'TYPE_REFUSED')
  assert.equal((await ann.uploaded(begins)).mediaType, 'application/octet-stream')
  const both = joined([made.image, html])
  const file = await ann.uploaded(both, { filetype: 'image/png' })
  assert.doesNotMatch(latin1(await bytesOf(await ann.download(file.id))), /script/)
  // A picture is found to be one, whatever it was called.
  const called = await ann.uploaded(made.image, { filetype: 'text/html', filename: 'a.html' })
  assert.equal(called.mediaType, 'image/png')
})

test('[R13] a bomb of pixels is refused, and the next picture is taken', async (context) => {
  const made = await picture(context, 'png')
  if (made === undefined) return
  const { world, ann } = await twoPeople({ 'image-pixels-max': '1000000' })
  await using _world = world
  const create = { width: 9_000, height: 9_000, channels: 3, background: 'red' }
  const bomb = new Uint8Array(await made.sharp({ create }).png().toBuffer())
  assert.ok(bomb.length < 2_000_000)
  assert.equal(await ann.refusedUpload(bomb, { filetype: 'image/png' }), 'TYPE_REFUSED')
  assert.equal((await ann.uploaded(made.image, { filetype: 'image/png' })).mediaType, 'image/png')
})

test('[R12] a download ends with its device, and with its last entry, within a second; others go on', async () => {
  const { world, ann, bob } = await twoPeople()
  await using _world = world
  const lost = await world.otherDevice('bob')
  const file = await ann.uploaded(randomBytes(30_000_000))
  const { conversation, seq } = await ann.sendFile(bob.account, file)
  const path = `/files/${file.id}`
  const stolen = await slowDownload(lost, path)
  await bob.im.endDevice(lost.device)
  assert.ok((await stolen.closed) < file.bytes)
  const own = await slowDownload(bob, path)
  const owners = await slowDownload(ann, path)
  await ann.recall(conversation, seq)
  assert.ok((await own.closed) < file.bytes)
  assert.equal((await bob.download(file.id)).status, 404)
  owners.socket.destroy()
  await owners.closed
})
