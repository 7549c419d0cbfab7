import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAccountClient, createIM, groupsOf } from '@parley/client/node'
import { skip, world } from './browser-world.ts'
import { becomes, password, Person } from './person.ts'

test('a group says who speaks, what happened, and who is named', { skip }, async (t) => {
  const { open, tcp } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  const lin = await new Person(await open({ locale: 'zh-CN' }), 'lin', 'zh').register('林梅')
  const device = { deviceClass: 6, name: 'terminal' }
  const { accessToken } = await createAccountClient(tcp).register({
    handle: 'olga',
    displayName: 'Olga',
    password,
    device,
  })
  const olga = createIM({ url: tcp, token: async () => accessToken })
  t.after(() => olga.stop())
  await olga.start()
  const members = (await Promise.all(['ann', 'lin'].map((handle) => olga.find(handle)))).map(
    ({ account }) => account,
  )
  const group = await groupsOf(olga).create({ name: 'Desk', members })
  await olga.conversation(group).send({ text: 'hello all' }).stored
  await groupsOf(olga).change(group, { name: 'Desk on Thursday' })

  await ann.row('Desk on Thursday').click()
  await lin.row('Desk on Thursday').click()
  await ann.message('hello all').getByText('Olga', { exact: true }).waitFor()
  const renamed = (words: string) =>
    words.replace('{name}', 'Olga').replace('{title}', 'Desk on Thursday')
  await ann.page.locator('[data-notice]').getByText(renamed(ann.words['notice.renamed'])).waitFor()
  await lin.page.locator('[data-notice]').getByText(renamed(lin.words['notice.renamed'])).waitFor()

  await ann.composer.pressSequentially('ask @林')
  await ann.page.locator('[data-mentions]').getByRole('option', { name: '林梅' }).waitFor()
  await ann.composer.press('Enter')
  await becomes(() => ann.composer.inputValue(), 'ask @林梅 ')
  await ann.composer.press('Enter')
  await lin.message('ask @林梅').locator('[data-mention]').getByText('@林梅').waitFor()
  const [said] = (await olga.conversation(group).history({ backward: true, limit: 1 })).messages
  assert.deepEqual(
    said?.content.mentions?.map(({ account, offset, length }) => [account, offset, length]),
    [[members[1], 4, 3]],
  )
  // Escape closes the list and leaves the text.
  await lin.composer.pressSequentially('@')
  await lin.page.locator('[data-mentions]').waitFor()
  await lin.composer.press('Escape')
  await lin.page.locator('[data-mentions]').waitFor({ state: 'detached' })
  assert.equal(await lin.composer.inputValue(), '@')
})
