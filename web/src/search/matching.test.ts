import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matches, snippet, stretches, wordsOf } from './matching.ts'

const marked = (text: string, query: string) =>
  stretches(text, wordsOf(query))
    .map((stretch) => (stretch.hit ? `[${stretch.text}]` : stretch.text))
    .join('')

test('what was looked for is marked, whatever its case, accents and width', () => {
  assert.equal(
    marked('Is the Desk still there? desk!', 'desk'),
    'Is the [Desk] still there? [desk]!',
  )
  assert.equal(marked('Café Sofía', 'sofia cafe'), '[Café] [Sofía]')
  assert.equal(marked('ＡＢＣ房', 'abc'), '[ＡＢＣ]房')
  assert.equal(marked('两居室 flat', '居室 FLAT'), '两[居室] [flat]')
  assert.equal(marked('nothing of it', 'desk'), 'nothing of it')
})

test('of a Chinese word that is not there as a whole its pairs are marked, overlapping ones once', () => {
  assert.equal(marked('出租两居，居室朝南', '两居室'), '出租[两居]，[居室]朝南')
  assert.equal(marked('aaa', 'aa a'), '[aaa]')
})

test('the stretches together are the text', () => {
  for (const [text, query] of [
    ['😀 房子 😀 İstanbul ﬁne', '房子 fi i'],
    ['', 'x'],
    ['x', 'x'],
  ] as const)
    assert.equal(
      stretches(text, wordsOf(query))
        .map((each) => each.text)
        .join(''),
      text,
    )
})

test('a snippet is one line with the hit in view', () => {
  const text = `${'很长的前文。'.repeat(30)}\n就在\n城根路十二号`
  const shown = snippet(text, wordsOf('城根'))
  const hit = shown.findIndex((stretch) => stretch.hit)
  assert.ok(hit > 0)
  const before = shown
    .slice(0, hit)
    .map((each) => each.text)
    .join('')
  assert.ok(before.length < 20 && before.startsWith('…') && !before.includes('\n'), before)
  assert.deepEqual(snippet('short', wordsOf('zzz')), [{ text: 'short', hit: false }])
})

test('a name matches when it has every word', () => {
  assert.ok(matches(['李华 · 二手家具', 'lihua'], wordsOf('家具 LI')))
  assert.ok(!matches(['李华', 'lihua'], wordsOf('李 wang')))
})
