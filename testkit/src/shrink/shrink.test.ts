import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Line } from '../checker/history.ts'
import { shrinkWorld, sortOf, type Shape } from './shrink-world.ts'
import { storyLinesMax, storyOf } from './story.ts'

const faults = { 'server killed': 3, 'device cut': 20, 'disk full': 1 }

/** Fails as soon as 9 seconds, 4 devices, the seventh fault and device 3 are there; otherwise in another way or not. */
async function run(shape: Shape) {
  const { seconds, devices, withoutFaults = [], silent = [], withoutActs = [] } = shape
  const isThere =
    seconds >= 9 &&
    devices >= 4 &&
    !withoutFaults.includes(7) &&
    !withoutFaults.includes('device cut') &&
    !silent.includes(3) &&
    !withoutActs.includes('edit')
  const problems = isThere ? ['lost: 1234567890123/4: on d3'] : seconds > 5 ? ['gap: another'] : []
  return { problems, faults, faultsPlanned: 24 }
}

test('a world shrinks to what its fault needs, always alike, and never into another fault', async () => {
  const shrink = () => shrinkWorld({ run, runsMax: 500 }, { seconds: 120, devices: 50 })
  const shrunk = await shrink()
  assert.deepEqual(await shrink(), shrunk)
  const {
    seconds,
    devices,
    withoutFaults = [],
    silent = [],
    withoutActs = [],
  } = shrunk?.shape ?? {}
  assert.deepEqual([seconds, devices, shrunk?.sort], [9, 4, 'lost'])
  assert.deepEqual(shrunk?.problems, ['lost: 1234567890123/4: on d3'])
  const left = Array.from({ length: 24 }, (_, index) => index + 1)
  assert.deepEqual(
    left.filter((place) => !withoutFaults.includes(place)),
    [7],
  )
  assert.deepEqual(
    [0, 1, 2, 3].filter((place) => !silent.includes(place)),
    [3],
  )
  assert.ok(!withoutActs.includes('edit') && withoutActs.length > 5)
})

test('it ends after so many runs, and does not begin where nothing is wrong', async () => {
  let runs = 0
  const counted = (shape: Shape) => {
    runs += 1
    return run(shape)
  }
  await shrinkWorld({ run: counted, runsMax: 20 }, { seconds: 120, devices: 50 })
  assert.equal(runs, 20)
  const good = await shrinkWorld({ run: counted, runsMax: 20 }, { seconds: 2, devices: 50 })
  assert.equal(good, undefined)
  assert.equal(sortOf('a sentence without a class'), 'other')
})

test('a story tells what concerns the problem, in order, with short names', () => {
  const conversation = 1_234_567_890_123
  const send = (device: string, id: string): Line => ({
    ...{ event: 'send', device, id, digest: `${id}:9`, conversation },
  })
  const told = [
    { atMs: 1_000, what: send('d1', 'd1.1') },
    { atMs: 1_500, what: 'fault 1: server killed' },
    { atMs: 1_600, what: 'd7 is offline' },
    { atMs: 1_700, what: { ...send('d7', 'd7.1'), conversation: 9_999_999_999_999 } as Line },
    {
      atMs: 2_000,
      what: { event: 'ok', device: 'd1', id: 'd1.1', conversation, seq: 1, at: 2 } as Line,
    },
  ]
  const story = storyOf(told, `lost: ${conversation}/1: not on d1`)
  assert.deepEqual(story, [
    '    1.000 s  d1 says d1.1 in #1.',
    '    1.500 s  fault 1: server killed',
    '    2.000 s  d1 hears that its send is stored as #1/1.',
  ])
  const long = Array.from({ length: 500 }, (_, index) => ({ atMs: index, what: `server ${index}` }))
  assert.equal(storyOf(long, 'lost: d1').length, storyLinesMax)
})
