import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import test from 'node:test'
import { temporaryFolder } from '../data/testing/sqlite-worlds.ts'
import { exitStatuses } from './exit-statuses.ts'
import { runServer } from './run-server.ts'

test('[R15] a server that cannot read or write its store at the start ends with the status of a failed disk', async () => {
  using folder = temporaryFolder()
  mkdirSync(`${folder.path}/parley.db-wal`)
  const given = { data: folder.path, port: '0', 'tcp-port': '0', 'log-level': 'silent' }
  assert.equal(await runServer(given), exitStatuses.storage)
})
