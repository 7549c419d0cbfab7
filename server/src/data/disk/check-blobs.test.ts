import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { pieces } from '../blob-store.contract.ts'
import { blobProblems } from './check-blobs.ts'
import { openDiskBlobs } from './disk-blobs.ts'

test('bytes of files that are missing or damaged are named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-blobs-'))
  const blobs = await openDiskBlobs(folder)
  const hashes = ['one', 'two', 'three'].map((text) => createHash('sha256').update(text).digest())
  for (const [index, text] of ['one', 'two', 'three'].entries())
    await blobs.store(hashes[index]!, pieces(text))
  const names = hashes.map((hash) => hash.toString('hex'))
  assert.deepEqual(blobProblems(folder, names), [])
  const [, two, three] = names as [string, string, string]
  writeFileSync(join(folder, 'blobs', two.slice(0, 2), two.slice(2)), 'twp')
  await blobs.remove(hashes[2]!)
  assert.deepEqual(blobProblems(folder, names), [
    `blob ${two} is damaged`,
    `the bytes of blob ${three} are missing`,
  ])
  rmSync(folder, { recursive: true })
})
