import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { createAccountClient, createIM, type IM } from '@parley/client/node'
import { desktop, phone, skip, visitors, world, type World } from './browser-world.ts'
import { cuttableWire } from './cuttable-wire.ts'
import { becomes, password, Person } from './person.ts'

/** Somebody without a browser who has written to `to`. */
async function friend(t: TestContext, { tcp }: World, name: string, to: string) {
  const device = { deviceClass: 6, name: 'terminal' }
  const handle = name.toLowerCase()
  const input = { handle, displayName: name, password, device }
  const { accessToken } = await createAccountClient(tcp).register(input)
  const im: IM = createIM({ url: tcp, token: async () => accessToken })
  t.after(() => im.stop())
  await im.start()
  const { account } = await im.find(to)
  const say = (text: string) => im.conversation({ account }).send({ text }).stored
  const texts = async () =>
    (await im.conversation({ account }).history()).messages.map(({ text }) => text)
  await say(`I am ${name}`)
  return { say, texts }
}

type Word = keyof Person['words']

/** Opens the menu of a row with the right button and presses what is called so. */
async function keep(person: Person, name: string, word: Word) {
  const { page, words } = person
  await person.row(name).click({ button: 'right' })
  await page.getByRole('menuitem', { name: words[word], exact: true }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
}

const names = (person: Person) =>
  person.page.locator('nav [data-row] bdi:first-child').evaluateAll((all) =>
    all
      .map((element) => element.textContent)
      .filter((text) => ['Bob', 'Eve', 'Zoe'].includes(text ?? ''))
      .join(' '),
  )

const shows = (person: Person, expected: string) => becomes(() => names(person), expected)
const sign = (person: Person, name: string, which: string) =>
  person.row(name).locator(`[data-sign="${which}"]`)

test(
  '[R3] pinned, muted, marked, archived and deleted in one browser, seen in the other',
  { skip },
  async (t) => {
    const place = await world(t)
    const here = await new Person(await place.open(desktop), 'ann').register('Ann')
    const bob = await friend(t, place, 'Bob', 'ann')
    const eve = await friend(t, place, 'Eve', 'ann')
    await shows(here, 'Eve Bob')
    const zoe = await friend(t, place, 'Zoe', 'ann')
    const there = await new Person(
      await place.open({ ...phone, locale: 'zh-CN' }),
      'ann',
      'zh',
    ).signIn()
    for (const ann of [here, there]) await shows(ann, 'Zoe Eve Bob')

    await keep(here, 'Bob', 'keep.pin')
    await shows(there, 'Bob Zoe Eve')
    await sign(there, 'Bob', 'pinned').waitFor()
    await zoe.say('still below')
    for (const ann of [here, there]) await shows(ann, 'Bob Zoe Eve')

    // A long press on the phone: the browser says it as a menu that is asked for.
    await there.row('Eve').dispatchEvent('contextmenu', { clientX: 180, clientY: 300 })
    await there.page.getByRole('menuitem', { name: there.words['keep.mute.ever'] }).tap()
    await sign(here, 'Eve', 'muted').waitFor()
    await becomes(() => here.page.title(), '(3) Parley')

    // By keyboard: the menu key, and the focus is on the row again.
    const row = here.row('Bob')
    await row.focus()
    await here.page.keyboard.press('Shift+F10')
    await here.page.getByRole('menuitem', { name: here.words['keep.markRead'] }).press('Enter')
    await becomes(() => here.page.title(), '(2) Parley')
    await becomes(() => row.evaluate((element) => element === document.activeElement), true)
    // A mark that overtook the reading would go with it.
    await becomes(() => there.page.title(), '(2) Parley')
    await keep(here, 'Bob', 'keep.markUnread')
    await sign(there, 'Bob', 'marked').waitFor()
    await there.row('Bob').tap()
    await sign(here, 'Bob', 'marked').waitFor({ state: 'detached' })
    await there.page.goBack()

    await keep(here, 'Eve', 'keep.unmute')
    await keep(here, 'Eve', 'keep.archive')
    await shows(there, 'Bob Zoe')
    await there.page.getByRole('link', { name: there.words['keep.archived'] }).tap()
    await shows(there, 'Eve')
    await there.page.getByRole('heading', { name: there.words['keep.archived'] }).waitFor()
    await eve.say('brings it back')
    await shows(here, 'Bob Eve Zoe')
    await there.page.getByText(there.words['keep.noArchived']).waitFor()
    await there.page.getByRole('button', { name: there.words['chat.back'] }).tap()
    await shows(there, 'Bob Eve Zoe')
    await keep(here, 'Zoe', 'keep.archive')
    await shows(there, 'Bob Eve')
    await here.page.getByRole('link', { name: here.words['keep.archived'] }).click()
    await keep(here, 'Zoe', 'keep.unarchive')
    await shows(there, 'Bob Eve Zoe')
    await here.page.getByRole('button', { name: here.words['chat.back'] }).click()

    await here.row('Bob').click()
    await here.composer.waitFor()
    await keep(here, 'Bob', 'keep.hide')
    const question = here.page.getByRole('alertdialog')
    await question.getByRole('button', { name: here.words['dialog.cancel'] }).click()
    await shows(here, 'Bob Eve Zoe')
    await keep(here, 'Bob', 'keep.hide')
    await question.getByRole('button', { name: here.words['keep.hideDo'] }).click()
    for (const ann of [here, there]) await shows(ann, 'Eve Zoe')
    await here.page.getByText(here.words['pane.empty']).waitFor()
    await becomes(() => here.row('Eve').evaluate((row) => row === document.activeElement), true)
    await bob.say('and back')
    for (const ann of [here, there]) await shows(ann, 'Bob Eve Zoe')
  },
)

test(
  'deleted for oneself on one device, gone on the other, and kept by who sent it',
  { skip },
  async (t) => {
    const place = await world(t)
    const ann = await new Person(await place.open(desktop), 'ann').register('Ann')
    const bob = await friend(t, place, 'Bob', 'ann')
    await bob.say('stays')
    const there = await new Person(await place.open(desktop), 'ann').signIn()
    for (const page of [ann, there]) await page.row('Bob').click()
    await there.shows(['I am Bob', 'stays'])
    await ann.act('I am Bob', ann.words['keep.deleteForMe'])
    await ann.page
      .getByRole('alertdialog')
      .getByRole('button', { name: ann.words['keep.deleteForMeDo'] })
      .click()
    for (const page of [ann, there]) await page.shows(['stays'])
    assert.deepEqual(await bob.texts(), ['I am Bob', 'stays'])
  },
)

test('without a connection the list says so, and nothing is set', { skip }, async (t) => {
  const place = await world(t)
  const wire = await cuttableWire(t, place.url)
  const openCut = await visitors(t, wire.url)
  const ann = await new Person(await openCut(desktop), 'ann').register('Ann')
  await friend(t, place, 'Bob', 'ann')
  await ann.row('Bob').waitFor()
  await ann.page.context().setOffline(true)
  wire.cut()
  await ann.banner.waitFor()
  await keep(ann, 'Bob', 'keep.pin')
  const trouble = ann.page.locator('nav [role="alert"]')
  await trouble.getByText(ann.words['error.OFFLINE']).waitFor()
  await keep(ann, 'Bob', 'keep.hide')
  const question = ann.page.getByRole('alertdialog')
  await question.getByRole('button', { name: ann.words['keep.hideDo'] }).click()
  await question.getByText(ann.words['error.OFFLINE']).waitFor()
  await question.getByRole('button', { name: ann.words['dialog.cancel'] }).click()
  assert.equal(await sign(ann, 'Bob', 'pinned').count(), 0)
  assert.equal(await ann.row('Bob').count(), 1)
})
