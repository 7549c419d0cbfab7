import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Text } from '../i18n/use-text.ts'
import { describeDevice } from './device-name.ts'

const text = ((key: string, values?: Record<string, string>) =>
  values === undefined ? key : `${values['browser']} on ${values['system']}`) as Text
const linux = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)'

test('a browser is called by its own name, not by those it names for company', () => {
  const cases = [
    [`${linux} HeadlessChrome/141.0.0.0 Safari/537.36`, 2, 'Chrome on Linux'],
    [`${linux} Chrome/141.0.0.0 Safari/537.36`, 2, 'Chrome on Linux'],
    [`${linux} Chrome/141.0.0.0 Safari/537.36 Edg/141.0`, 2, 'Edge on Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
      3,
      'Safari on iPhone',
    ],
    ['curl/8.5.0', 2, 'device.2'],
  ] as const
  for (const [agent, deviceClass, name] of cases)
    assert.deepEqual(describeDevice(text, agent), { deviceClass, name }, agent)
})
