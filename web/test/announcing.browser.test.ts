import assert from 'node:assert/strict'
import { test } from 'node:test'
import { skip, world } from './browser-world.ts'
import { becomes, Person } from './person.ts'

test(
  'a screen reader hears new messages, and focus stays where one writes',
  { skip },
  async (t) => {
    const { open } = await world(t)
    const ann = await new Person(await open(), 'ann').register('Ann')
    const bob = await new Person(await open(), 'bob').register('Bob')
    await ann.find('bob')
    await ann.say('hello')
    await ann.status('hello', 'delivered').waitFor()
    await bob.row('Ann').click()
    await ann.composer.fill('half a')
    await bob.say('first')
    await bob.say('second')
    const log = ann.page.getByRole('log', { name: ann.words['chat.newMessages'] })
    assert.equal(await log.getAttribute('aria-live'), 'polite')
    await becomes(() => log.locator('p').allInnerTexts(), ['Bob: first', 'Bob: second'])
    const isFocused = await ann.composer.evaluate((area) => area === document.activeElement)
    assert.equal(isFocused, true)
    assert.equal(await ann.composer.inputValue(), 'half a')
  },
)
