// Uploads by tus 1.0 against a real server, spoken by hand.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import test from 'node:test'
import { uuidToText } from '@parley/protocol'
import { codeOf, FileWorld, halfPatch, mint, randomBytes } from './file-world.ts'

const sum = (algorithm: string, bytes: Uint8Array) =>
  createHash(algorithm).update(bytes).digest('base64')

test('an upload comes in pieces, becomes a file, and is read back by its owner', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const content = randomBytes(300_000)
  const path = await ann.created(content.length, { filename: '../../etc/报告.bin' })
  assert.match(path, /^\/files\/uploads\/[\w-]{22}$/)
  assert.equal((await ann.patch(path, 0, content.subarray(0, 100_000))).status, 204)
  assert.equal(await ann.offset(path), 100_000)
  const last = await ann.patch(path, 100_000, content.subarray(100_000))
  assert.equal(last.status, 204)
  const file = await ann.result(path)
  assert.equal(last.headers.get('parley-file'), `${file.id}`)
  assert.deepEqual(
    [file.name, file.mediaType, file.bytes],
    ['报告.bin', 'application/octet-stream', 300_000],
  )
  const got = await ann.download(file.id)
  assert.equal(got.status, 200)
  assert.deepEqual(new Uint8Array(await got.arrayBuffer()), content)
})

test('the protocol is told, and asked for: version, extensions, limits', async () => {
  await using world = await FileWorld.open({ 'file-bytes-max': '5000' })
  const ann = await world.person('ann')
  const told = await fetch(`${world.http}/files/uploads`, { method: 'OPTIONS' })
  assert.equal(told.status, 204)
  const header = (name: string) => told.headers.get(name)
  assert.deepEqual(
    ['tus-version', 'tus-extension', 'tus-max-size', 'tus-checksum-algorithm'].map(header),
    ['1.0.0', 'creation,termination,expiration,checksum', '5000', 'sha1,sha256'],
  )
  for (const version of ['0.2.2', '']) {
    const headers = { 'tus-resumable': version, 'upload-length': '5' }
    const other = await ann.ask('POST', '/files/uploads', headers)
    assert.deepEqual([other.status, other.headers.get('tus-version')], [412, '1.0.0'])
  }
  const made = await ann.create(10)
  assert.equal(made.headers.get('tus-resumable'), '1.0.0')
  const expires = Date.parse(made.headers.get('upload-expires') ?? '')
  assert.ok(expires > Date.now() && expires < Date.now() + 25 * 3_600_000)
  const path = made.headers.get('location')!
  const head = await ann.ask('HEAD', path)
  assert.deepEqual(
    ['upload-offset', 'upload-length', 'cache-control'].map((name) => head.headers.get(name)),
    ['0', '10', 'no-store'],
  )
})

test('[R14] what is no good creation is refused, and takes up nothing', async () => {
  await using world = await FileWorld.open({ 'file-bytes-max': '5000' })
  const ann = await world.person('ann')
  const created = (headers: Record<string, string>) => ann.ask('POST', '/files/uploads', headers)
  assert.equal((await created({})).status, 400)
  for (const length of ['-1', '1.5', 'x', '1e3', '99999999999999999999'])
    assert.equal((await created({ 'upload-length': length })).status, 400, length)
  assert.equal((await created({ 'upload-length': '5001' })).status, 413)
  const long = 'A'.repeat(5_000)
  const metadata = { 'upload-length': '5', 'upload-metadata': `filename ${long}` }
  assert.equal((await created(metadata)).status, 413)
  const odd = { 'upload-length': '5', 'upload-metadata': 'filename YQ== extra' }
  assert.equal((await created(odd)).status, 400)
  assert.equal((await ann.create(5, { request_key: 'not an id' })).status, 400)
  const { uploads } = await world.server.store.files.space(ann.account, Date.now())
  assert.equal(uploads, 0)
})

test('[R2] an upload goes on at every offset, whatever was cut', async () => {
  await using world = await FileWorld.open({ 'file-uploads-max': '200' })
  const ann = await world.person('ann')
  const content = randomBytes(48)
  for (let offset = 0; offset <= content.length; offset += 1) {
    const path = await ann.created(content.length)
    if (offset > 0) await ann.patch(path, 0, content.subarray(0, offset))
    if (offset < content.length) {
      assert.equal(await ann.offset(path), offset)
      const rest = await ann.patch(path, offset, content.subarray(offset))
      assert.equal(rest.status, 204)
    }
    const { id } = await ann.result(path)
    assert.deepEqual(new Uint8Array(await (await ann.download(id)).arrayBuffer()), content)
  }
})

test('what came of a connection that was cut counts, and the next one goes on from there', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const content = randomBytes(500_000)
  const path = await ann.created(content.length)
  let offset = 0
  for (const part of [1, 70_000, 200_000]) {
    const { socket, closed } = await halfPatch(
      ...([ann, path, offset, content.length - offset] as const),
      content.subarray(offset, offset + part),
    )
    // Asking where it is ends who is still at it; what was on its way may have come or not.
    const reached = await ann.offset(path)
    assert.ok(reached >= offset && reached <= offset + part, `${reached}`)
    offset = reached
    socket.destroy()
    await closed
  }
  const last = await ann.patch(path, offset, content.subarray(offset))
  assert.equal(last.status, 204)
  const { id } = await ann.result(path)
  assert.deepEqual(new Uint8Array(await (await ann.download(id)).arrayBuffer()), content)
})

test('[R2] two that go on with one upload at once: its bytes come once and in order', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const content = randomBytes(200_000)
  for (let round = 0; round < 8; round += 1) {
    const path = await ann.created(content.length)
    const half = content.length / 2
    const ended = await Promise.allSettled([
      ann.patch(path, 0, content.subarray(0, half)),
      ann.patch(path, 0, content),
      ann.patch(path, half, content.subarray(half)),
    ])
    for (const one of ended)
      if (one.status === 'fulfilled') assert.ok([204, 409].includes(one.value.status))
    for (let offset = await ann.offset(path); offset < content.length;) {
      await ann.patch(path, offset, content.subarray(offset))
      offset = await ann.offset(path)
    }
    const { id, bytes } = await ann.result(path)
    assert.equal(bytes, content.length)
    assert.deepEqual(new Uint8Array(await (await ann.download(id)).arrayBuffer()), content)
  }
})

test('[R14] bytes that do not belong where they say, or are too many, change nothing', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const path = await ann.created(10)
  await ann.patch(path, 0, Buffer.from('01234'))
  for (const offset of [0, 4, 6, 10, 11]) {
    const wrong = await ann.patch(path, offset, Buffer.from('evil!'))
    assert.equal(wrong.headers.get('upload-offset'), '5')
    assert.deepEqual([wrong.status, await codeOf(wrong)], [409, 'WRONG_STATE'])
  }
  assert.equal((await ann.patch(path, 5, Buffer.from('567890'))).status, 413)
  assert.equal(
    (await ann.ask('PATCH', path, { 'upload-offset': '5' }, Buffer.from('x'))).status,
    415,
  )
  const type = { 'content-type': 'application/json', 'upload-offset': '5' }
  assert.equal((await ann.ask('PATCH', path, type, Buffer.from('{}'))).status, 415)
  const noOffset = { 'content-type': 'application/offset+octet-stream' }
  assert.equal((await ann.ask('PATCH', path, noOffset, Buffer.from('56789'))).status, 400)
  assert.equal(await ann.offset(path), 5)
  await ann.patch(path, 5, Buffer.from('56789'))
  const { id } = await ann.result(path)
  assert.equal(await (await ann.download(id)).text(), '0123456789')
})

test('bytes without a length are refused before any is read', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const path = await ann.created(10)
  const { hostname, port } = new URL(world.http)
  const socket = connect(Number(port), hostname)
  const head = [
    `PATCH ${path} HTTP/1.1`,
    `host: ${hostname}`,
    `authorization: Bearer ${ann.token}`,
    'tus-resumable: 1.0.0',
    'content-type: application/offset+octet-stream',
    'upload-offset: 0',
    'transfer-encoding: chunked',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n5\r\nevil!\r\n0\r\n\r\n`)
  const [answer] = (await Array.fromAsync(socket.take(1))) as [Buffer]
  assert.match(answer.toString(), /^HTTP\/1.1 411 /)
  socket.destroy()
  assert.equal(await ann.offset(path), 0)
})

test('a checksum that does not fit drops its bytes, one that fits keeps them', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const content = randomBytes(100_000)
  const path = await ann.created(content.length)
  const [first, second] = [content.subarray(0, 60_000), content.subarray(60_000)]
  const patch = (offset: number, body: Uint8Array, checksum: string) =>
    ann.patch(path, offset, body, { 'upload-checksum': checksum })
  assert.equal((await patch(0, first, `sha1 ${sum('sha1', second)}`)).status, 460)
  assert.equal(await ann.offset(path), 0)
  assert.equal((await patch(0, first, `md5 ${sum('md5', first)}`)).status, 400)
  assert.equal((await patch(0, first, 'sha1 AAAA')).status, 400)
  assert.equal((await patch(0, first, `sha1 ${sum('sha1', first)}`)).status, 204)
  assert.equal((await patch(60_000, first, `sha256 ${sum('sha256', second)}`)).status, 413)
  assert.equal((await patch(60_000, second, `sha256 ${sum('sha256', second)}`)).status, 204)
  const { id } = await ann.result(path)
  assert.deepEqual(new Uint8Array(await (await ann.download(id)).arrayBuffer()), content)
})

test('an upload is ended by its owner, and is not there afterwards', async () => {
  await using world = await FileWorld.open()
  const [ann, bob] = [await world.person('ann'), await world.person('bob')]
  const path = await ann.created(10)
  await ann.patch(path, 0, Buffer.from('01234'))
  for (const method of ['HEAD', 'GET', 'DELETE'])
    assert.equal((await bob.ask(method, path)).status, 404, '[R14]')
  assert.equal((await bob.patch(path, 5, Buffer.from('56789'))).status, 404, '[R14]')
  assert.equal((await ann.ask('DELETE', path)).status, 204)
  for (const method of ['HEAD', 'GET', 'DELETE'])
    assert.equal((await ann.ask(method, path)).status, 404)
  assert.equal((await ann.patch(path, 5, Buffer.from('56789'))).status, 404)
  for (const odd of ['x', '%2e%2e%2f', 'A'.repeat(22), `${path.slice(15)}A`])
    assert.equal((await ann.ask('HEAD', `/files/uploads/${odd}`)).status, 404, odd)
})

test('[R2] an upload begun again under its request key is the same one', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const request_key = uuidToText(mint())
  const path = await ann.created(10, { request_key })
  await ann.patch(path, 0, Buffer.from('01234'))
  const again = await ann.create(10, { request_key })
  assert.deepEqual(
    [again.status, again.headers.get('location'), again.headers.get('upload-offset')],
    [201, path, '5'],
  )
  assert.equal((await ann.create(11, { request_key })).status, 409)
})

test('a file of no bytes is a file', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const path = await ann.created(0, { filename: 'empty' })
  const { id, bytes } = await ann.result(path)
  assert.equal(bytes, 0)
  const got = await ann.download(id)
  assert.deepEqual([got.status, (await got.arrayBuffer()).byteLength], [200, 0])
})

test('[R13] what races for the last space gets it once', async () => {
  await using world = await FileWorld.open({ 'file-account-bytes-max': '100000' })
  const ann = await world.person('ann')
  const made = await Promise.all(Array.from({ length: 6 }, () => ann.create(40_000)))
  const statuses = made.map(({ status }) => status).toSorted()
  assert.deepEqual(statuses, [201, 201, 403, 403, 403, 403])
  const refused = made.find(({ status }) => status === 403)!
  assert.equal(await codeOf(refused), 'QUOTA_EXCEEDED')
})

test('[R12] an ended device cannot go on with an upload, nor with the bytes that are on their way', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const lost = await world.otherDevice('ann')
  const path = await lost.created(1_000_000)
  const hanging = await halfPatch(lost, path, 0, 1_000_000, randomBytes(1_000))
  await ann.im.endDevice(lost.device)
  await hanging.closed
  assert.equal(hanging.said(), '')
  assert.equal((await lost.ask('HEAD', path)).status, 401)
  // The account's own, so its other device goes on.
  assert.ok((await ann.offset(path)) <= 1_000)
})

test('an upload goes on after the server was stopped in the midst of it and started again', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const content = randomBytes(400_000)
  const path = await ann.created(content.length)
  await ann.patch(path, 0, content.subarray(0, 150_000))
  const hanging = await halfPatch(ann, path, 150_000, 250_000, content.subarray(150_000, 200_000))
  await world.restart()
  await hanging.closed
  const offset = await ann.offset(path)
  assert.ok(offset >= 150_000 && offset <= 200_000)
  await ann.patch(path, offset, content.subarray(offset))
  const { id } = await ann.result(path)
  assert.deepEqual(new Uint8Array(await (await ann.download(id)).arrayBuffer()), content)
  await world.restart()
  assert.deepEqual(new Uint8Array(await (await ann.download(id)).arrayBuffer()), content)
})
