import assert from 'node:assert/strict'
import test from 'node:test'
import { accessTokensPerDeviceMax } from './device-store.ts'
import type { TokenHashes } from './model.ts'
import { Cast, seenDelay, type OpenWorld, type StoreWorld } from './testing/store-world.ts'

const device = 10

async function start(open: OpenWorld): Promise<{
  world: StoreWorld
  cast: Cast
  first: TokenHashes
  rotate: (presented: TokenHashes, next: TokenHashes) => Promise<string>
  works: (tokens: TokenHashes) => Promise<boolean>
}> {
  const world = await open()
  const cast = new Cast(world)
  const input = cast.newAccount(1)
  await world.store.accounts.create(input)
  const now = () => world.clock.wallMs()
  return {
    world,
    cast,
    first: input.tokens,
    rotate: async (presented, next) =>
      (await world.store.devices.rotate(presented.refreshHash, next, now())).status,
    works: async (tokens) =>
      (await world.store.devices.byAccessHash(tokens.accessHash, now())) !== undefined,
  }
}

export function deviceStoreContract(engine: string, open: OpenWorld): void {
  test(`${engine}: a lost reply of a rotation is asked again, however often and late`, async () => {
    const { world, cast, first, rotate, works } = await start(open)
    await using _ = world
    const second = cast.tokens()
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const next = { ...cast.tokens(), refreshHash: second.refreshHash }
      assert.equal(await rotate(first, next), 'rotated')
      assert.equal(await works(next), true)
      await world.restart()
    }
    assert.equal(await rotate(second, cast.tokens()), 'rotated')
  })

  test(`${engine}: two tabs that rotate the same token at once are not theft`, async () => {
    const { world, cast, first, works } = await start(open)
    await using _ = world
    const { refreshHash } = cast.tokens()
    const tabs = [1, 2].map(() => ({ ...cast.tokens(), refreshHash }))
    const { devices } = world.store
    const rotations = await Promise.all(
      tabs.map((next) => devices.rotate(first.refreshHash, next, world.clock.wallMs())),
    )
    assert.deepEqual(
      rotations.map(({ status }) => status),
      ['rotated', 'rotated'],
    )
    assert.deepEqual(await Promise.all(tabs.map(works)), [true, true])
  })

  test(`${engine}: a token used after its successor was used ends the device`, async () => {
    const { world, cast, first, rotate, works } = await start(open)
    await using _ = world
    const [second, third] = [cast.tokens(), cast.tokens()]
    assert.equal(await rotate(first, second), 'rotated')
    assert.equal(await rotate(second, third), 'rotated')
    const stolen = await world.store.devices.rotate(first.refreshHash, cast.tokens(), 1)
    assert.deepEqual(stolen, { status: 'reused', account: 1, device })
    await world.restart()
    assert.deepEqual(await Promise.all([first, second, third].map(works)), [false, false, false])
    assert.equal(await rotate(third, cast.tokens()), 'unknown')
    assert.deepEqual(await world.store.devices.list(1), [])
  })

  test(`${engine}: an unknown or expired refresh token changes nothing`, async () => {
    const { world, cast, first, rotate, works } = await start(open)
    await using _ = world
    assert.equal(await rotate(cast.tokens(), cast.tokens()), 'unknown')
    const brief = { ...cast.tokens(), refreshExpiresMs: world.clock.wallMs() + 5 }
    assert.equal(await rotate(first, brief), 'rotated')
    await world.clock.advance(5)
    assert.equal(await rotate(brief, cast.tokens()), 'unknown')
    assert.equal(await works(brief), true)
  })

  test(`${engine}: the newest ${accessTokensPerDeviceMax} access tokens work, until they expire`, async () => {
    const { world, cast, first, rotate, works } = await start(open)
    await using _ = world
    const expires = world.clock.wallMs() + 1_000
    const { refreshHash } = cast.tokens()
    const issued = Array.from({ length: accessTokensPerDeviceMax + 1 }, () => ({
      ...cast.tokens(expires),
      refreshHash,
      refreshExpiresMs: Number.MAX_SAFE_INTEGER,
    }))
    for (const next of issued) assert.equal(await rotate(first, next), 'rotated')
    assert.deepEqual(await Promise.all([first, ...issued].map(works)), [
      false,
      false,
      ...issued.slice(1).map(() => true),
    ])
    await world.clock.advance(1_000)
    assert.deepEqual(
      await Promise.all(issued.map(works)),
      issued.map(() => false),
    )
  })

  test(`${engine}: [R2] signing in again under one request key is one device with new tokens`, async () => {
    const { world, cast, works } = await start(open)
    await using _ = world
    const requestKey = cast.mint()
    const [one, other] = [cast.tokens(), cast.tokens()]
    const { devices } = world.store
    await world.clock.advance(1)
    const made = cast.device(11, 1)
    const created = { device: made, replaced: [] }
    assert.deepEqual(await devices.create(made, one, requestKey), created)
    await world.restart()
    const again = await world.store.devices.create(cast.device(12, 1), other, requestKey)
    assert.deepEqual(again, created)
    assert.deepEqual([await works(one), await works(other)], [false, true])
    await world.store.devices.end(1, [11])
    const fresh = await world.store.devices.create(cast.device(13, 1), cast.tokens(), requestKey)
    assert.equal(fresh.device.id, 13)
  })

  test(`${engine}: [R12] an ended device has no tokens, is not listed and gets none`, async () => {
    const { world, cast, first, rotate, works } = await start(open)
    await using _ = world
    const { devices } = world.store
    await devices.create(cast.device(11, 1), cast.tokens(), cast.mint())
    await devices.create(cast.device(12, 1), cast.tokens(), cast.mint())
    assert.deepEqual(await devices.end(1, [device, 99]), [device])
    assert.deepEqual(await devices.end(1, [device]), [])
    assert.equal(await works(first), false)
    assert.equal(await rotate(first, cast.tokens()), 'unknown')
    assert.equal(await devices.setTokens(device, cast.tokens()), false)
    assert.deepEqual(await devices.end(1, 'all', 12), [11])
    assert.deepEqual(
      (await devices.list(1)).map(({ id }) => id),
      [12],
    )
  })

  test(`${engine}: [R14] nobody ends another account's devices`, async () => {
    const { world, cast, first, works } = await start(open)
    await using _ = world
    await cast.people(2)
    assert.deepEqual(await world.store.devices.end(2, [device]), [])
    assert.equal(await works(first), true)
  })

  test(`${engine}: new tokens void the old ones`, async () => {
    const { world, cast, first, rotate, works } = await start(open)
    await using _ = world
    const next = cast.tokens()
    assert.equal(await world.store.devices.setTokens(device, next), true)
    assert.deepEqual([await works(first), await works(next)], [false, true])
    assert.equal(await rotate(first, cast.tokens()), 'unknown')
    assert.equal(await rotate(next, cast.tokens()), 'rotated')
  })

  test(`${engine}: devices are listed newest first, and were seen when they say so`, async () => {
    const { world, cast } = await start(open)
    await using _ = world
    await world.clock.advance(50)
    const { devices } = world.store
    await devices.create(cast.device(11, 1), cast.tokens(), cast.mint())
    const nowMs = world.clock.wallMs() + 7
    devices.seen(device, nowMs)
    devices.seen(device, nowMs - 5)
    await world.clock.advance(seenDelay)
    await world.store.probe()
    assert.deepEqual(
      (await devices.list(1)).map(({ id, lastSeenMs }) => [id, lastSeenMs]),
      [
        [11, nowMs - 7],
        [device, nowMs],
      ],
    )
  })

  test(`${engine}: [R12] which devices live is told for many at once, also after a restart`, async () => {
    const { world, cast } = await start(open)
    await using _ = world
    await world.store.accounts.create(cast.newAccount(2))
    const account = cast.newAccount(1).account.id
    const unknown = 999_999
    const all = [20, device, unknown]
    assert.deepEqual(await world.store.devices.living(all), [20, device])
    await world.store.devices.end(account, [device])
    assert.deepEqual(await world.store.devices.living(all), [20])
    await world.restart()
    assert.deepEqual(await world.store.devices.living(all), [20])
    assert.deepEqual(await world.store.devices.living([]), [])
  })

  test(`${engine}: a limit that kicks ends the oldest in the order of commits, and one that refuses changes nothing`, async () => {
    const { world, cast, first, works } = await start(open)
    await using _ = world
    const tokens = [11, 12, 13, 14].map(() => cast.tokens())
    const make = (index: number, beyond: 'kick' | 'refuse', deviceClass = 1) =>
      world.store.devices
        .create({ ...cast.device(11 + index, 1), deviceClass }, tokens[index]!, cast.mint(), {
          ...{ max: 2, beyond },
        })
        .then(
          ({ replaced }) => replaced,
          (thrown: { code: string }) => thrown.code,
        )
    const made = await Promise.all([make(0, 'kick'), make(1, 'kick'), make(2, 'refuse')])
    assert.deepEqual(made, [[], [device], 'DEVICE_REFUSED'])
    assert.deepEqual(await make(3, 'kick', 2), [])
    await world.restart()
    assert.equal(await works(first), false)
    assert.deepEqual(await Promise.all(tokens.map(works)), [true, true, false, true])
    const listed = await world.store.devices.list(1)
    assert.deepEqual(
      listed.map(({ id }) => id),
      [14, 12, 11],
    )
    const times = listed.map(({ createdMs }) => createdMs)
    assert.ok(times.every((ms, index) => index === 0 || ms < times[index - 1]!))
    await world.store.devices.end(1, [12])
    assert.deepEqual(await make(2, 'refuse'), [])
  })
}
