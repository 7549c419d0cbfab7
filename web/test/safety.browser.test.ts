import assert from 'node:assert/strict'
import { test } from 'node:test'
import { skip, world } from './browser-world.ts'
import { Person } from './person.ts'

const payloads = [
  '<script>globalThis.ran = true</script>',
  '<img src="x" onerror="globalThis.ran = true">',
  '<svg onload="globalThis.ran = true"></svg>',
  '"><iframe srcdoc="<script>parent.ran = true</script>"></iframe>',
  'javascript:globalThis.ran=true',
  'data:text/html,<script>alert(1)</script>',
  '{{constructor.constructor("globalThis.ran = true")()}}',
]
const name = '<img src=x onerror=globalThis.ran=true>'

// Without the page's policy, so that it is the app itself which holds.
const bare = { bypassCSP: true }

test('what people write is text: nothing in a message or a name ever runs', { skip }, async (t) => {
  const { open } = await world(t)
  const eve = await new Person(await open(bare), 'eve').register(name)
  const bob = await new Person(await open(bare), 'bob').register('Bob')
  await eve.find('bob')
  for (const payload of payloads) await eve.say(payload)
  await eve.say('see https://example.org/a?b=1 and http://user@example.org/')
  await bob.row(name).click()
  await bob.message('see https').waitFor()
  await eve.status('see https', 'read').waitFor()
  for (const { page } of [eve, bob]) {
    const link = ' (opens in a new tab)'
    const shown = await page.locator('[data-history] [data-seq] span[dir="auto"]').allTextContents()
    assert.deepEqual(shown.slice(0, -1), payloads)
    const last = `see https://example.org/a?b=1${link} and http://user@example.org/`
    assert.equal(shown.at(-1), last)
    const links = page.locator('[data-history] a')
    assert.deepEqual(await links.evaluateAll((all) => all.map((a) => a.getAttribute('href'))), [
      'https://example.org/a?b=1',
    ])
    assert.match((await links.first().getAttribute('rel')) ?? '', /noopener.*nofollow/)
    assert.equal(await page.locator('[data-history] :is(script, img, iframe)').count(), 0)
    assert.equal(await page.evaluate(() => 'ran' in globalThis), false)
  }
  await bob.page.getByRole('heading', { name, exact: true }).waitFor()
})

test('an address that is made up shows a page that says so', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  for (const [path, answer] of [
    ['/nowhere/at/all', 'There is no such page'],
    ['/@nobody-of-that-name', 'There is no account with this name.'],
    ['/u/123456789', 'This conversation cannot be opened'],
    ['/c/123456789', 'This conversation cannot be opened'],
  ] as const) {
    await ann.page.goto(path)
    await ann.page.getByText(answer).waitFor()
  }
})
