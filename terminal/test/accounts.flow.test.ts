import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { parley } from './harness/parley-process.ts'
import { password, startWorld, type World } from './harness/parley-world.ts'

suite('accounts on the command line', () => {
  let world: World
  before(async () => {
    world = await startWorld()
    await world.people('ann', 'ben')
  })
  after(() => world[Symbol.asyncDispose]())

  const devices = () => {
    const folder = join(world.config, 'parley', 'devices')
    return readdirSync(folder).filter((file) => file.endsWith('.json'))
  }

  test('register says who it made; the device is kept with --save only', async () => {
    const args = ['register', '--as', 'Dora', '--display-name', 'Dora D', '--json']
    const { status, json } = await world.run(args, { env: { PARLEY_PASSWORD: password } })
    assert.equal(status, 0)
    assert.deepEqual(Object.keys(json[0]!), ['account', 'handle', 'device'])
    assert.equal(json[0]!['handle'], 'dora')
    assert.ok(!devices().some((file) => file.startsWith('dora')))
    assert.ok(devices().some((file) => file.startsWith('ann')))
  })

  test('[R14] a taken handle, a bad handle and a weak password are refused for good', async () => {
    const env = { PARLEY_PASSWORD: password }
    const taken = await world.run(['register', '--as', 'ann', '--json'], { env })
    assert.deepEqual([taken.status, taken.error['code']], [1, 'HANDLE_TAKEN'])
    const bad = await world.run(['register', '--as', 'no good', '--json'], { env })
    assert.deepEqual([bad.status, bad.error['code']], [1, 'BAD_HANDLE'])
    const weak = { PARLEY_PASSWORD: 'short' }
    const { status, error } = await world.run(['register', '--as', 'weak', '--json'], { env: weak })
    assert.deepEqual([status, error['code'], error['retry']], [1, 'WEAK_PASSWORD', 'never'])
  })

  test('wrong password and unknown account end alike, with a status of their own', async () => {
    for (const handle of ['ann', 'nobody']) {
      const args = ['login', '--as', handle, '--json', '--password-stdin']
      const { status, error, out } = await world.run(args, { input: 'wrong password\n' })
      assert.deepEqual([status, error['code'], out], [4, 'BAD_CREDENTIALS', ''])
    }
  })

  test('without device, password and terminal nothing is tried', async () => {
    const args = ['history', '--as', 'stranger', '--to', 'ann', '--json']
    const { status, error } = await world.run(args)
    assert.deepEqual([status, error['code'], error['retry']], [4, 'NO_PASSWORD', 'login'])
  })

  test('login replaces the stored device, ends the former one, and is private', async () => {
    const args = ['login', '--as', 'ben', '--json', '--password-stdin']
    const first = await world.run(args, { input: `${password}\n` })
    const second = await world.run(args, { input: `${password}\n` })
    assert.notEqual(first.json[0]!['device'], second.json[0]!['device'])
    const mine = devices().filter((file) => file.startsWith('ben@'))
    assert.equal(mine.length, 1)
    const path = join(world.config, 'parley', 'devices', mine[0]!)
    assert.equal(statSync(path).mode & 0o777, 0o600)
    const used = await world.run(['send', '--as', 'ben', '--to', 'ann', '--text', 'x', '--json'])
    assert.equal(used.status, 0)
    const listed = await deviceCount(world, 'ben')
    assert.equal(listed, 1)
  })

  test('[R12] a call with a password leaves no device behind', async () => {
    const before = await deviceCount(world, 'ann')
    const args = ['send', '--as', 'ann', '--to', 'ben', '--text', 'x', '--password-stdin']
    assert.equal((await world.run(args, { input: password })).status, 0)
    assert.equal(await deviceCount(world, 'ann'), before)
  })

  test('logout ends the device and forgets it; then a password is needed', async () => {
    await world.people('leaver')
    assert.equal((await world.run(['logout', '--as', 'leaver'])).status, 0)
    assert.equal(await deviceCount(world, 'leaver'), 0)
    const { status } = await world.run(['history', '--as', 'leaver', '--to', 'ann'])
    assert.equal(status, 4)
  })

  test('[R12] a device that was ended elsewhere is told to sign in again', async () => {
    await world.people('ended')
    const operator = ['--data', world.data, '--json']
    assert.equal((await parley(['admin', 'end-devices', 'ended', ...operator])).status, 0)
    const { status, error } = await world.run(['history', '--as', 'ended', '--to', 'ann', '--json'])
    assert.deepEqual([status, error['code']], [4, 'TOKEN_INVALID'])
  })
})

async function deviceCount(world: World, handle: string): Promise<number> {
  const shown = await parley(['admin', 'account', handle, '--data', world.data, '--json'])
  return (shown.json[0]!['devices'] as unknown[]).length
}
