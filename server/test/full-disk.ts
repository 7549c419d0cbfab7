/**
 * `node full-disk.ts FOLDER`: a real server on a real disk that is full to the last byte, in a mount namespace of its own
 * (see full-disk.flow.test.ts). Ends with status 0 when everything held.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { createIM, deviceTokens, MemoryStorage } from '../../client/src/node.ts'
import type { Conversation, IM, SentMessage } from '../../client/src/node.ts'
import { RealServer } from '../../testkit/src/soak/real-server.ts'
import { verifyFolder } from '../src/data/sqlite/thread/store-files.ts'

/** Well above the floor of free space, below which nothing is taken anyway. */
const diskBytes = 200 * 1_048_576
const entriesMany = 300
const healthEveryMs = 100
const [, , disk = ''] = process.argv
const folder = join(disk, 'data')
const ballast = join(disk, 'ballast')
const log = join(folder, 'parley.db-wal')

const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', disk])
assert.equal(mounted.status, 0, String(mounted.stderr))
const server = new RealServer({ folder })
try {
  await server.start()
  const ann = await person('ann')
  const ben = await person('ben')
  const toBen = ann.conversation(await ann.find('ben'))
  await say(toBen, 20)
  const toAnn = ben.conversation(await ben.find('ann'))

  // NOTE a reader keeps the checkpoints from moving what comes now.
  const reader = new DatabaseSync(join(folder, 'parley.db'), { readOnly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM entry').get()
  await say(toBen, entriesMany)
  fill()
  await server.kill()
  reader.close()
  const logBytes = statSync(log).size
  await server.start()
  assert.ok(statSync(log).size >= logBytes, 'there was no room to move the log of writes')
  await healthIs(503)
  await readOnlyUntilThereIsRoom(toBen, toAnn, 20 + entriesMany)

  await server.stop()
  fill()
  assert.equal(existsSync(log), false)
  assert.equal(existsSync(join(folder, 'endpoints.json')), false)
  await server.start()
  // NOTE what was kept for the start may have left some over.
  fill()
  await readOnlyUntilThereIsRoom(toBen, toAnn, 20 + entriesMany + 1)

  for (const im of [ann, ben]) await im.stop()
  await server.stop()
  assert.deepEqual(verifyFolder(folder), [])
} finally {
  await server.kill()
}

async function person(handle: string): Promise<IM> {
  const url = server.tcp
  const storage = new MemoryStorage()
  const tokens = deviceTokens({ url, storage })
  const device = { deviceClass: 6, name: 'test' }
  await tokens.register({ handle, password: 'correct horse', displayName: handle, device })
  const im = createIM({ url, token: tokens.token, storage })
  await im.start()
  return im
}

async function say(conversation: Conversation, count: number): Promise<void> {
  const sent: SentMessage[] = []
  for (let index = 0; index < count; index += 1)
    sent.push(conversation.send({ text: `${index} ${'x'.repeat(2_000)}` }))
  await Promise.all(sent.map(({ stored }) => stored))
}

/** Nothing acked is missing, nothing is acked; and when there is room, what waited is stored. */
async function readOnlyUntilThereIsRoom(
  from: Conversation,
  to: Conversation,
  count: number,
): Promise<void> {
  const held = from.send({ text: 'waits for room' })
  await assert.rejects(person('cleo'), { code: 'STORAGE_FULL' })
  const seqs: number[] = []
  for (let next = 1; next <= count; next = (seqs.at(-1) ?? count) + 1) {
    const page = await to.history({ from: next, limit: 200 })
    assert.equal(page.headSeq, count)
    seqs.push(...page.messages.map(({ seq }) => seq))
  }
  assert.deepEqual(
    seqs,
    Array.from({ length: count }, (_, index) => index + 1),
  )
  assert.equal(statfsSync(disk).bavail, 0)
  assert.equal(held.state, 'pending')
  rmSync(ballast)
  assert.equal((await held.stored).seq, count + 1)
  await healthIs(200)
}

async function healthIs(wanted: number): Promise<void> {
  for (;;) {
    const headers = { connection: 'close' }
    const { status } = await fetch(`${server.http}/healthz`, { headers })
    if (status === wanted) return
    await sleep(healthEveryMs)
  }
}

/** To the last byte. */
function fill(): void {
  const file = openSync(ballast, 'a')
  try {
    for (const chunk of [1_048_576, 4_096]) {
      try {
        while (writeSync(file, new Uint8Array(chunk).fill(1)) > 0);
      } catch (fault) {
        assert.ok(fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC')
      }
    }
  } finally {
    closeSync(file)
  }
}
