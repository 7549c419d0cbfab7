import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desktop, phone, skip, world, type World } from './browser-world.ts'
import { becomes, Person } from './person.ts'
import { terminal } from './terminal.ts'

/** More than a page, so that the first one is not there when a chat is opened. */
const long = 140

async function twoWhoTalk(place: World) {
  const ann = await new Person(await place.open(desktop), 'ann').register('Ann')
  const lin = await new Person(
    await place.open({ ...phone, locale: 'zh-CN' }),
    'lin',
    'zh',
  ).register('林')
  await ann.find('lin')
  await ann.say('is it still there?')
  await ann.status('is it still', 'delivered').waitFor()
  await lin.row('Ann').tap()
  await lin.message('is it still').waitFor()
  return { ann, lin }
}

test(
  'a reply and its quote; reactions of both; an edit: all seen on both sides',
  { skip },
  async (t) => {
    const { ann, lin } = await twoWhoTalk(await world(t))
    // A long press on the phone, with a finger.
    const asked = lin.message('is it still').locator('[data-bubble]')
    await asked.dispatchEvent('contextmenu', { clientX: 180, clientY: 300 })
    await lin.page.getByRole('menuitem', { name: lin.words['act.reply'] }).tap()
    await lin.page.locator('[data-composing="reply"]').getByText('is it still there?').waitFor()
    await lin.composer.fill('还在')
    await lin.page.getByRole('button', { name: lin.words['composer.send'], exact: true }).tap()
    await lin.page.locator('[data-composing]').waitFor({ state: 'detached' })
    const answer = ann.message('还在')
    await answer.locator('[data-quote]').getByText('is it still there?').waitFor()

    await ann.act('还在', ann.words['act.reactWith'].replace('{emoji}', '👍'))
    await lin
      .message('还在')
      .locator('[data-reaction="👍"]')
      .getByText('1', { exact: true })
      .waitFor()
    await lin.message('还在').locator('[data-reaction="👍"]').tap()
    const chip = answer.locator('[data-reaction="👍"]')
    await chip.getByText('2', { exact: true }).waitFor()
    assert.equal(await chip.getAttribute('aria-pressed'), 'true')
    assert.match((await chip.textContent()) ?? '', /林/)
    await chip.click()
    await lin
      .message('还在')
      .locator('[data-reaction="👍"]')
      .getByText('1', { exact: true })
      .waitFor()

    // The last own message is edited with the arrow up; the quote says what it says now.
    await ann.composer.press('ArrowUp')
    await ann.page.locator('[data-composing="edit"]').waitFor()
    await becomes(() => ann.composer.inputValue(), 'is it still there?')
    await ann.composer.fill('is the desk there?')
    await ann.composer.press('Enter')
    await ann.page.locator('[data-composing]').waitFor({ state: 'detached' })
    for (const [person, words] of [
      [ann, ann.words],
      [lin, lin.words],
    ] as const) {
      await person.shows(['is the desk there?', '还在'])
      await person.page.getByText(words['chat.edited'], { exact: true }).waitFor()
      await person.page.locator('[data-quote]').getByText('is the desk there?').waitFor()
    }
  },
)

test(
  'a recall: gone on both sides and in quotes, and one’s own words can be written again',
  { skip },
  async (t) => {
    const { ann, lin } = await twoWhoTalk(await world(t))
    await lin.say('还在')
    await ann.act('还在', ann.words['act.reply'])
    await ann.say('good')
    await lin.message('good').locator('[data-quote]').waitFor()
    await lin.message('还在').first().locator('[data-bubble]').dispatchEvent('contextmenu')
    await lin.page.getByRole('menuitem', { name: lin.words['act.recall'] }).tap()
    await lin.page
      .getByRole('alertdialog')
      .getByRole('button', { name: lin.words['act.recall'] })
      .tap()
    const recalled = ann.words['recalled.other'].replace('{name}', '林')
    await ann.page.locator('[data-notice]').getByText(recalled).waitFor()
    await ann.message('good').locator('[data-quote]').getByText(recalled).waitFor()
    await ann.shows(['is it still there?', 'good'])
    await lin.page.locator('[data-notice]').getByText(lin.words['recalled.own']).waitFor()
    await lin.page.getByRole('button', { name: lin.words['recalled.again'] }).tap()
    await becomes(() => lin.composer.inputValue(), '还在')
  },
)

test('the keyboard alone: to a message, its menu, a reply', { skip }, async (t) => {
  const { ann } = await twoWhoTalk(await world(t))
  const bubble = ann.message('is it still').locator('[data-bubble]')
  await bubble.focus()
  await ann.page.keyboard.press('Enter')
  await ann.page.getByRole('menu').waitFor()
  await ann.page.keyboard.press('Escape')
  await ann.page.getByRole('menu').waitFor({ state: 'detached' })
  await becomes(() => bubble.evaluate((element) => element === document.activeElement), true)
  await ann.page.keyboard.press('Enter')
  await ann.page.getByRole('menuitem', { name: ann.words['act.reply'] }).waitFor()
  await ann.page.keyboard.press('Enter')
  await ann.page.locator('[data-composing="reply"]').waitFor()
  await becomes(() => ann.composer.evaluate((area) => area === document.activeElement), true)
  await ann.page.keyboard.press('Escape')
  await ann.page.locator('[data-composing]').waitFor({ state: 'detached' })
})

test('a quote leads to what it answers, also when that has to be paged in', { skip }, async (t) => {
  const place = await world(t)
  const bob = await terminal(t, place.tcp, 'bob')
  const ann = await new Person(await place.open(desktop), 'ann').register('Ann')
  const me = await bob.find('ann')
  const chat = bob.conversation({ account: me.account })
  for (let n = 1; n <= long; n += 1) await chat.send({ text: `line ${n} of many` }).stored
  await chat.send({ text: 'about the beginning', replyTo: 2 }).stored
  await ann.row('bob').click()
  await ann.page.locator('[data-history] [data-seq]').first().waitFor()
  const newest = ann.page.getByRole('button', { name: ann.words['chat.toNewest'] })
  // It opens where the first unread one is.
  await newest.click()
  const quote = ann.message('about the beginning').locator('[data-quote]')
  await quote.getByText('line 2 of many').waitFor()
  await quote.click()
  const target = ann.page.locator('[data-history] [data-seq="2"]')
  await target.waitFor()
  await becomes(
    () =>
      target.evaluate((row) => {
        const box = row.getBoundingClientRect()
        const place = row.closest('[data-history]')?.getBoundingClientRect()
        return place !== undefined && box.top >= place.top && box.bottom <= place.bottom
      }),
    true,
  )
  await target.getByText('line 2 of many').waitFor()
})

test(
  'what is pinned stands above for both, and leads there; a forward says it elsewhere',
  { skip },
  async (t) => {
    const place = await world(t)
    const { ann, lin } = await twoWhoTalk(place)
    await new Person(await place.open(), 'cleo').register('Cleo')
    await ann.act('is it still', ann.words['act.pin'])
    for (const { page } of [ann, lin])
      await page.locator('[data-pinned]').getByText('is it still there?').waitFor()
    await lin.page.locator('[data-pinned]').tap()
    await ann.act('is it still', ann.words['act.unpin'])
    await lin.page.locator('[data-pinned]').waitFor({ state: 'detached' })

    await ann.find('cleo')
    await ann.say('hello')
    await ann.status('hello', 'delivered').waitFor()
    await ann.row('林').click()
    await ann.act('is it still', ann.words['act.forward'])
    await ann.page.locator('[data-forward]').getByRole('button', { name: 'Cleo' }).click()
    await ann.shows(['hello', 'is it still there?'])
  },
)

test('what the server refuses is said in words', { skip }, async (t) => {
  const place = await world(t)
  const { ann, lin } = await twoWhoTalk(place)
  await lin.say('还在')
  await ann.message('还在').waitFor()
  // Recalled by its sender while the other one edits: the edit comes too late.
  await lin.composer.press('ArrowUp')
  await lin.composer.fill('还在的')
  const other = await new Person(await place.open(), 'lin').signIn()
  await other.row('Ann').click()
  await other.act('还在', other.words['act.recall'])
  const ask = other.page.getByRole('alertdialog')
  await ask.getByRole('button', { name: other.words['act.recall'] }).click()
  await ann.page.locator('[data-notice]').waitFor()
  await lin.page.locator('[data-notice]').waitFor()
  await lin.composer.press('Enter')
  await lin.page.locator('[data-trouble]').getByText(lin.words['act.edit.WRONG_STATE']).waitFor()
})
