import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { desktop, skip, world } from './browser-world.ts'
import { Person } from './person.ts'

const frames = (page: Page, count = 4) =>
  page.evaluate(async (left) => {
    for (let i = 0; i < left; i++) await new Promise((done) => requestAnimationFrame(done))
  }, count)

/** Where on the screen a message stands. */
const topOf = (page: Page, seq: number) =>
  page.locator(`[data-seq="${seq}"]`).evaluate((row) => row.getBoundingClientRect().top)

/** The seq of the message in the middle of the screen. */
const middle = (page: Page) =>
  page.locator('[data-history]').evaluate((history) => {
    const { top, height } = history.getBoundingClientRect()
    const rows = [...history.querySelectorAll('[data-seq]')]
    const row = rows.find((each) => each.getBoundingClientRect().bottom > top + height / 2)
    return Number(row?.getAttribute('data-seq'))
  })

/** As many as these, of different heights, in quick succession. */
async function chatter(person: Person, count: number) {
  for (let i = 1; i <= count; i++) {
    await person.say(i % 5 === 0 ? `${i} ${'a longer line of words '.repeat((i % 7) + 2)}` : `${i}`)
  }
  await person.page.locator('[data-status="pending"]').first().waitFor({ state: 'detached' })
}

test(
  'who reads further up is not moved; a button counts what is new and leads there',
  { skip },
  async (t) => {
    const { open } = await world(t)
    const ann = await new Person(await open(desktop), 'ann').register('Ann')
    const bob = await new Person(await open(desktop), 'bob').register('Bob')
    await ann.find('bob')
    await chatter(ann, 40)
    await bob.row('Ann').click()
    await bob.page.getByRole('button', { name: /^To the newest message/ }).click()
    await ann.page.locator('[data-seq="40"] [data-status="read"]').waitFor()
    const { page } = bob
    await page.locator('[data-history]').evaluate((element) => element.scrollBy(0, -700))
    await page.getByRole('button', { name: bob.words['chat.toNewest'] }).waitFor()
    await frames(page)
    const anchor = await middle(page)
    const before = await topOf(page, anchor)
    await ann.say('new one')
    await ann.say('new two')
    const button = page.getByRole('button', { name: 'To the newest message, 2 unread' })
    await button.waitFor()
    assert.equal(await topOf(page, anchor), before)
    assert.equal(await ann.status('new two', 'read').count(), 0)
    await button.click()
    await bob.message('new two').waitFor()
    await ann.status('new two', 'read').waitFor()
    await button.waitFor({ state: 'detached' })
  },
)
