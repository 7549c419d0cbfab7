import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { cpuBetween, familyOf, residentBytes, restartPeak } from './proc.ts'
import { sampleCpu, type CpuSample } from './proc.ts'

const sample = (statUs: number, threads: [number, string, number][]): CpuSample => ({
  statUs,
  threads: new Map(threads.map(([task, name, us]) => [task, { name, us }])),
})

test('what threads used is theirs, most first', () => {
  const before = sample(1_000_000, [
    [1, 'node', 600_000],
    [2, 'writer', 400_000],
  ])
  const after = sample(1_300_000, [
    [1, 'node', 700_000],
    [2, 'writer', 590_000],
    [3, 'idle', 0],
  ])
  assert.deepEqual(cpuBetween(before, after), {
    us: 290_000,
    threads: [
      { name: 'writer', us: 190_000 },
      { name: 'node', us: 100_000 },
    ],
  })
})

test('what threads and children used that have ended is in the account of their process', () => {
  const before = sample(1_000_000, [
    [1, 'postgres', 500_000],
    [9, 'child', 500_000],
  ])
  const after = sample(2_000_000, [[1, 'postgres', 600_000]])
  assert.equal(cpuBetween(before, after).us, 1_000_000)
})

/** By its own account, however long that takes. */
const spinUs = 200_000
const spin = `while (process.cpuUsage().user < ${spinUs});`

test('a child that ended is counted by its parent, several servers together', async () => {
  const hosting =
    `const { spawnSync } = require('node:child_process');` +
    `process.stdin.once('data', () => { spawnSync(process.execPath, ['-e', '${spin}']);` +
    `console.log('done'); process.stdin.on('data', () => {}) })`
  const start = () =>
    spawn(process.execPath, ['-e', hosting], { stdio: ['pipe', 'pipe', 'inherit'] })
  const hosts = [start(), start()]
  try {
    const pids = hosts.map(({ pid }) => pid ?? 0)
    const before = sampleCpu(pids)
    for (const { stdin } of hosts) stdin.write('go')
    await Promise.all(hosts.map(({ stdout }) => once(stdout, 'data')))
    assert.deepEqual(pids.flatMap(familyOf), pids)
    const spentUs = sampleCpu(pids).statUs - before.statUs
    assert.ok(spentUs > 0.9 * hosts.length * spinUs, `${spentUs} µs`)
  } finally {
    for (const host of hosts) host.kill()
  }
})

const mib = 1_048_576

test('the most that was resident is known although it was given back, until the mark begins anew', async () => {
  const holding =
    `process.stdin.on('data', () => { const held = new ArrayBuffer(${100 * mib});` +
    `new Uint8Array(held).fill(1); held.transfer(0); console.log('done') })`
  const args = ['-e', `${holding}; console.log('there')`]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    await once(child.stdout, 'data')
    const pid = child.pid ?? 0
    const before = residentBytes(pid)
    child.stdin.write('go')
    await once(child.stdout, 'data')
    const after = residentBytes(pid)
    assert.ok(after.peak > before.now + 90 * mib, `${before.now} → ${after.peak}`)
    restartPeak(pid)
    const anew = residentBytes(pid)
    assert.ok(anew.peak < after.peak && anew.peak >= anew.now - mib, `${anew.peak}`)
  } finally {
    child.kill()
  }
})
