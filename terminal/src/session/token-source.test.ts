import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { IMError, type Credentials } from './sdk.ts'
import { memoryPlace, tokenSource, type TokenPlace } from './token-source.ts'

const hourMs = 3_600_000
const signal = new AbortController().signal

/** A server's side of rotation: the former token gives the same successor until that one is used. */
class FakeAccounts {
  current = 1
  isLosing = false
  refreshes = 0
  async refresh({ refreshToken }: { refreshToken: Uint8Array }): Promise<Credentials> {
    this.refreshes += 1
    const number = refreshToken[0] ?? 0
    if (number < this.current - 1) throw new IMError('TOKEN_INVALID')
    this.current = number + 1
    if (this.isLosing) throw new IMError('OFFLINE')
    return credentials(this.current)
  }
}

const credentials = (number: number): Credentials => ({
  account: 1,
  device: 2,
  handle: 'ann',
  accessToken: Buffer.alloc(32, number),
  accessExpiresMs: hourMs,
  refreshToken: Buffer.alloc(32, number),
  refreshExpiresMs: 90 * 24 * hourMs,
})

function world() {
  const accounts = new FakeAccounts()
  const place = memoryPlace()
  place.write({ ...credentials(1), savedMs: 0 })
  let nowMs = 0
  const source = (at: TokenPlace = place) =>
    tokenSource({ accounts, place: at, nowMs: () => nowMs })
  return { accounts, place, source, later: (ms: number) => (nowMs += ms) }
}

suite('tokenSource', () => {
  test('gives what is stored while it is good, and asks nobody', async () => {
    const { accounts, source } = world()
    const token = source()
    assert.equal((await token({ refused: false, signal }))[0], 1)
    assert.equal(accounts.refreshes, 0)
  })

  test('renews a worn token, and one that was refused, and stores it before it is used', async () => {
    const { accounts, place, source, later } = world()
    const token = source()
    later(hourMs * 0.7)
    assert.equal((await token({ refused: false, signal }))[0], 2)
    assert.equal(place.read()?.refreshToken[0], 2)
    assert.equal((await token({ refused: true, signal }))[0], 3)
    assert.equal(accounts.refreshes, 2)
  })

  test('another process renewed meanwhile: its token is taken, none is rotated', async () => {
    const { accounts, place, source } = world()
    const token = source()
    await token({ refused: false, signal })
    place.write({ ...credentials(5), savedMs: 0 })
    assert.equal((await token({ refused: true, signal }))[0], 5)
    assert.equal(accounts.refreshes, 0)
  })

  test('a lost answer loses nothing: the old token gives the same successor', async () => {
    const { accounts, place, source } = world()
    const token = source()
    await token({ refused: false, signal })
    accounts.isLosing = true
    await assert.rejects(token({ refused: true, signal }), { code: 'OFFLINE' })
    assert.equal(place.read()?.refreshToken[0], 1)
    accounts.isLosing = false
    assert.equal((await token({ refused: true, signal }))[0], 2)
  })

  test('a device that is gone is signed out', async () => {
    const { accounts } = world()
    const token = tokenSource({ accounts, place: memoryPlace(), nowMs: () => 0 })
    await assert.rejects(token({ refused: false, signal }), { code: 'SIGNED_OUT' })
  })
})
