import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { missingPrograms } from '../proof/programs.ts'
import { FaultedServer, type FaultSite } from './faulted-server.ts'

const timeoutMs = 240_000
const first = { file: 'parley.db-wal', error: 'EIO', when: 1 } as const
/** Both strike a commit that the start itself makes, after the store is open. */
const sites: FaultSite[] = [
  { ...first, call: 'pwrite64' },
  { ...first, call: 'fsync' },
]

for (const [accessProcesses, site] of sites.entries()) {
  test(
    `[R15.a] a disk that fails at the start's own commit ends a server with ${accessProcesses} access processes with the status that says so`,
    { timeout: timeoutMs },
    async (t) => {
      if (process.platform !== 'linux') return t.skip('it needs Linux')
      const missing = missingPrograms('strace')
      if (missing !== undefined) {
        assert.notEqual(process.env['CI'], 'true', missing)
        return t.skip(missing)
      }
      const folder = mkdtempSync(join(tmpdir(), 'parley-failing-start-'))
      t.after(() => rmSync(folder, { recursive: true, force: true }))
      const options = ['--access-processes', String(accessProcesses)]
      const server = new FaultedServer(join(folder, 'data'), options, [site])
      t.after(() => server.stop())
      await server.start()
      await server.kill()
      await server.start()
      assert.equal(server.tally.endedAtStart, 1)
    },
  )
}
