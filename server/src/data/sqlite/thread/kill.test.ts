import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import test from 'node:test'
import { ManualClock } from '../../../base/testing/manual-clock.ts'
import { silentLog } from '../../../base/log.ts'
import { temporaryFolder } from '../../testing/sqlite-worlds.ts'
import { seededRandom } from '../../testing/store-world.ts'
import { openSqliteStore } from './open-sqlite-store.ts'
import { verifyFolder } from './store-files.ts'

const rounds = 4
/** Acks after which the writing process is killed, in the middle of the next ones. */
const acksMin = 200

test('[R1] [R2] a process killed while it writes loses nothing acked, and its folder is free', async () => {
  using folder = temporaryFolder()
  const acked = new Map<string, number>()
  for (let round = 0; round < rounds; round += 1) {
    await writeUntilKilled(folder.path, round, acked)
    const store = await openSqliteStore({
      folder: folder.path,
      clock: new ManualClock(Date.now()),
      random: seededRandom(round),
      log: silentLog,
    })
    const conversation = await store.conversations.resolve(1, { account: 2 })
    const seqs = new Map<string, number>()
    for (let fromSeq = 1; ;) {
      const at = { reader: 2, conversation: conversation!, fromSeq, limit: 500, backward: false }
      const page = await store.entries.pull({ ...at, bytesMax: 1e9 })
      assert.ok(page.status === 'page')
      for (const { seq, clientId } of page.entries) {
        const id = Buffer.from(clientId).toString('hex')
        assert.equal(seqs.has(id), false, 'doubled')
        seqs.set(id, seq)
        assert.equal(seq, seqs.size, 'dense')
      }
      if (page.coveredTo === page.headSeq || page.entries.length === 0) break
      fromSeq = page.coveredTo + 1
    }
    for (const [id, seq] of acked) assert.equal(seqs.get(id), seq, 'acked and lost')
    await store.close()
  }
  assert.ok(acked.size >= rounds * acksMin)
  assert.deepEqual(verifyFolder(folder.path), [])
})

async function writeUntilKilled(
  folder: string,
  round: number,
  acked: Map<string, number>,
): Promise<void> {
  const program = new URL('../../testing/write-until-killed.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [program, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let acks = 0
  for await (const line of createInterface({ input: child.stdout })) {
    // The last line may be cut by the kill.
    const [id, seq, end] = line.split(' ')
    if (id === undefined || end !== '.') continue
    acked.set(id, Number(seq))
    acks += 1
    if (acks === acksMin) child.kill('SIGKILL')
  }
  const [, signal] = await exited
  assert.equal(signal, 'SIGKILL')
}
