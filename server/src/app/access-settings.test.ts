import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessSettings } from './access-settings.ts'
import { settingFallbacks } from './settings.ts'

test('[R13.a] processes with connections never take more together than the server may', () => {
  const settings = { ...settingFallbacks, connectionsMax: 100, connectionsPerAddressMax: 10 }
  for (const processes of [1, 2, 3, 7]) {
    const one = accessSettings(settings, processes)
    for (const name of ['connectionsMax', 'connectionsPerAddressMax'] as const) {
      const all = (one[name] ?? 0) * processes
      assert.ok(all <= settings[name] && all > settings[name] - processes, `${name}: ${all}`)
    }
  }
  assert.equal(accessSettings(settings, 64).connectionsPerAddressMax, 1, 'nobody is shut out')
})
