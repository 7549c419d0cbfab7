import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { desktop, phone, skip, world } from './browser-world.ts'
import { Person } from './person.ts'
import { png } from './png.ts'

interface AxeResult {
  violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds to be serious or critical on the page as it stands. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  // What react-aria says once may speak of a button that is gone since; it clears itself.
  const { violations } = (await page.evaluate(
    "axe.run({ exclude: '[data-live-announcer]' }).then(({ violations }) => ({ violations }))",
  )) as AxeResult
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    )
}

/** The menu of a message, its emoji, a reaction, files on their way, a reply with its quote. */
async function checkActs(person: Person, check: (place: string) => Promise<void>) {
  const { page, words } = person
  const menu = page.getByRole('menu')
  const open = async (text: string) => {
    await person.message(text).last().locator('[data-bubble]').dispatchEvent('contextmenu')
    await menu.waitFor()
  }
  await open('hello')
  await check('the menu of a message')
  await page.getByRole('button', { name: words['act.moreEmoji'] }).click()
  await check('all emoji')
  await page.getByRole('button', { name: '🎉' }).click()
  await person.message('hello').locator('[data-reaction]').waitFor()
  await open('hello')
  await page.getByRole('menuitem', { name: words['act.reply'] }).click()
  await page.locator('[data-composing]').waitFor()
  const files = [
    { name: 'one.png', mimeType: 'image/png', buffer: png(320, 200) },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ]
  await page.locator('form input[type=file]').setInputFiles(files)
  await page.locator('[data-upload="done"]').waitFor()
  await page.getByText(words['attach.empty']).waitFor()
  await check('a reply with files')
  for (const { name } of files) {
    const remove = words['attach.remove'].replace('{name}', name)
    await page.getByRole('button', { name: remove }).click()
  }
  await page.locator('[data-tray]').waitFor({ state: 'detached' })
  await person.say('an answer')
  await person.message('an answer').locator('[data-quote]').waitFor()
  await check('a quote and a reaction')
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`no serious barrier on any screen, ${colorScheme}`, { skip }, async (t) => {
    const { open } = await world(t)
    const bob = await new Person(await open(), 'bob').register('Bob')
    for (const [handle, shape] of [
      ['ann', desktop],
      ['mei', { ...phone, locale: 'zh-CN' }],
    ] as const) {
      // axe is a script of its own: the page's policy would refuse it.
      const page = await open({ ...shape, colorScheme, bypassCSP: true })
      const person = new Person(page, handle, handle === 'mei' ? 'zh' : 'en')
      const { words } = person
      const check = async (place: string) =>
        assert.deepEqual(await findings(page), [], `${place} of ${handle}`)
      await page.goto('/')
      await page.getByRole('button', { name: words['auth.signIn'], exact: true }).click()
      await page.getByText(words['auth.needHandle']).waitFor()
      await check('sign-in')
      await page.goto('/register')
      await page.getByLabel(words['auth.handle'], { exact: true }).waitFor()
      await check('register')
      await person.register()
      await check('the empty list')
      await person.find('bob')
      await page.getByText(words['chat.emptyHint']).waitFor()
      await check('the empty chat')
      await person.say('see https://example.org')
      await person.status('see', 'delivered').waitFor()
      await bob.row(handle).click()
      await bob.say('hello')
      await person.message('hello').waitFor()
      await person.status('see', 'read').waitFor()
      await check('the chat')
      await checkActs(person, check)
      await page.goto('/')
      await person.row('Bob').waitFor()
      await bob.page.goto('/')
      await check('the list')
      await checkKeeping(person, check)
      await checkPeople(person, check)
      await checkGroups(person, check)
      await page.getByRole('searchbox').fill('hello')
      await page.locator('nav [data-row^="message"]').first().waitFor()
      await check('what was found')
      await page.getByRole('searchbox').fill('no such words')
      await page.getByText(words['search.nothing']).waitFor()
      await check('nothing found')
      await page.goto('/settings')
      await page.getByText(words['settings.thisDevice']).waitFor()
      await check('settings')
      await page.getByRole('button', { name: words['settings.signOutHere'] }).first().click()
      await page.getByRole('alertdialog').waitFor()
      await check('the question before signing out')
    }
  })

type Check = (place: string) => Promise<void>

/** The menu of a row, its signs, the question before it goes, what is archived. */
async function checkKeeping(person: Person, check: Check) {
  const { page, words } = person
  const row = person.row('Bob')
  const choose = async (
    word: 'keep.pin' | 'keep.mute.ever' | 'keep.markUnread' | 'keep.archive',
  ) => {
    await row.dispatchEvent('contextmenu')
    // By key: a sheet that is still coming up on a busy machine moves away under a pointer.
    await page.getByRole('menuitem', { name: words[word], exact: true }).press('Enter')
    await page.getByRole('menu').waitFor({ state: 'detached' })
  }
  await choose('keep.pin')
  await choose('keep.mute.ever')
  await choose('keep.markUnread')
  for (const sign of ['pinned', 'muted', 'marked'])
    await row.locator(`[data-sign="${sign}"]`).waitFor()
  await row.dispatchEvent('contextmenu')
  await page.getByRole('menuitem', { name: words['keep.unmute'] }).waitFor()
  await check('the menu of a conversation')
  await page.getByRole('menuitem', { name: words['keep.hide'] }).click()
  await page.getByRole('alertdialog').waitFor()
  await check('the question before a conversation goes')
  await page.getByRole('button', { name: words['dialog.cancel'] }).click()
  await choose('keep.archive')
  await page.getByRole('link', { name: words['keep.archived'] }).waitFor()
  await check('the way to what is archived')
  await page.getByRole('link', { name: words['keep.archived'] }).click()
  await row.waitFor()
  await check('what is archived')
  await row.dispatchEvent('contextmenu')
  await page.getByRole('menuitem', { name: words['keep.unarchive'] }).click()
  await page.getByText(words['keep.noArchived']).waitFor()
  await check('nothing archived')
  await page.getByRole('button', { name: words['chat.back'] }).first().click()
  await row.waitFor()
}

async function checkPeople(person: Person, check: Check) {
  const { page, words } = person
  await page.goto('/contacts')
  await page.getByText(words['contacts.emptyHint']).waitFor()
  await check('no contacts')
  await person.addContact('bob', 'hello')
  await page.getByText(words['person.waiting'].replace('{name}', 'Bob')).waitFor()
  await check('the page of a person')
  await page.goto('/contacts/requests')
  await page.getByText('hello').last().waitFor()
  await check('the requests')
}

async function checkGroups(person: Person, check: Check) {
  const { page, words } = person
  await page.goto('/groups/new')
  await page.getByRole('checkbox', { name: 'Bob' }).check({ force: true })
  await page.getByLabel(words['groups.name'], { exact: true }).fill('Flat 12')
  await check('a new group')
  await page.locator('main form button[type=submit]').click()
  await person.composer.waitFor()
  await check('the chat of a group')
  await person.openAbout()
  await page.getByRole('button', { name: words['groups.makeLink'] }).click()
  await page.getByRole('textbox', { name: words['groups.link'], exact: true }).waitFor()
  await check('the page of a group')
  await page.getByRole('link', { name: words['groups.allMembers'] }).click()
  await page.locator('main').getByRole('link', { name: 'Bob' }).waitFor()
  await page
    .getByRole('button', { name: words['groups.memberActs'].replace('{name}', 'Bob') })
    .click()
  await page.getByRole('menuitem').first().waitFor()
  await check('what to do with a member')
  await page.goto('/')
  await page.getByRole('searchbox').waitFor()
}
