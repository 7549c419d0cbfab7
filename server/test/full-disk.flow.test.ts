import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'

const scenario = join(import.meta.dirname, 'full-disk.ts')
/** What is mounted there is seen by that process alone, and gone with it. */
const ways = [
  ['--mount', '--pid', '--fork', '--kill-child'],
  ['--mount', '--pid', '--fork', '--kill-child', '--map-root-user'],
]

/** Four starts of a server, on a machine that does other things. */
const timeoutMs = 180_000

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-full-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test(
  '[R15.b] [R1.c] on a disk that is full to the last byte the server starts, is read, acks nothing, and recovers',
  { timeout: timeoutMs },
  async (t) => {
    const folder = folderFor(t)
    const tryOut = ['mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]
    const way = ways.find((flags) => spawnSync('unshare', [...flags, ...tryOut]).status === 0)
    if (way === undefined)
      return t.skip('no disk of a known size may be mounted here (unshare and mount are needed)')
    const run = spawn('unshare', [...way, process.execPath, scenario, folder], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    t.after(() => run.kill('SIGKILL'))
    assert.deepEqual(await once(run, 'exit'), [0, null])
  },
)
