import assert from 'node:assert/strict'
import test from 'node:test'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { errors } from '@parley/protocol'
import { en } from './catalog/en.ts'
import { zhHans } from './catalog/zh-hans.ts'

/** The names of what is filled in, those inside plurals too. */
function argumentsOf(compiled: unknown, names = new Set<string>()): Set<string> {
  if (!Array.isArray(compiled)) return names
  for (const token of compiled as unknown[]) {
    if (!Array.isArray(token)) continue
    const [name, , choices] = token as [string, string?, Record<string, unknown>?]
    names.add(name)
    for (const choice of Object.values(choices ?? {})) argumentsOf(choice, names)
  }
  return names
}

test('both languages have every message, with the same arguments', () => {
  assert.deepEqual(Object.keys(zhHans).toSorted(), Object.keys(en).toSorted())
  for (const id of Object.keys(en) as (keyof typeof en)[]) {
    const [english, chinese] = [en[id], zhHans[id]].map((text) => compileMessageOrThrow(text))
    assert.deepEqual([...argumentsOf(chinese)].toSorted(), [...argumentsOf(english)].toSorted(), id)
    assert.notEqual(zhHans[id].trim(), '', id)
  }
})

test('every refusal of the server has words', () => {
  for (const code of Object.keys(errors)) assert.ok(`error.${code}` in en, code)
})

test('Chinese is written with Chinese signs', () => {
  for (const [id, text] of Object.entries(zhHans)) {
    const bare = text.replace(/\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '')
    assert.doesNotMatch(bare, /\p{Script=Han}[,.;:!?]|\.\.\./u, id)
  }
})
