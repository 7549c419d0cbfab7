import { parseArgs } from 'node:util'
import { optionName, settingRows, type SettingName } from '../settings.ts'
import { runDemo } from './run-demo.ts'

const options = Object.fromEntries(
  (Object.keys(settingRows) as SettingName[]).map((name) => [
    optionName(name),
    { type: 'string' as const },
  ]),
)

try {
  const { values } = parseArgs({ options })
  process.exitCode = await runDemo(values as Record<string, string>)
} catch (fault) {
  if (!(fault instanceof TypeError)) throw fault
  process.stderr.write(`parley demo: ${fault.message}\n`)
  process.exitCode = 2
}
