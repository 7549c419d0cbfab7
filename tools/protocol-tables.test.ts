import assert from 'node:assert/strict'
import test from 'node:test'
import * as protocol from '../protocol/src/index.ts'
import { exampleFrames } from './lib/protocol-example.mjs'
import { generatedPages, readPage, withSections } from './protocol-tables.mjs'

for (const path of generatedPages) {
  test(`${path} says what the sources say`, () => {
    const text = readPage(path)
    assert.ok(text === withSections(path, text), 'run: npx node tools/protocol-tables.mjs')
  })
}

/** The bytes of every example on the page, read back as a stranger would. */
function pageExamples(): Uint8Array[] {
  const section =
    /<!-- begin example -->([\s\S]*)<!-- end example -->/.exec(readPage('docs/protocol.md'))?.[1] ??
    ''
  return [...section.matchAll(/```text\n([\s\S]*?)```/g)].map(([, block = '']) => {
    const bytes = block
      .split('\n')
      .flatMap((line) => /^(?:[0-9a-f]{2} )*[0-9a-f]{2}(?= |$)/.exec(line)?.[0].split(' ') ?? [])
    return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16))
  })
}

test('the bytes on the page are the frames that the code writes, and the code reads them back', () => {
  const read = pageExamples()
  assert.deepEqual(
    read,
    exampleFrames(protocol).map(({ bytes }: { bytes: Uint8Array }) => Uint8Array.from(bytes)),
  )
  const [send] = read.flatMap((bytes) => protocol.readFrames(bytes, protocol.frameBodyBytesMax))
  assert.equal(send?.command, protocol.commands.send.id)
  const request = protocol.wire.SendRequest.decode(send.body)
  assert.equal(protocol.wire.EntryBody.decode(request.body).text, 'Hi 你好')
})
