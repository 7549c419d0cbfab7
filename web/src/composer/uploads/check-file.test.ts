import assert from 'node:assert/strict'
import test from 'node:test'
import { checkFile, isShownPicture } from './check-file.ts'

const space = {
  usedBytes: 500,
  accountBytesMax: 1_000,
  dayBytes: 100,
  dayBytesMax: 900,
  fileBytesMax: 400,
  imageBytesMax: 200,
}
const why = (
  size: number,
  type = '',
  plannedBytes = 0,
  known: typeof space | undefined = space,
) => {
  const trouble = checkFile({ size, type }, plannedBytes, known)
  return trouble && [trouble.id, trouble.bytes, trouble.asFile]
}

test('what cannot be sent is known before it is', () => {
  assert.equal(why(400), undefined)
  assert.deepEqual(why(0), ['attach.empty', 0, false])
  assert.deepEqual(why(401), ['attach.tooLarge', 400, false])
  assert.deepEqual(why(201, 'image/png'), ['attach.tooLarge', 200, true])
  assert.deepEqual(why(400, '', 101), ['attach.noSpace', 399, false])
  const tired = { ...space, dayBytes: 899 }
  assert.deepEqual(why(2, '', 0, tired), ['attach.dayFull', 1, false])
  // Offline only the server can say more.
  assert.equal(checkFile({ size: 9e12, type: '' }, 0, undefined), undefined)
})

test('only pictures that never run are shown', () => {
  assert.equal(isShownPicture('image/png'), true)
  assert.equal(isShownPicture('image/svg+xml'), false)
  assert.equal(isShownPicture('text/html'), false)
})
