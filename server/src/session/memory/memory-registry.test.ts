import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nodeHashing } from '../../base/node/node-hashing.ts'
import { ManualClock } from '../../base/testing/manual-clock.ts'
import type { Outlet } from '../outlet.ts'
import type { Session } from '../session.ts'
import { createMemoryRegistry } from './memory-registry.ts'

const outlet: Outlet = { node: 'test', push() {}, close() {} }
const key = (text: string) => nodeHashing.sha256(Buffer.from(text))

function world() {
  const clock = new ManualClock()
  const told: string[] = []
  const registry = createMemoryRegistry({
    clock,
    hashing: nodeHashing,
    events: {
      connectedChanged: (account, has) => told.push(`${account} ${has}`),
      ended: (session) => told.push(`end ${session}`),
    },
  })
  const open = (id: number, account: number, device = id) => {
    const route = { outlet, connection: id }
    const state = { epoch: 1, resumeHash: key('1'), capabilities: 0, route, resumableUntilMs: 0 }
    const session: Session = { id, account, device, deviceClass: 1, ...state }
    return registry.open(session)
  }
  const resume = (id: number, text: string, connection = 9) =>
    registry.resume(id, key(text), {
      route: { outlet, connection },
      resumeHash: key('2'),
      capabilities: 0,
    })
  const restore = (id: number, account: number, epoch: number, connection = 7) => {
    const route = { outlet, connection }
    const state = { epoch, resumeHash: key('9'), capabilities: 0, route, resumableUntilMs: 0 }
    return registry.restore({ id, account, device: id, deviceClass: 1, ...state })
  }
  return { clock, told, registry, open, resume, restore }
}

test('an account is online from its first connected session to the end of its last', () => {
  const { told, registry, open } = world()
  open(1, 50)
  open(2, 50)
  registry.detach(1, 1, 1_000)
  assert.equal(registry.isOnline(50), true)
  registry.detach(2, 1, 1_000)
  assert.equal(registry.isOnline(50), false)
  assert.deepEqual(told, ['50 come', '50 come', '50 gone', '50 gone'])
})

test('a resume needs the current key, raises the epoch, and names the former route', () => {
  const { registry, open, resume } = world()
  open(1, 50)
  assert.equal(resume(1, 'wrong').status, 'unknown')
  const taken = resume(1, '1')
  assert.ok(taken.status === 'resumed')
  assert.equal(taken.session.epoch, 2)
  assert.equal(taken.former?.connection, 1)
  assert.equal(resume(1, '1').status, 'unknown', 'a key works once')
  registry.detach(1, 1, 0)
  assert.equal(registry.get(1)?.route?.connection, 9, 'the end of an older epoch ends nothing')
})

test('a session can be resumed for its time, and no longer', async () => {
  const { clock, registry, open, resume } = world()
  open(1, 50)
  registry.detach(1, 1, 1_000)
  await clock.advance(999)
  assert.equal(resume(1, '1').status, 'resumed')
  registry.detach(1, 2, 1_000)
  await clock.advance(1_000)
  assert.equal(resume(1, '2').status, 'unknown')
  assert.equal(registry.get(1), undefined)
})

test('[R12] an ended device is gone, and a login that was being checked meanwhile opens nothing', async () => {
  const { clock, registry, open, resume } = world()
  open(1, 50, 7)
  open(2, 50, 8)
  const connected = registry.endDevices(50, [7])
  assert.deepEqual(
    connected.map((session) => session.id),
    [1],
  )
  assert.equal(resume(1, '1').status, 'unknown')
  assert.equal(open(3, 50, 7), false)
  assert.equal(registry.isOnline(50), true)
  await clock.advance(60_000)
  assert.equal(open(3, 50, 7), true)
})

test('[R13] sessions that are never resumed do not pile up', async () => {
  const { clock, registry, open } = world()
  for (let id = 1; id <= 100; id += 1) {
    open(id, id)
    registry.detach(id, 1, 1_000)
    await clock.advance(500)
  }
  const kept = Array.from({ length: 100 }, (_, index) => registry.get(index + 1)).filter(Boolean)
  assert.ok(kept.length <= 3, `${kept.length} kept`)
})

test('[R6.f] a session that lived before is taken in with its epoch and key', () => {
  const { told, registry, restore, resume } = world()
  assert.deepEqual(restore(1, 50, 4), { status: 'restored', former: undefined })
  assert.equal(registry.get(1)?.epoch, 4)
  assert.equal(registry.connectedCount(), 1)
  assert.deepEqual(told, ['50 come'])
  assert.equal(resume(1, '9').status, 'resumed')
})

test('[R6.f] of two claims to a session the later epoch has it, in whatever order they come', () => {
  const { registry, restore } = world()
  restore(1, 50, 4, 7)
  assert.deepEqual(restore(1, 50, 3, 8), { status: 'superseded' })
  const { status, ...rest } = restore(1, 50, 5, 9)
  assert.deepEqual({ status, ...rest }, { status: 'restored', former: { outlet, connection: 7 } })
  assert.equal(registry.get(1)?.route?.connection, 9)
  assert.equal(registry.connectedCount(), 1)
})

test('[R6.f] one that was away is connected again; [R12] one whose device has just ended is not', () => {
  const { registry, open, restore } = world()
  open(1, 50)
  registry.detach(1, 1, 1_000)
  assert.equal(restore(1, 50, 1).status, 'restored')
  assert.equal(registry.isOnline(50), true)
  registry.endDevices(50, [1])
  assert.deepEqual(restore(1, 50, 1), { status: 'ended' })
  assert.equal(registry.isOnline(50), false)
})
