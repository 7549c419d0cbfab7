import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desktop, phone, skip, visitors, world } from './browser-world.ts'
import { cuttableWire } from './cuttable-wire.ts'
import { becomes, Person } from './person.ts'

test('[R2] [R5] written offline, delivered once and in order on return', { skip }, async (t) => {
  const { url, open } = await world(t)
  const wire = await cuttableWire(t, url)
  const openCut = await visitors(t, wire.url)
  const ann = await new Person(await openCut(desktop), 'ann').register('Ann')
  const bob = await new Person(await open(phone), 'bob').register('Bob')
  await ann.find('bob')
  await ann.say('before')
  await ann.status('before', 'delivered').waitFor()
  await bob.row('Ann').tap()

  await ann.page.context().setOffline(true)
  wire.cut()
  await ann.banner.waitFor()
  const written = ['one', 'two', 'three', 'four', 'five']
  for (const text of written) await ann.say(text)
  await ann.shows(['before', ...written])
  for (const text of written) await ann.status(text, 'pending').waitFor()
  await ann.page.getByText('5 messages are waiting to be sent.').waitFor()
  await bob.say('meanwhile')

  wire.mend()
  await ann.page.context().setOffline(false)
  await ann.banner.waitFor({ state: 'detached' })
  await bob.shows(['before', 'meanwhile', ...written])
  await ann.shows(['before', 'meanwhile', ...written])
  for (const text of written) await ann.status(text, 'read').waitFor()
})

test('a reload keeps history, draft and outbox, even without a network', { skip }, async (t) => {
  const { url, open } = await world(t)
  const wire = await cuttableWire(t, url)
  const openCut = await visitors(t, wire.url)
  const ann = await new Person(await openCut(desktop), 'ann').register('Ann')
  const bob = await new Person(await open(desktop), 'bob').register('Bob')
  await bob.find('ann')
  await bob.say('from bob')
  await ann.row('Bob').click()
  await ann.say('stored')
  await ann.status('stored', 'read').waitFor()
  await ann.page.evaluate(async () => void (await navigator.serviceWorker.ready))

  await ann.page.context().setOffline(true)
  wire.cut()
  await ann.banner.waitFor()
  await ann.say('unsent one')
  await ann.say('unsent two')
  await ann.composer.fill('half a thought')
  await ann.shows(['from bob', 'stored', 'unsent one', 'unsent two'])

  await ann.page.reload()
  await ann.shows(['from bob', 'stored', 'unsent one', 'unsent two'])
  await becomes(() => ann.composer.inputValue(), 'half a thought')
  await ann.status('unsent two', 'pending').waitFor()
  await ann.banner.waitFor()

  wire.mend()
  await ann.page.context().setOffline(false)
  await bob.shows(['from bob', 'stored', 'unsent one', 'unsent two'])
  await ann.status('unsent two', 'read').waitFor()
  await ann.page.reload()
  await ann.shows(['from bob', 'stored', 'unsent one', 'unsent two'])
  await becomes(() => ann.composer.inputValue(), 'half a thought')
  assert.equal(await ann.page.locator('[data-status="pending"]').count(), 0)
})
