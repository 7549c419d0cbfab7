import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { runWorld } from './run-world.ts'
import type { Lane } from './world-engine.ts'

interface KeptSeed {
  seed: number
  lane: Lane
  seconds: number
  devices: number
  /** As the seed has it, where nothing is said. */
  accessProcesses?: number
  searches?: boolean
  found: string
}

const kept = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../seeds/kept.json'), 'utf8'),
) as KeptSeed[]

for (const { found, ...world } of kept) {
  const { seed, lane, devices } = world
  test(`[R1] [R2] [R4] [R5] [R6] [R8] seed ${seed}, ${lane} lane, ${devices} devices: ${found}`, async () => {
    const result = await runWorld(world)
    assert.deepEqual(result.problems, [])
    assert.ok(result.good)
    assert.ok(Number(result.verdict.figures['acked']) > 0)
  })
}

test('the same seed is the same world in two processes; another one is not', async () => {
  const script = join(import.meta.dirname, '../simulate.ts')
  const hashOf = async (
    seed: number,
    lane: Lane,
    processes: string,
  ): Promise<string | undefined> => {
    const args = [
      script,
      '--seed',
      String(seed),
      '--lane',
      lane,
      '--seconds',
      '10',
      '--devices',
      '8',
      '--access-processes',
      processes,
    ]
    const run = promisify(execFile)(process.execPath, args)
    const { stdout } = await run.catch((fault: { stdout: string }) => fault)
    return /seed \d+ (?:good|NOT GOOD) ([0-9a-f]{64})/.exec(stdout)?.[1]
  }
  for (const [lane, processes] of [
    ['fast', '0'],
    ['fast', '2'],
    ['slow', '0'],
  ] as const) {
    const first = await hashOf(7, lane, processes)
    assert.ok(first !== undefined)
    assert.equal(await hashOf(7, lane, processes), first)
    assert.notEqual(await hashOf(8, lane, processes), first)
  }
})
