import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { removeLeftFolders } from './left-folders.ts'

test('what a process left goes, what a living one uses and what is seeded stays', () => {
  const root = mkdtempSync(join(tmpdir(), 'parley-left-'))
  try {
    const { pid: gone } = spawnSync(process.execPath, ['-e', ''])
    const stay = [`run-${process.pid}-1`, `seed-0a1b.${process.pid}.partial`, 'seed-0a1b', 'run-x']
    const go = [`run-${gone}-1`, `seed-0a1b.${gone}.partial`]
    for (const name of [...stay, ...go]) mkdirSync(join(root, name, 'deep'), { recursive: true })
    removeLeftFolders(root)
    assert.deepEqual(readdirSync(root).toSorted(), stay.toSorted())
  } finally {
    rmSync(root, { recursive: true })
  }
})
