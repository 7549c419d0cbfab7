import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { cuttableWire } from './cuttable-wire.ts'
import { skip, visitors, world } from './browser-world.ts'
import { becomes, Person } from './person.ts'
import { png } from './png.ts'

const attach = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('form input[type=file]').setInputFiles(files)
const picture = (name: string, width = 320, height = 200) => ({
  name,
  mimeType: 'image/png',
  buffer: png(width, height),
})
const loaded = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) =>
      all.map((one) => one instanceof HTMLImageElement && one.complete && one.naturalWidth > 0),
    )

test('pictures and a file go from one to the other: seen, opened, saved', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  const bob = await new Person(await open({ acceptDownloads: true }), 'bob').register('Bob')
  await ann.find('bob')
  await attach(ann.page, picture('one.png'), picture('two.png', 200, 300))
  await becomes(() => ann.page.locator('[data-upload="done"]').count(), 2)
  await ann.say('the desk')
  await ann.status('the desk', 'delivered').waitFor()
  assert.equal(await ann.page.locator('[data-tray]').count(), 0)

  await bob.row('Ann').click()
  await bob.message('the desk').waitFor()
  await becomes(() => loaded(bob.page, '[data-picture] img'), [true, true])
  await bob.page.locator('[data-picture]').first().click()
  await becomes(() => loaded(bob.page, '[data-large]'), [true])
  await bob.page.getByText('1 / 2').waitFor()
  await bob.page.keyboard.press('ArrowRight')
  await bob.page.getByText('2 / 2').waitFor()
  await bob.page.keyboard.press('Escape')
  await bob.page.locator('[data-large]').waitFor({ state: 'detached' })

  const bytes = Buffer.from('a contract, line by line\n'.repeat(2_000))
  await attach(ann.page, { name: '合同.txt', mimeType: 'text/plain', buffer: bytes })
  await ann.page.locator('[data-upload="done"]').waitFor()
  await ann.page.getByRole('button', { name: ann.words['composer.send'], exact: true }).click()
  const card = bob.page.locator('[data-file]')
  await card.getByText('合同.txt').waitFor()
  const [download] = await Promise.all([bob.page.waitForEvent('download'), card.click()])
  assert.equal(download.suggestedFilename(), '合同.txt')
  assert.deepEqual(readFileSync(await download.path()), bytes)
})

test(
  'an upload goes on where it was when the network was cut, pauses and is taken back',
  { skip },
  async (t) => {
    const { url } = await world(t)
    const wire = await cuttableWire(t, url)
    const open = await visitors(t, wire.url)
    const ann = await new Person(await open(), 'ann').register('Ann')
    await new Person(await open(), 'bob').register('Bob')
    await ann.find('bob')
    const { page, words } = ann
    let pieces = 0
    let resent = 0
    await page.route(/\/files\/uploads\/./, async (route) => {
      const request = route.request()
      if (request.method() === 'PATCH') {
        pieces += 1
        // In the middle of the second piece.
        if (pieces === 2) wire.cut()
        if (pieces > 2) resent = Math.max(resent, Number(request.headers()['upload-offset'] ?? 0))
      }
      await route.continue()
    })
    const buffer = Buffer.alloc(3_000_000, 5)
    await attach(page, { name: 'plan.bin', mimeType: 'application/octet-stream', buffer })
    await page.locator('[data-tray]').getByText(words['attach.waiting']).waitFor()
    await ann.say('the plan')
    await page.locator('[data-tray="sending"]').waitFor()
    assert.equal(await ann.message('the plan').count(), 0)
    wire.mend()
    await ann.status('the plan', 'delivered').waitFor()
    await page.locator('[data-tray]').waitFor({ state: 'detached' })
    assert.ok(resent > 0, 'it began anew instead of going on')

    // The next one is held by the test until it was paused.
    await page.unroute(/\/files\/uploads\/./)
    let release: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\/files\/uploads\/./, async (route) => {
      await held
      await route.continue().catch(() => {})
    })
    await attach(page, { name: 'other.bin', mimeType: 'application/octet-stream', buffer })
    await page
      .getByRole('button', { name: words['attach.pause'].replace('{name}', 'other.bin') })
      .click()
    await page.locator('[data-upload="paused"]').waitFor()
    release()
    await page
      .getByRole('button', { name: words['attach.resume'].replace('{name}', 'other.bin') })
      .click()
    await page.locator('[data-upload="done"]').waitFor()
    await page
      .getByRole('button', { name: words['attach.remove'].replace('{name}', 'other.bin') })
      .click()
    await page.locator('[data-tray]').waitFor({ state: 'detached' })
  },
)

test(
  'what cannot be sent is said before it is; what is pasted and dropped is taken',
  { skip },
  async (t) => {
    const { open } = await world(t)
    const ann = await new Person(await open({ bypassCSP: true }), 'ann').register('Ann')
    await new Person(await open(), 'bob').register('Bob')
    await ann.find('bob')
    const { page, words } = ann
    const sends = page.getByRole('button', { name: words['composer.send'], exact: true })
    await attach(
      page,
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      { name: 'fake.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="ran=1"/>') },
    )
    await page.getByText(words['attach.empty']).waitFor()
    await page.getByText(words['attach.typeRefused']).waitFor()
    assert.equal(await sends.isDisabled(), true)
    await page
      .getByRole('button', { name: words['attach.remove'].replace('{name}', 'empty.txt') })
      .click()
    await page.getByRole('button', { name: words['attach.asFile'] }).click()
    await page.locator('[data-upload="done"]').waitFor()
    await sends.click()
    await page.locator('[data-file]').getByText('fake.png').waitFor()

    const given = { name: 'shot.png', bytes: [...png(40, 30)] }
    const put = (type: 'paste' | 'drop') =>
      page.evaluate(
        ({ kind, name, bytes }) => {
          const data = new DataTransfer()
          data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }))
          const area = document.querySelector('form textarea')
          const place = document.querySelector('[data-history]') ?? area
          const event =
            kind === 'paste'
              ? new ClipboardEvent('paste', {
                  clipboardData: data,
                  bubbles: true,
                  cancelable: true,
                })
              : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          ;(kind === 'paste' ? area : place)?.dispatchEvent(event)
        },
        { kind: type, ...given },
      )
    await put('paste')
    await becomes(() => page.locator('[data-upload="done"]').count(), 1)
    await put('drop')
    await becomes(() => page.locator('[data-upload="done"]').count(), 2)
    await sends.click()
    await becomes(() => loaded(page, '[data-picture] img'), [true, true])
    assert.equal(await page.evaluate(() => 'ran' in globalThis), false)
  },
)
