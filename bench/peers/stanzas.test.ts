import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { attributeOf, countOf, inner, nameOf, StanzaReader, textOf } from './stanzas.ts'

const recorded = (name: string) =>
  readFileSync(join(import.meta.dirname, 'recorded', `${name}.xml`), 'utf8')

/** What a reader finds in a recorded stream that comes in pieces of so many characters. */
function read(text: string, pieceChars: number): string[] {
  const reader = new StanzaReader()
  const found: string[] = []
  for (let at = 0; at < text.length; at += pieceChars) {
    reader.read(text.slice(at, at + pieceChars), (stanza) => {
      found.push(stanza)
      if (nameOf(stanza) === 'success') reader.restart()
    })
  }
  return found
}

const begins = ['stream:stream', 'stream:features', 'success', 'stream:stream', 'stream:features']

test('a recorded stream is the same stanzas however it is cut', () => {
  for (const name of ['ejabberd-23.01', 'prosody-0.12']) {
    const text = recorded(name)
    const whole = read(text, text.length)
    assert.deepEqual(whole.map(nameOf).slice(0, 7), [...begins, 'iq', 'enabled'], name)
    // NOTE nothing is lost: all that stands outside of stanzas are the two declarations.
    assert.equal(whole.join(''), text.replaceAll("<?xml version='1.0'?>", ''), name)
    for (const pieceChars of [1, 2, 7, 100]) assert.deepEqual(read(text, pieceChars), whole, name)
  }
})

test('a message within a message belongs to the outer one', () => {
  const found = read(recorded('prosody-0.12'), 3).filter((stanza) => stanza.includes('<result'))
  assert.equal(found.length, 4)
  assert.deepEqual(
    found.map((stanza) => textOf(stanza, 'body')),
    ['00000', '00001', '00002', '00003'],
  )
})

test('a bracket between quotes ends no tag, and attributes are those of the stanza itself', () => {
  const reader = new StanzaReader()
  const found: string[] = []
  const message = `<message a='x>y' type="chat"><body id='b'>hi</body></message>`
  reader.read(`<stream:stream>${message}<r/>`, (stanza) => found.push(stanza))
  assert.deepEqual(found, ['<stream:stream>', message, '<r/>'])
  assert.equal(attributeOf(message, 'a'), 'x>y')
  assert.equal(attributeOf(message, 'type'), 'chat')
  assert.equal(attributeOf(message, 'id'), undefined)
})

test('what stands within a stanza is found by its name, and counted', () => {
  const items = "<item jid='a'/><item jid='b'></item><items/>"
  const answer = `<iq type='result'><query ver='7'>${items}</query></iq>`
  assert.equal(attributeOf(inner(answer, 'query'), 'ver'), '7')
  assert.equal(attributeOf(inner(answer, 'query'), 'type'), undefined)
  assert.equal(inner(answer, 'fin'), '')
  assert.equal(countOf(answer, 'item'), 2)
  assert.equal(countOf("<iq type='result'/>", 'item'), 0)
})
