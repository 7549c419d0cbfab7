import assert from 'node:assert/strict'
import test from 'node:test'
import { Cast, type OpenWorld } from './testing/store-world.ts'

export function accountStoreContract(engine: string, open: OpenWorld): void {
  test(`${engine}: an account and its first device are there together`, async () => {
    await using world = await open()
    const cast = new Cast(world)
    const input = cast.newAccount(1)
    const made = await world.store.accounts.create(input)
    assert.deepEqual(made, { status: 'created', account: input.account, device: input.device })
    await world.restart()
    const { accounts, devices } = world.store
    assert.deepEqual(await accounts.byHandle('handle1'), input.account)
    assert.deepEqual(await accounts.byId(1), input.account)
    assert.deepEqual(await devices.list(1), [input.device])
    const signedIn = await devices.byAccessHash(input.tokens.accessHash, world.clock.wallMs())
    assert.deepEqual(signedIn, { account: input.account, device: input.device })
  })

  test(`${engine}: [R2] the same registration again returns the first account and device`, async () => {
    await using world = await open()
    const cast = new Cast(world)
    const first = cast.newAccount(1)
    const again = { ...cast.newAccount(2), requestKey: first.requestKey }
    again.account.handle = first.account.handle
    await world.store.accounts.create(first)
    await world.restart()
    assert.deepEqual(await world.store.accounts.create(again), {
      status: 'repeated',
      account: first.account,
      device: first.device,
    })
    assert.equal(await world.store.accounts.byId(2), undefined)
    const { accessHash } = again.tokens
    assert.equal(await world.store.devices.byAccessHash(accessHash, 0), undefined)
  })

  test(`${engine}: accounts are listed by handle, page after page, none twice`, async () => {
    await using world = await open()
    await new Cast(world).people(3, 10, 2, 1)
    const { accounts } = world.store
    const handles = async (after: string, limit: number) =>
      (await accounts.listAfter(after, limit)).map(({ handle }) => handle)
    assert.deepEqual(await handles('', 3), ['handle1', 'handle10', 'handle2'])
    assert.deepEqual(await handles('handle2', 3), ['handle3'])
    assert.deepEqual(await handles('handle3', 3), [])
    assert.deepEqual(await accounts.listAfter('handle1', 1), [await accounts.byId(10)])
  })

  test(`${engine}: [R14] a handle that is taken changes nothing, also within one commit`, async () => {
    await using world = await open()
    const cast = new Cast(world)
    const [one, other] = [cast.newAccount(1), cast.newAccount(2)]
    other.account.handle = one.account.handle
    const made = await Promise.all([one, other].map((input) => world.store.accounts.create(input)))
    assert.deepEqual(
      made.map(({ status }) => status),
      ['created', 'taken'],
    )
    assert.equal(await world.store.accounts.byId(2), undefined)
    assert.deepEqual(await world.store.devices.list(2), [])
  })

  test(`${engine}: profiles of many at once, unknown ones left out`, async () => {
    await using world = await open()
    await new Cast(world).people(1, 2)
    const { accounts } = world.store
    const found = await accounts.profiles([2, 9, 1, 2])
    const whole = await Promise.all([accounts.byId(1), accounts.byId(2)])
    assert.deepEqual(
      found.toSorted((a, b) => a.id - b.id),
      whole.map((account) => {
        assert.ok(account !== undefined)
        const { id, kind, handle, displayName, avatar } = account
        return { id, kind, handle, displayName, avatar }
      }),
    )
  })

  test(`${engine}: a profile changes where it is said, a password alone`, async () => {
    await using world = await open()
    const cast = new Cast(world)
    const { account } = cast.newAccount(1)
    await cast.people(1)
    const { accounts } = world.store
    const shown = async () => (await accounts.profiles([1])).map(({ displayName }) => displayName)
    assert.deepEqual(await shown(), [account.displayName])
    const changed = await accounts.setProfile(1, { displayName: '', locale: 'zh-CN' })
    assert.deepEqual(changed, { ...account, displayName: '', locale: 'zh-CN' })
    assert.deepEqual(await shown(), [''])
    await accounts.setPassword(1, 'other')
    await world.restart()
    assert.deepEqual(await world.store.accounts.byId(1), {
      ...account,
      displayName: '',
      locale: 'zh-CN',
      passwordHash: 'other',
    })
    assert.equal(await world.store.accounts.setProfile(9, { locale: 'en' }), undefined)
  })
}
