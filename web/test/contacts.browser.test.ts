import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phone, skip, world } from './browser-world.ts'
import { becomes, Person } from './person.ts'

test('one asks, the other accepts; remark and tag are where names are', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  const lin = new Person(await open({ ...phone, locale: 'zh-CN' }), 'lin.mei', 'zh')
  await lin.register('林梅')

  await ann.addContact('lin.mei', 'Hello, about the desk')
  await ann.page.getByText(ann.words['person.waiting'].replace('{name}', '林梅')).waitFor()

  const { page, words } = lin
  await page.getByRole('link', { name: words['contacts.title'] }).tap()
  await page.getByRole('link', { name: words['requests.title'] }).tap()
  await page.getByText('Hello, about the desk').waitFor()
  await page
    .getByRole('button', { name: words['requests.acceptNamed'].replace('{name}', 'Ann') })
    .tap()
  await page.getByText(words['requests.noIncoming']).waitFor()
  await page.getByRole('button', { name: words['page.back'] }).tap()
  await page.getByRole('link', { name: 'Ann' }).waitFor()

  await ann.page.getByRole('button', { name: ann.words['person.remove'] }).waitFor()
  await ann.page.getByLabel(ann.words['person.remark'], { exact: true }).fill('Desk 林')
  await ann.page.getByLabel(ann.words['person.tags'], { exact: true }).fill('buyers, desks')
  await ann.page.getByRole('button', { name: ann.words['settings.save'] }).click()
  await ann.page.getByRole('heading', { name: 'Desk 林' }).waitFor()
  await ann.page.getByRole('link', { name: ann.words['contacts.title'] }).click()
  await ann.page.locator('nav').getByRole('link', { name: 'Desk 林' }).waitFor()
  await ann.page.getByRole('button', { name: 'desks' }).click()
  await becomes(() => ann.page.locator('nav [data-row]').count(), 1)
  await ann.page.reload()
  await ann.page.locator('nav').getByRole('link', { name: 'Desk 林' }).click()
  await ann.page.getByRole('button', { name: ann.words['person.write'] }).click()
  await ann.say('It is sold')
  await ann.page.getByRole('heading', { name: 'Desk 林' }).waitFor()
  await lin.row('Ann').waitFor({ state: 'attached' })
})

test('a request is withdrawn, another one declined', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  const bob = await new Person(await open(), 'bob').register('Bob')
  const badge = bob.page.getByRole('link', { name: bob.words['contacts.title'] })
  await ann.addContact('bob', 'first')
  await badge.getByText('1 request').waitFor({ state: 'attached' })
  await ann.page.getByRole('button', { name: ann.words['requests.withdraw'] }).click()
  await badge.getByText('1 request').waitFor({ state: 'detached' })
  const main = ann.page.locator('main')
  await main.getByRole('button', { name: ann.words['person.ask'], exact: true }).click()
  await ann.page.getByRole('button', { name: ann.words['person.askSend'] }).click()
  await badge.click()
  await bob.page.getByRole('link', { name: bob.words['requests.title'] }).click()
  await bob.page
    .getByRole('button', { name: bob.words['requests.refuseNamed'].replace('{name}', 'Ann') })
    .click()
  await ann.page.getByText(ann.words['person.refused'].replace('{name}', 'Bob')).waitFor()
})

test('[R10] who is blocked cannot write until that ends', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  const bob = await new Person(await open(), 'bob').register('Bob')
  await bob.find('ann')
  await bob.say('hello')
  await bob.status('hello', 'delivered').waitFor()
  const { page, words } = ann
  await ann.row('Bob').click()
  await page.getByRole('link', { name: 'Bob' }).and(page.locator('main header a')).click()
  await page.getByRole('button', { name: words['person.block'] }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('button', { name: words['person.block'], exact: true }).click()
  await page.getByText(words['person.blockedHint'].replace('{name}', 'Bob')).waitFor()
  await bob.say('still there?')
  await bob.status('still there?', 'failed').waitFor()
  await page.goto('/settings')
  await page
    .getByRole('button', { name: words['person.unblockNamed'].replace('{name}', 'Bob') })
    .click()
  await page.getByText(words['privacy.blocked']).waitFor({ state: 'detached' })
  await bob.say('and now?')
  await bob.status('and now?', 'delivered').waitFor()
})

test(
  'what is settled about privacy holds: who is found, and by whom one is written to',
  { skip },
  async (t) => {
    const { open } = await world(t)
    const ann = await new Person(await open(), 'ann').register('Ann')
    const bob = await new Person(await open(), 'bob').register('Bob')
    const { page, words } = ann
    await page.goto('/settings')
    const choose = (label: string, value: string) =>
      page.getByRole('radiogroup', { name: label }).getByText(value, { exact: true }).click()
    await choose(words['privacy.findableBy'], words['privacy.contacts'])
    await choose(words['privacy.status'], words['status.busy'])
    await page.reload()
    const chosen = page
      .getByRole('radiogroup', { name: words['privacy.findableBy'] })
      .getByRole('radio', { name: words['privacy.contacts'] })
    await becomes(() => chosen.isChecked(), true)
    const dialog = bob.page.getByRole('dialog')
    await bob.page
      .locator('nav header')
      .getByRole('button', { name: bob.words['list.new'] })
      .click()
    await dialog.getByLabel(bob.words['start.handle'], { exact: true }).fill('ann')
    await dialog.getByRole('button', { name: bob.words['start.go'], exact: true }).click()
    await dialog.getByText(bob.words['start.missing']).waitFor()
    assert.equal(await bob.page.locator('nav [data-row]').count(), 0)
  },
)
