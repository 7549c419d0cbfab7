import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupsOf } from '@parley/client/node'
import { toField } from '../src/scheduled/local-time.ts'
import { desktop, phone, skip, world } from './browser-world.ts'
import { becomes, Person } from './person.ts'
import { terminal } from './terminal.ts'

const dayMs = 86_400_000

/** Opens the other ways to send and presses the one that is called so. */
async function chooses({ page, words }: Person, name: string): Promise<void> {
  await page.getByRole('button', { name: words['later.options'], exact: true }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
}

test(
  'a message that burns says so, burns once it was read, and is gone on both sides',
  { skip },
  async (t) => {
    const place = await world(t)
    const ann = await new Person(await place.open(desktop), 'ann').register('Ann')
    const lin = await new Person(
      await place.open({ ...phone, locale: 'zh-CN' }),
      'lin',
      'zh',
    ).register('林')
    await ann.find('lin')
    await ann.say('hello')
    const burns = (time: string) => chooses(ann, ann.words['burn.after'].replace('{time}', time))
    await burns('1 hour')
    await ann.page.locator('[data-burning="3600000"]').waitFor()
    await ann.say('the street is Elm')
    await ann.message('Elm').locator('[data-burn="waiting"]').waitFor()
    await burns('10 seconds')
    await ann.say('the number is 42')
    await ann.message('the number is 42').waitFor()
    await lin.row('Ann').tap()
    for (const person of [ann, lin]) {
      await person.message('Elm').locator('[data-burn="lit"]').waitFor()
      await person.message('the number is 42').waitFor({ state: 'detached' })
      assert.ok(await person.message('Elm').isVisible())
    }

    await ann.page.getByRole('button', { name: ann.words['burn.cancel'], exact: true }).click()
    await ann.page.locator('[data-burning]').waitFor({ state: 'detached' })
    await ann.say('and this stays')
    await lin.message('and this stays').waitFor()
    assert.equal(await lin.message('and this stays').locator('[data-burn]').count(), 0)
  },
)

test(
  'a message waits for its time, is put off, sent now or taken back, and nothing is sent before',
  { skip },
  async (t) => {
    const place = await world(t)
    const ann = await new Person(await place.open(desktop), 'ann').register('Ann')
    const lin = await terminal(t, place.tcp, 'lin')
    const { page, words } = ann
    await ann.find('lin')
    await ann.say('hello')
    const schedule = async (said: string, atMs: number) => {
      await ann.composer.fill(said)
      await chooses(ann, words['later.send'])
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(words['later.when'], { exact: true }).fill(toField(atMs))
      await dialog.getByRole('button', { name: words['later.do'], exact: true }).click()
    }
    const nowMs = Date.now()
    await schedule('too early', nowMs - dayMs)
    await page.getByText(words['later.past'], { exact: true }).waitFor()
    await page.getByLabel(words['later.when'], { exact: true }).fill(toField(nowMs + 100 * dayMs))
    await page.getByRole('button', { name: words['later.do'], exact: true }).click()
    await page.getByText(words['later.tooFar'], { exact: true }).waitFor()
    await page.getByRole('button', { name: words['dialog.cancel'], exact: true }).click()
    await becomes(() => ann.composer.inputValue(), 'too early')

    await schedule('good morning', nowMs + dayMs)
    await page.locator('[data-waiting="1"]').waitFor()
    await becomes(() => ann.composer.inputValue(), '')
    await schedule('never mind', nowMs + 2 * dayMs)
    await page.locator('[data-waiting="2"]').click()
    const does = async (said: string, name: string) => {
      const dialog = page.getByRole('dialog', { name: words['later.list'] })
      const label = words['later.actionsOf'].replace('{text}', said)
      await dialog.getByRole('button', { name: label, exact: true }).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    }
    await does('never mind', words['later.change'])
    const thirdDay = toField(nowMs + 3 * dayMs)
    await page.getByLabel(words['later.when'], { exact: true }).fill(thirdDay)
    await page.getByRole('button', { name: words['later.do'], exact: true }).click()
    const [time] = [new Date(thirdDay).toISOString()]
    await page.locator(`[data-scheduled="waiting"] time[datetime="${time}"]`).waitFor()
    await does('never mind', words['later.cancel'])
    await page.getByText('never mind', { exact: true }).waitFor({ state: 'detached' })
    await does('good morning', words['later.now'])
    await page.getByText(words['later.none'], { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await ann.shows(['hello', 'good morning'])
    await page.locator('[data-waiting]').waitFor({ state: 'detached' })

    const conversation = lin.conversation({ account: (await lin.find('ann')).account })
    const { messages } = await conversation.history({ from: 1, limit: 10 })
    assert.deepEqual(
      messages.map(({ text }) => text),
      ['hello', 'good morning'],
    )
  },
)

test('in a group one sees who has read a message, and who has not', { skip }, async (t) => {
  const place = await world(t)
  const ann = await new Person(await place.open(desktop), 'ann').register('Ann')
  const lin = await terminal(t, place.tcp, 'lin')
  const bob = await terminal(t, place.tcp, 'bob')
  const annAccount = (await lin.find('ann')).account
  for (const im of [lin, bob])
    await im.conversation({ account: annAccount }).send({ text: 'hi' }).stored
  const members = [annAccount, bob.me?.account ?? 0]
  const group = await groupsOf(lin).create({ name: 'Sofa', members })
  await ann.row('Sofa').click()
  await ann.say('who takes it?')
  await ann.status('who takes it?', 'stored').or(ann.status('who takes it?', 'delivered')).waitFor()
  const { page, words } = ann
  const inGroup = lin.conversation(group)
  await inGroup.openLatest()
  const seq = () =>
    inGroup.window.getSnapshot().messages.find(({ text }) => text === 'who takes it?')?.seq ?? 0
  await becomes(async () => seq() > 0, true)
  inGroup.markRead(seq())
  await becomes(async () => {
    const { accounts } = await groupsOf(lin).readers(group, seq())
    return accounts
  }, [lin.me?.account ?? 0])

  await ann.act('who takes it?', words['readers.title'])
  const dialog = page.getByRole('dialog', { name: words['readers.title'] })
  await dialog.locator('[data-readers="read"]').getByText('@lin').waitFor()
  await dialog.getByText(words['readers.unread'].replace('{count}', '1')).click()
  await dialog.locator('[data-readers="unread"]').getByText('@bob').waitFor()
  assert.equal(await dialog.locator('[data-readers="unread"] li').count(), 1)
})
