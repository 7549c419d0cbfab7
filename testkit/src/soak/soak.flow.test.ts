import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runSoak } from './run-soak.ts'

test('[R1][R2][R4][R5] what was acked over three transports survives kill -9 once, in order, on every device', async (t) => {
  const log = (text: string) => t.diagnostic(text)
  const transports = ['tcp', 'ws', 'http'] as const
  const result = await runSoak({
    messages: 1_800,
    accounts: 18,
    kills: 2,
    seed: 7,
    transports,
    log,
  })
  assert.equal(result.verdict, 0)
  assert.equal(result.inFlightAtKills.length, 2)
  for (const inFlight of result.inFlightAtKills)
    assert.ok(inFlight > 0, 'a kill without sends in flight proves little')
  assert.ok(result.cuts > 0)
})

const onLinux = { skip: process.platform !== 'linux' }

test(
  '[R6.f][R1][R2][R4][R5] the same where several processes hold the connections, and one or all are killed',
  onLinux,
  async (t) => {
    const log = (text: string) => t.diagnostic(text)
    const transports = ['tcp', 'ws', 'http'] as const
    const input = { messages: 1_800, accounts: 18, kills: 4, seed: 3, transports, log }
    const result = await runSoak({ ...input, accessProcesses: 2 })
    assert.equal(result.verdict, 0)
    assert.deepEqual(result.storeProblems, [])
    assert.ok(result.inFlightAtKills.some((inFlight) => inFlight > 0))
  },
)
