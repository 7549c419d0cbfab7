import assert from 'node:assert/strict'
import { randomBytes, randomFillSync } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { uuidToText, uuidV7Minter } from '@parley/protocol'
import { localName } from '../src/files/save-file.ts'
import { ended } from './harness/parley-process.ts'
import { startWorld, type World } from './harness/parley-world.ts'

const fill = (bytes: Uint8Array) => void randomFillSync(bytes)
const mint = uuidV7Minter({ nowMs: () => Date.now(), fill })

suite('files on the command line', () => {
  let world: World
  before(async () => {
    world = await startWorld()
    await world.people('ann', 'ben', 'eve')
  })
  after(() => world[Symbol.asyncDispose]())

  const file = (name: string, bytes: Uint8Array): string => {
    const path = join(world.folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const folder = (name: string): string => {
    const path = join(world.folder, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  const send = (path: string, more: string[] = []) =>
    world.run(['send', '--as', 'ann', '--to', 'ben', '--json', '--file', path, ...more])
  const get = (as: string, more: string[]) => world.run(['get', '--as', as, '--json', ...more])

  test('a file is sent with a caption, listed by history, and saved whole', async () => {
    const content = randomBytes(700_000)
    const sent = await send(file('报告 2026.bin', content), ['--text', 'the report'])
    assert.equal(sent.status, 0, sent.err)
    const [ack] = sent.json
    const facts = ack!['file'] as Record<string, unknown>
    assert.deepEqual(
      { ...facts, id: '' },
      { id: '', name: '报告 2026.bin', mediaType: 'application/octet-stream', bytes: 700_000 },
    )
    const list = await world.run([
      'history',
      '--as',
      'ben',
      '--to',
      'ann',
      '--json',
      '--limit',
      '1',
    ])
    const [entry] = list.json
    assert.deepEqual(
      [entry!['kind'], entry!['text'], entry!['files']],
      ['file', 'the report', [facts]],
    )
    const plain = await world.run(['history', '--as', 'ben', '--to', 'ann', '--limit', '1'])
    assert.match(plain.out, /\[报告 2026\.bin, 700\.0 KB\]\n.*the report/)
    const out = folder('saved')
    const saved = await get('ben', ['--to', 'ann', '--seq', String(ack!['seq']), '--out', out])
    assert.equal(saved.status, 0, saved.err)
    const [{ path }] = saved.json as [{ path: string }]
    assert.equal(path, join(out, '报告 2026.bin'))
    assert.equal(Buffer.compare(readFileSync(path), content), 0)
    // Again: nothing is overwritten.
    const again = await get('ben', ['--id', String(facts['id']), '--out', out])
    assert.equal((again.json[0] as { path: string }).path, join(out, '报告 2026 (2).bin'))
    assert.deepEqual(readdirSync(out).toSorted(), ['报告 2026 (2).bin', '报告 2026.bin'])
    const taken = await get('ben', ['--id', String(facts['id']), '--out', path])
    assert.deepEqual([taken.status, taken.error['code']], [1, 'EEXIST'])
    for (const args of [
      ['--id', String(facts['id'])],
      ['--id', '4242'],
    ]) {
      const refused = await get('eve', [...args, '--out', folder('eve')])
      assert.deepEqual([refused.status, refused.error['code']], [1, 'NOT_FOUND'], '[R14]')
    }
    assert.deepEqual(readdirSync(folder('eve')), [])
  })

  test('[R2] the same call again sends nothing twice', async () => {
    const path = file('once.txt', Buffer.from('only once'))
    const id = uuidToText(mint())
    const first = await send(path, ['--client-id', id])
    assert.equal(first.json[0]?.['duplicate'], false)
    const again = await send(path, ['--client-id', id])
    assert.deepEqual(again.json, [{ ...first.json[0], duplicate: true }])
  })

  test('an interrupted download goes on where it ended', async () => {
    const content = randomBytes(300_000)
    const [ack] = (await send(file('large.bin', content))).json
    const { id } = ack!['file'] as { id: string }
    const out = folder('resumed')
    // The beginning as another would have left it, told apart by its content.
    const left = Buffer.concat([Buffer.alloc(100_000, 7)])
    writeFileSync(join(out, `.parley-${id}.part`), left)
    const saved = await get('ben', ['--id', id, '--out', out])
    assert.equal(saved.status, 0, saved.err)
    const whole = readFileSync(join(out, 'large.bin'))
    assert.equal(Buffer.compare(whole, Buffer.concat([left, content.subarray(100_000)])), 0)
  })

  test('an upload goes on after the server was killed in the midst of it', async () => {
    const content = randomBytes(40_000_000)
    const path = file('huge.bin', content)
    const child = world.spawn(['send', '--as', 'ann', '--to', 'ben', '--json', '--file', path])
    const over = ended(child)
    await new Promise<void>((resolve) =>
      child.stderr!.on('data', (text) => {
        if (String(text).includes('25 %')) resolve()
      }),
    )
    await world.kill()
    await world.restart()
    const { status, json, err } = await over
    assert.equal(status, 0, err)
    const { id } = json[0]!['file'] as { id: string }
    const out = join(folder('huge'), 'copy.bin')
    assert.equal((await get('ben', ['--id', id, '--out', out])).status, 0)
    assert.equal(Buffer.compare(readFileSync(out), content), 0)
  })

  test('what cannot be sent or saved says why', async () => {
    const missing = await send(join(world.folder, 'missing'))
    assert.deepEqual([missing.status, missing.error['code']], [1, 'ENOENT'])
    const directory = await send(world.folder)
    assert.deepEqual([directory.status, directory.error['code']], [1, 'EISDIR'])
    const nobody = ['send', '--as', 'ann', '--to', 'nobody', '--json']
    const unknown = await world.run([...nobody, '--file', file('a', Buffer.from('a'))])
    assert.deepEqual([unknown.status, unknown.error['code']], [1, 'NOT_FOUND'])
    assert.equal((await get('ben', [])).status, 2)
    assert.equal((await get('ben', ['--id', '1', '--to', 'ann', '--seq', '1'])).status, 2)
    await world.run(['send', '--as', 'ann', '--to', 'eve', '--text', 'no file'])
    const plain = await get('eve', ['--to', 'ann', '--seq', '1'])
    assert.deepEqual([plain.status, plain.error['code']], [1, 'NOT_FOUND'])
  })

  test('a name of others never leads out of the folder', () => {
    const names = ['../../x', 'C:\\x', '..', '', '.bashrc', 'a\u202eb', 'x/', 'a:b|c']
    assert.deepEqual(names.map(localName), [
      'x',
      'x',
      'file',
      'file',
      'bashrc',
      'a_b',
      'file',
      'a_b_c',
    ])
  })
})
