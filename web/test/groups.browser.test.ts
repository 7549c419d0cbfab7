import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phone, skip, world } from './browser-world.ts'
import { becomes, Person } from './person.ts'

test('a group is made, somebody is added, all talk, one leaves', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  const bob = await new Person(await open(phone), 'bob').register('Bob')
  const lin = new Person(await open({ locale: 'zh-CN' }), 'lin.mei', 'zh')
  await lin.register('林梅')
  for (const handle of ['bob', 'lin.mei']) {
    await ann.find(handle)
    await ann.say(`hello ${handle}`)
    await ann.status(`hello ${handle}`, 'delivered').waitFor()
  }

  await ann.makeGroup('Flat 12', ['Bob'])
  await bob.row('Flat 12').tap()
  await ann.say('welcome')
  await bob.message('welcome').waitFor()
  await bob.say('thanks')
  await ann.message('thanks').waitFor()

  await ann.openAbout()
  const { page, words } = ann
  await page.getByRole('link', { name: words['groups.invite'] }).click()
  await page.getByRole('checkbox', { name: '林梅' }).check({ force: true })
  await page
    .getByRole('button', { name: words['groups.inviteCount'].replace(/\{.*\}/, '1 person') })
    .click()
  await page.getByRole('heading', { name: '3 members' }).waitFor()
  await lin.row('Flat 12').click()
  await lin.say('大家好')
  await bob.message('大家好').waitFor()

  // What one may not do is not offered.
  await bob.openAbout()
  await bob.page.getByRole('button', { name: bob.words['groups.leave'] }).waitFor()
  for (const id of ['groups.makeLink', 'groups.dissolve'] as const)
    assert.equal(await bob.page.getByRole('button', { name: bob.words[id] }).count(), 0, id)
  assert.equal(await bob.page.getByRole('button', { name: 'What to do with' }).count(), 0)

  await bob.page.getByRole('button', { name: bob.words['groups.leave'] }).tap()
  await bob.page
    .getByRole('alertdialog')
    .getByRole('button', { name: bob.words['groups.leave'] })
    .tap()
  await bob.page.getByText(bob.words['chat.left']).waitFor()
  await page.getByRole('heading', { name: '2 members' }).waitFor()
})

test('a link is made; who asks is let in, when it is revoked nobody', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  const bob = new Person(await open(phone), 'bob')
  await ann.makeGroup('Flea market', [])
  await ann.openAbout()
  const { page, words } = ann
  await page.getByText(words['groups.approveJoins'], { exact: true }).click()
  const approve = page.getByRole('switch', { name: words['groups.approveJoins'] })
  await becomes(() => approve.isChecked(), true)
  await page.getByRole('button', { name: words['groups.makeLink'] }).click()
  const address = page.getByLabel(words['groups.link'], { exact: true })
  const link = await address.inputValue()

  // Who has no account yet makes one, and is where the link leads.
  await bob.page.goto(link)
  await bob.page.getByRole('link', { name: bob.words['auth.register'] }).tap()
  await bob.fillRegister('Bob')
  await bob.page.getByRole('heading', { name: 'Flea market' }).waitFor()
  await bob.page.getByLabel(bob.words['groups.joinText'], { exact: true }).fill('I sell books')
  await bob.page.getByRole('button', { name: bob.words['groups.askJoin'] }).tap()
  await bob.page.getByText(bob.words['groups.joinWaits']).waitFor()

  await page.getByText('I sell books').waitFor()
  await page
    .getByRole('button', { name: words['requests.acceptNamed'].replace('{name}', 'Bob') })
    .click()
  await page.getByRole('heading', { name: '2 members' }).waitFor()
  await page.getByText('I sell books').waitFor({ state: 'detached' })
  await bob.page.goto('/')
  await bob.row('Flea market').tap()
  await bob.say('here I am')
  await bob.status('here I am', 'stored').waitFor()

  await page.getByRole('button', { name: words['groups.revoke'] }).click()
  await address.waitFor({ state: 'detached' })
  const cleo = await new Person(await open(), 'cleo').register('Cleo')
  await cleo.page.goto(link)
  await cleo.page.getByText(cleo.words['groups.deadLink']).waitFor()
})

test(
  'roles: an admin is made, mutes all and is handed the group; it ends for everybody',
  { skip },
  async (t) => {
    const { open } = await world(t)
    const ann = await new Person(await open(), 'ann').register('Ann')
    const bob = await new Person(await open(), 'bob').register('Bob')
    await ann.find('bob')
    await ann.say('hello')
    await ann.status('hello', 'delivered').waitFor()
    await ann.makeGroup('Team', ['Bob'])
    await ann.openAbout()
    const { page, words } = ann
    const about = async (person: Person, name: string, action: string) => {
      await person.page
        .getByRole('button', { name: person.words['groups.memberActs'].replace('{name}', name) })
        .click()
      await person.page.getByRole('menuitem', { name: action, exact: true }).click()
      const question = person.page.getByRole('alertdialog')
      await question.getByRole('button').last().click()
      await question.waitFor({ state: 'detached' })
    }
    await about(ann, 'Bob', words['groups.promote'])
    await page.getByText(words['groups.role.admin'], { exact: true }).waitFor()

    await bob.row('Team').click()
    await bob.openAbout()
    await bob.page.getByText(bob.words['groups.muteAll'], { exact: true }).click()
    const isMuted = page.getByRole('switch', { name: words['groups.muteAll'] })
    await becomes(() => isMuted.isChecked(), true)

    await about(ann, 'Bob', words['groups.transfer'])
    await page.getByRole('button', { name: words['groups.leave'] }).waitFor()
    await bob.page
      .getByRole('button', {
        name: bob.words['groups.change'].replace('{what}', bob.words['groups.name']),
      })
      .click()
    await bob.page.getByLabel(bob.words['groups.name'], { exact: true }).fill('Bob’s team')
    await bob.page.getByRole('button', { name: bob.words['settings.save'], exact: true }).click()
    await page.locator('main').getByRole('heading', { name: 'Bob’s team' }).waitFor()
    await bob.page.getByRole('button', { name: bob.words['groups.dissolve'] }).click()
    await bob.page
      .getByRole('alertdialog')
      .getByRole('button', { name: bob.words['groups.dissolve'] })
      .click()
    await page.getByText(words['groups.dissolved']).waitFor()
  },
)
