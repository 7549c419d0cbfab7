import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { desktop, phone, skip, world } from './browser-world.ts'
import { becomes, Person } from './person.ts'

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

const seqs = (page: Page) =>
  page
    .locator('[data-history] [data-seq]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-seq'))))

/** As many as these, of different heights, in quick succession. */
async function chatter(person: Person, count: number) {
  for (let i = 1; i <= count; i++) {
    await person.say(i % 5 === 0 ? `${i} ${'a longer line of words '.repeat((i % 7) + 2)}` : `${i}`)
  }
  await person.page.locator('[data-status="pending"]').first().waitFor({ state: 'detached' })
}

test('[R4] older pages come without a jump, down to the beginning', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(desktop), 'ann').register('Ann')
  const bob = await new Person(await open(phone), 'bob').register('Bob')
  await ann.find('bob')
  await chatter(ann, 130)
  await bob.page.reload()
  await bob.row('Ann').tap()
  const { page } = bob
  await page.getByRole('button', { name: /^To the newest message/ }).click()
  await page.locator('[data-seq="130"]').waitFor()
  await ann.page.locator('[data-seq="130"] [data-status="read"]').waitFor()
  const history = page.locator('[data-history]')
  const seen = new Set<number>()
  let beginning = false
  for (let step = 0; step < 400 && !beginning; step++) {
    const anchor = await middle(page)
    const before = await topOf(page, anchor)
    const moved = await history.evaluate((element) => {
      const from = element.scrollTop
      element.scrollBy(0, -240)
      return from - element.scrollTop
    })
    await frames(page)
    // A page may have come in between: what one looks at moved by what one scrolled, and no more.
    const isThere = await page.locator(`[data-seq="${anchor}"]`).count()
    if (isThere > 0) {
      const jump = Math.abs((await topOf(page, anchor)) - before - moved)
      assert.ok(jump <= 2, `message ${anchor} jumped by ${jump}px`)
    }
    for (const seq of await seqs(page)) seen.add(seq)
    beginning =
      (await page.getByText(bob.words['chat.beginning'].replace('{name}', 'Ann')).count()) > 0
  }
  assert.equal(beginning, true)
  assert.deepEqual(
    [...seen].toSorted((a, b) => a - b),
    Array.from({ length: 130 }, (_, i) => i + 1),
  )
})

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

test('a conversation opens at its first unread message, even far back', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(desktop), 'ann').register('Ann')
  const bob = await new Person(await open(desktop), 'bob').register('Bob')
  await ann.find('bob')
  await ann.say('0 read')
  await bob.row('Ann').click()
  await ann.status('0 read', 'read').waitFor()
  await bob.page.goto('/settings')
  await chatter(ann, 120)
  await becomes(() => bob.page.title(), '(120) Settings · Parley')

  await bob.row('Ann').click()
  const divider = bob.page.getByText(bob.words['chat.unread'])
  await divider.waitFor()
  const { top } = await divider.evaluate((element) => element.getBoundingClientRect())
  assert.ok(top > 0 && top < 400, `the divider stands at ${top}`)
  await bob.page.locator('[data-seq="2"]').waitFor()
  // What is below the edge is not read.
  await ann.page.locator('[data-history]').evaluate((element) => element.scrollTo(0, 1e9))
  assert.equal(await ann.page.locator('[data-seq="121"] [data-status="read"]').count(), 0)
  await bob.page.getByRole('button', { name: /^To the newest message/ }).click()
  await bob.page.locator('[data-seq="121"]').waitFor()
  await ann.page.locator('[data-seq="121"] [data-status="read"]').waitFor()
})
