import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desktop, phone, skip, world } from './browser-world.ts'
import { becomes, Person } from './person.ts'

test('two people talk, at a desk in English and on a phone in Chinese', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = new Person(await open(desktop), 'ann')
  const lin = new Person(await open({ ...phone, locale: 'zh-CN' }), 'lin.mei', 'zh')
  await Promise.all([ann.register('Ann'), lin.register('林梅')])
  assert.equal(await ann.page.locator('html').getAttribute('lang'), 'en')
  assert.equal(await lin.page.locator('html').getAttribute('lang'), 'zh-Hans')

  await ann.find('lin.mei')
  await ann.say('Is the desk still there?')
  await ann.status('Is the desk', 'delivered').waitFor()
  await becomes(() => lin.page.title(), '(1) Parley')
  const row = lin.row('Ann')
  await row.getByText('Is the desk still there?').waitFor()
  await row.getByText('1 条未读').waitFor({ state: 'attached' })
  assert.equal(await ann.status('Is the desk', 'read').count(), 0)

  await row.tap()
  await ann.status('Is the desk', 'read').waitFor()
  await becomes(() => lin.page.title(), 'Ann · Parley')
  assert.equal(await lin.row('Ann').getByText('1 条未读').count(), 0)

  await lin.composer.pressSequentially('在的，')
  await ann.page.locator('[data-typing]').getByText('typing…').waitFor()
  await lin.composer.pressSequentially('要吗？')
  await lin.page.getByRole('button', { name: '发送', exact: true }).tap()
  await ann.shows(['Is the desk still there?', '在的，要吗？'])
  await ann.page.locator('[data-typing]').waitFor({ state: 'detached' })
  await lin.status('在的', 'read').waitFor()
  await lin.shows(['Is the desk still there?', '在的，要吗？'])
})

test(
  'who is looked for in vain is said; a link to a handle opens the conversation',
  { skip },
  async (t) => {
    const { open } = await world(t)
    const ann = await new Person(await open(), 'ann').register('Ann')
    await new Person(await open(), 'bob').register('Bob')
    const { page, words } = ann
    await page.locator('nav header').getByRole('button', { name: words['list.new'] }).click()
    const dialog = page.getByRole('dialog')
    const field = dialog.getByLabel(words['start.handle'], { exact: true })
    for (const [typed, answer] of [
      ['nobody', words['start.missing']],
      ['ann', words['start.self']],
      ['??', words['auth.badHandle']],
    ] as const) {
      await field.fill(typed)
      await field.press('Enter')
      await dialog.getByText(answer).waitFor()
    }
    await page.goto('/@Bob')
    await page.getByRole('heading', { name: 'Bob' }).waitFor()
    await ann.say('hello')
    await ann.status('hello', 'delivered').waitFor()
  },
)

test('the keyboard alone: search, down the list, into the chat and back', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  for (const handle of ['bob', 'cleo']) {
    await new Person(await open(), handle).register(handle.toUpperCase())
    await ann.find(handle)
    await ann.say(`hello ${handle}`)
    await ann.status(`hello ${handle}`, 'delivered').waitFor()
  }
  const { keyboard } = ann.page
  const focusedRow = () =>
    ann.page.evaluate(() => document.activeElement?.querySelector('bdi')?.textContent ?? '')
  await keyboard.press('Control+k')
  await keyboard.press('ArrowDown')
  await becomes(focusedRow, 'CLEO')
  await keyboard.press('ArrowDown')
  await becomes(focusedRow, 'BOB')
  await keyboard.press('Enter')
  await ann.shows(['hello bob'])
  await becomes(() => ann.composer.evaluate((area) => area === document.activeElement), true)
  await keyboard.press('Escape')
  await becomes(focusedRow, 'BOB')
})
