import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CDPSession } from 'playwright-core'
import { skip, world } from './browser-world.ts'
import { Person } from './person.ts'

const inputMethodKeyCode = 229

/** Enter as an input method gives it to the page. */
async function enterOfInputMethod(session: CDPSession) {
  const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: inputMethodKeyCode }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}

test(
  'an input method that composes never sends; Enter sends; Shift and Enter begin a line',
  { skip },
  async (t) => {
    const { open } = await world(t)
    const lin = await new Person(await open({ locale: 'zh-CN' }), 'lin', 'zh').register('林')
    await new Person(await open(), 'bob').register('Bob')
    await lin.find('bob')
    const { page, composer } = lin
    const session = await page.context().newCDPSession(page)
    const keys = await page.evaluateHandle(() => {
      const seen: string[] = []
      addEventListener('keydown', (event) => {
        if (event.key === 'Enter') seen.push(`${event.isComposing} ${event.keyCode}`)
      })
      return seen
    })
    await composer.focus()
    const composition = { text: 'ni hao', selectionStart: 6, selectionEnd: 6 }
    await session.send('Input.imeSetComposition', composition)
    await enterOfInputMethod(session)
    const plainEnter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...plainEnter })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...plainEnter })
    await session.send('Input.insertText', { text: '你好' })
    // Safari has ended the composition by the time of the key.
    await enterOfInputMethod(session)
    assert.deepEqual(await keys.jsonValue(), ['true 229', 'true 13', 'false 229'])
    assert.equal(await composer.inputValue(), '你好')

    await composer.press('Shift+Enter')
    await composer.pressSequentially('在吗')
    assert.equal(await composer.inputValue(), '你好\n在吗')
    await composer.press('Enter')
    assert.equal(await composer.inputValue(), '')
    await lin.status('在吗', 'delivered').waitFor()
    await lin.shows(['你好\n在吗'])
  },
)

test('nothing but space is not sent; what is too long is said and kept', { skip }, async (t) => {
  const { open } = await world(t)
  const ann = await new Person(await open(), 'ann').register('Ann')
  await new Person(await open(), 'bob').register('Bob')
  await ann.find('bob')
  const send = ann.page.getByRole('button', { name: 'Send', exact: true })
  await ann.say('  \n ')
  assert.equal(await send.isDisabled(), true)
  const long = 'x'.repeat(100_000)
  await ann.say(long)
  await ann.page.getByText('too long').waitFor()
  assert.equal(await send.isDisabled(), true)
  assert.equal(await ann.composer.inputValue(), long)
  await ann.say('short')
  await ann.status('short', 'delivered').waitFor()
  await ann.shows(['short'])
})
