import { environmentName, optionName, settingRows, type SettingName } from '@parley/server'
import type { OptionRows } from '../command-line/options.ts'

/** The server's settings as options: what `serve` takes, and what `doctor` looks at. */
export function settingOptions(command: string): OptionRows {
  const names = Object.keys(settingRows) as SettingName[]
  const rows = names.map((name) => {
    const { fallback, doc } = settingRows[name]
    const shown = Array.isArray(fallback) ? fallback.join(',') : String(fallback)
    const standard = shown === '' ? '' : ` Default: ${onOff(shown)}.`
    const also = command === 'serve' ? ` [${environmentName(name)}]` : ''
    return [optionName(name), { value: 'VALUE', doc: `${doc}${standard}${also}` }] as const
  })
  return Object.fromEntries(rows)
}

function onOff(value: string): string {
  if (value === 'true') return 'on'
  return value === 'false' ? 'off' : value
}
