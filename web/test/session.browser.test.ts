import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { zhHans } from '../src/i18n/catalog/zh-hans.ts'
import { phone, skip, world } from './browser-world.ts'
import { becomes, Person } from './person.ts'

/** WebSockets that this page has open. */
function socketsOf(page: Page): () => number {
  let open = 0
  page.on('websocket', (socket) => {
    open += 1
    socket.on('close', () => (open -= 1))
  })
  return () => open
}

test('a wrong password is said in the language of the page', { skip }, async (t) => {
  const { open } = await world(t)
  await new Person(await open(), 'ann').register('Ann')
  const languages = [
    ['en-GB', 'en', 'The account name or the password is not right.'],
    ['zh-CN', 'zh', zhHans['error.BAD_CREDENTIALS']],
  ] as const
  for (const [locale, language, answer] of languages) {
    const ann = new Person(await open({ ...phone, locale }), 'ann', language)
    const { page, words } = ann
    await page.goto('/')
    await ann.fillSignIn('not the password')
    await page.getByRole('alert').getByText(answer).waitFor()
    await ann.fillSignIn()
    await page.getByRole('heading', { name: words['list.title'], exact: true }).waitFor()
  }
})

test('[R12] signing out ends this browser in all its tabs, and no other', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  const elsewhere = await new Person(await open(), 'ann').signIn()
  const tab = new Person(await ann.page.context().newPage(), 'ann')
  await tab.page.goto('/')
  await tab.page.getByRole('heading', { name: 'Conversations' }).waitFor()

  await ann.page.goto('/settings')
  await ann.page.getByRole('button', { name: 'Sign out', exact: true }).click()
  const sure = ann.page.getByRole('alertdialog')
  await sure.getByRole('button', { name: 'Sign out', exact: true }).click()
  await ann.page.getByRole('heading', { name: 'Welcome back' }).waitFor()
  await tab.page.getByRole('heading', { name: 'Welcome back' }).waitFor()
  await ann.page.reload()
  await ann.page.getByRole('heading', { name: 'Welcome back' }).waitFor()
  await elsewhere.page.reload()
  await elsewhere.page.getByRole('heading', { name: 'Conversations' }).waitFor()
})

test('[R12] a device that is ended from another one is told so', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  const lost = await new Person(await open(), 'ann').signIn()
  await ann.page.goto('/settings')
  await ann.page.getByRole('button', { name: /^End / }).click()
  const sure = ann.page.getByRole('alertdialog')
  await sure.getByRole('button', { name: 'End', exact: true }).click()
  await lost.page.getByText('You were signed out on this device.').waitFor()
  await becomes(() => ann.page.getByRole('button', { name: /^End / }).count(), 0)
})

test('two tabs share one connection, and both show everything once', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  const bob = await new Person(await open(), 'bob').register('Bob')
  await ann.find('bob')
  await ann.say('one')
  await ann.status('one', 'delivered').waitFor()

  const first = new Person(await ann.page.context().newPage(), 'ann')
  const second = new Person(await ann.page.context().newPage(), 'ann')
  const sockets = [first, second].map(({ page }) => socketsOf(page))
  await ann.page.close()
  for (const { page } of [first, second]) await page.goto('/@bob')
  await second.say('two')
  await second.status('two', 'delivered').waitFor()
  await first.say('three')
  await bob.row('Ann').click()
  await bob.say('four')
  const all = ['one', 'two', 'three', 'four']
  for (const person of [first, second, bob]) await person.shows(all)
  assert.equal(
    sockets.reduce((sum, count) => sum + count(), 0),
    1,
  )

  // Whichever of them leads: the other goes on without it.
  const leads = sockets.findIndex((count) => count() === 1)
  const [leader, other] = leads === 0 ? [first, second] : [second, first]
  await leader.page.close()
  await other.say('five')
  await other.status('five', 'read').waitFor()
  for (const person of [other, bob]) await person.shows([...all, 'five'])
})
