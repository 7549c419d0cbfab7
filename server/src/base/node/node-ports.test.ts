import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { Refusal } from '../refusal.ts'
import { nodeClock } from './node-clock.ts'
import { nodeCompression } from './node-compression.ts'
import { nodeHashing } from './node-hashing.ts'
import { createNodeLog } from './node-log.ts'
import { createNodePasswords } from './node-passwords.ts'
import { nodeRandom } from './node-random.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const text = (word: string) => new TextEncoder().encode(word)

test('hashing agrees with the published examples', () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  assert.equal(hex(nodeHashing.sha256(text('abc'))), abc)
  // RFC 4231, test case 2.
  const jefe = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
  assert.equal(hex(nodeHashing.hmac(text('Jefe'), text('what do ya want for nothing?'))), jefe)
  assert.equal(nodeHashing.equal(text('ab'), text('ab')), true)
  assert.equal(nodeHashing.equal(text('ab'), text('ac')), false)
  assert.equal(nodeHashing.equal(text('ab'), text('abc')), false)
})

test('a password fits its own hash only; without one the answer is no', async () => {
  const passwords = createNodePasswords()
  const phc = await passwords.hash('Grüße 你好')
  assert.match(phc, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.notEqual(phc, await passwords.hash('Grüße 你好'))
  assert.equal(await passwords.verify('Grüße 你好', phc), true)
  assert.equal(await passwords.verify('Grüße 你', phc), false)
  assert.equal(await passwords.verify('Grüße 你好', undefined), false)
  assert.equal(
    await passwords.verify(
      '',
      '$argon2id$v=19$m=4000000,t=2,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA',
    ),
    false,
  )
  assert.equal(await passwords.verify('', 'nonsense'), false)
})

test('[R13] two hashes at once, a bounded number waits, the rest is refused as BUSY', async () => {
  const passwords = createNodePasswords({ runningMax: 2, queuedMax: 1 })
  const all = await Promise.allSettled([1, 2, 3, 4].map(() => passwords.hash('a password')))
  const refused = all.filter((one) => one.status === 'rejected').map((one) => one.reason as unknown)
  assert.equal(refused.length, 1)
  assert.ok(refused[0] instanceof Refusal && refused[0].code === 'BUSY')
  assert.equal((await passwords.hash('a password')).length > 0, true, 'places are given back')
})

test('[R13] what is compressed comes back; a bomb, garbage and a stump do not', () => {
  const page = text('the same words again and '.repeat(500))
  const small = nodeCompression.deflate(page)
  assert.ok(small.length < page.length / 5)
  assert.deepEqual(
    Buffer.from(nodeCompression.inflate(small, page.length) ?? []),
    Buffer.from(page),
  )
  assert.equal(nodeCompression.inflate(small, page.length - 1), undefined)
  assert.equal(nodeCompression.inflate(small.subarray(0, small.length - 3), 1 << 20), undefined)
  assert.equal(nodeCompression.inflate(randomBytes(100).fill(0xff, 0, 1), 1 << 20), undefined)
  assert.equal(
    nodeCompression.inflate(nodeCompression.deflate(new Uint8Array(1 << 24)), 262_144),
    undefined,
  )
})

test('the clock runs forward, and a timer comes not before its time', async () => {
  const startMs = nodeClock.monotonicMs()
  const wokenMs = await new Promise<number>((resolve) => {
    nodeClock.after(5.5, () => resolve(nodeClock.monotonicMs()))
    nodeClock.after(1, () => assert.fail('cancelled')).cancel()
    // NOTE our timers do not keep the process alive, so that something else has to.
    const awake = setInterval(() => {}, 1_000)
    nodeClock.after(20, () => clearInterval(awake))
  })
  assert.ok(wokenMs - startMs >= 5.5)
  const order: string[] = []
  await new Promise<void>((resolve) => {
    nodeClock.soon(() => resolve())
    queueMicrotask(() => order.push('microtask'))
    order.push('now')
  })
  assert.deepEqual(order, ['now', 'microtask'])
})

test('a very long timer does not come at once', () => {
  const timer = nodeClock.after(2 ** 31 + 5_000, () => assert.fail('too early'))
  timer.cancel()
})

test('random bytes fill all of the array, and chance lies in [0, 1)', () => {
  const bytes = nodeRandom.fill(new Uint8Array(64))
  assert.ok(new Set(bytes).size > 8)
  const unit = nodeRandom.unit()
  assert.ok(unit >= 0 && unit < 1)
})

test('a log line is one JSON object with its fields', () => {
  const lines: string[] = []
  const log = createNodeLog({
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
  })
  log.debug({}, 'not this')
  log.warn({ port: 5801, err: new Error('broken') }, 'said')
  const [line] = lines.map((one) => JSON.parse(one) as Record<string, unknown>)
  assert.equal(lines.length, 1)
  assert.deepEqual([line?.['msg'], line?.['port'], line?.['level']], ['said', 5801, 40])
  assert.deepEqual((line?.['err'] as Record<string, unknown> | undefined)?.['message'], 'broken')
})
