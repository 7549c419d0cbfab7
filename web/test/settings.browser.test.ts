import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phone, skip, world } from './browser-world.ts'
import { becomes, password, Person } from './person.ts'

test(
  'name and picture reach others; language and theme stay over a reload',
  { skip },
  async (t) => {
    const { open } = await world(t)
    const ann = await new Person(await open(), 'ann').register('Ann')
    const bob = await new Person(await open(phone), 'bob').register('Bob')
    await ann.find('bob')
    await ann.say('hello')
    await bob.row('Ann').waitFor()

    const { page, words } = ann
    await page.getByRole('link', { name: words['list.settings'] }).click()
    await page.getByLabel(words['settings.displayName'], { exact: true }).fill('Ann 安妮')
    await page.getByRole('button', { name: words['settings.save'], exact: true }).click()
    await page.locator('main').getByText('Ann 安妮', { exact: true }).waitFor()
    const picture = await page.screenshot()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: picture })
    await page.getByRole('button', { name: words['settings.removePicture'] }).waitFor()
    const source = await page.locator('main img').getAttribute('src')
    assert.match(source ?? '', /^data:image\/jpeg;base64,/)
    await page.locator('input[type=file]').setInputFiles({
      name: 'no.png',
      mimeType: 'image/png',
      buffer: Buffer.from('not a picture'),
    })
    await page.getByText(words['settings.pictureBad']).waitFor()
    await bob.page.reload()
    await bob.row('Ann 安妮').waitFor()
    await becomes(() => bob.row('Ann 安妮').locator('img').getAttribute('src'), source)

    await page.getByText('简体中文').click()
    await page.getByRole('heading', { name: '设置' }).waitFor()
    await page.getByText('深色').click()
    await page.reload()
    await page.getByRole('heading', { name: '设置' }).waitFor()
    const html = page.locator('html')
    assert.equal(await html.getAttribute('lang'), 'zh-Hans')
    assert.equal(await html.getAttribute('data-theme'), 'dark')
  },
)

test('[R12] a new password takes the old one; other devices end with it', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  const other = await new Person(await open(phone), 'ann').signIn()
  const { page, words } = ann
  await page.goto('/settings')
  const change = page.getByRole('button', { name: words['settings.changePassword'] })
  const fill = async (from: string, to: string) => {
    await page.getByLabel(words['settings.oldPassword'], { exact: true }).fill(from)
    await page.getByLabel(words['settings.newPassword'], { exact: true }).fill(to)
    await change.click()
  }
  await fill('not my password', 'quite another password')
  await page.getByText(words['error.BAD_CREDENTIALS']).waitFor()
  await fill(password, 'short')
  await page.getByText(words['auth.shortPassword']).waitFor()
  await fill(password, 'quite another password')
  await page.getByText(words['settings.passwordChanged']).waitFor()
  await other.page.getByText(words['auth.ended']).waitFor()
  await other.fillSignIn()
  await other.page.getByText(words['error.BAD_CREDENTIALS']).waitFor()
  await other.fillSignIn('quite another password')
  await other.page.getByRole('heading', { name: words['list.title'] }).waitFor()
})
