import assert from 'node:assert/strict'
import { test } from 'node:test'
import { netFaults, smallNetFaults } from './net-faults.ts'
import { missingForNetFaults } from './own-network.ts'
import { netFaultProblems } from './run-net-faults.ts'

/** Generous: three servers and some twenty seconds of faults on a machine that does other things. */
const timeoutMs = 280_000

test(
  '[R1][R4][R6][R7][R13.c] loss, one-way cuts, resets, pauses, a trickle, half-open connections and slow readers lose nothing',
  { timeout: timeoutMs },
  async (t) => {
    const missing = missingForNetFaults()
    if (missing !== undefined) {
      assert.notEqual(process.env['CI'], 'true', missing)
      return t.skip(missing)
    }
    const result = await netFaults(smallNetFaults(11), (text) => t.diagnostic(text))
    t.diagnostic(JSON.stringify(result))
    assert.deepEqual(netFaultProblems(result), [])
    assert.ok(result.soak.acked > 0)
  },
)
