import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desktop, phone, skip, world } from './browser-world.ts'
import { becomes, Person } from './person.ts'

test(
  'a Chinese message far up is found, marked and gone to; people by pinyin',
  { skip },
  async (t) => {
    const { open } = await world(t)
    const ann = await new Person(await open(desktop), 'ann').register('Ann')
    const lin = new Person(await open({ ...phone, locale: 'zh-CN' }), 'lin.mei', 'zh')
    await lin.register('林梅')
    await ann.find('lin.mei')
    await ann.say('老城根路的两居室还在吗？')
    await ann.status('老城根路', 'delivered').waitFor()
    for (let index = 1; index <= 80; index += 1) await ann.say(`filler number ${index}`)
    await ann.status('filler number 80', 'delivered').waitFor()

    const { page, words } = ann
    await page.getByRole('searchbox').fill('两居室')
    const result = page.locator('nav [data-row^="message"]')
    await result.waitFor()
    await becomes(() => result.locator('mark').allInnerTexts(), ['两居室'])
    await result.click()
    await ann.message('老城根路的两居室').waitFor()
    const isSeen = () =>
      ann.message('老城根路的两居室').evaluate((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      })
    await becomes(isSeen, true)

    await page.getByRole('searchbox').fill('linmei')
    await page.locator('nav [data-row^="person"]').filter({ hasText: '林梅' }).waitFor()
    await page.getByRole('searchbox').fill('no such thing at all')
    await page.getByText(words['search.nothing']).waitFor()
    await page.getByRole('searchbox').press('Escape')
    await ann.row('林梅').waitFor()

    // On a phone the search is a screen of its own, and back leads to it.
    await lin.row('Ann').tap()
    await lin.page.getByRole('button', { name: lin.words['search.inside'] }).tap()
    await lin.page.getByRole('searchbox').fill('filler 17')
    const found = lin.page.locator('nav [data-row^="message"]')
    await found.filter({ hasText: 'filler number 17' }).tap()
    await lin.message('filler number 17').waitFor()
    await lin.page.goBack()
    await found.first().waitFor()
  },
)

test('filters: by sender and within one conversation', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  for (const handle of ['bob', 'cleo']) {
    const other = await new Person(await open(), handle).register(handle.toUpperCase())
    await ann.find(handle)
    await ann.say(`the desk for ${handle}`)
    await ann.status(`the desk for ${handle}`, 'delivered').waitFor()
    await other.row('Ann').click()
    await other.say(`${handle} takes the desk`)
    await ann.message(`${handle} takes the desk`).waitFor()
  }
  const { page, words } = ann
  const results = page.locator('nav [data-row^="message"]')
  await page.getByRole('searchbox').fill('desk')
  await becomes(() => results.count(), 4)
  await page.getByLabel(words['search.from'], { exact: true }).selectOption({ label: 'BOB' })
  await becomes(() => results.count(), 1)
  await page.getByRole('searchbox').press('Escape')
  await ann.row('CLEO').click()
  await page.getByRole('button', { name: words['search.inside'] }).click()
  await page.getByRole('searchbox').fill('desk')
  await becomes(() => results.count(), 2)
  assert.equal(
    (await page.getByLabel(words['search.where'], { exact: true }).inputValue()) === '0',
    false,
  )
  await page.getByRole('searchbox').press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await becomes(() => page.evaluate(() => /^\/u\/\d+\/\d+$/.test(location.pathname)), true)
})
