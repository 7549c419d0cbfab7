import type { Text } from '../i18n/use-text.ts'

const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bMicroMessenger\//, 'WeChat'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bCriOS\/|Chrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bHarmonyOS\b/, 'HarmonyOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]
const webClass = 2
const mobileWebClass = 3

const firstMatch = (rows: readonly [RegExp, string][], agent: string) =>
  rows.find(([pattern]) => pattern.test(agent))?.[1]

/** How this browser appears in the list of devices. */
export function describeDevice(text: Text, agent: string): { deviceClass: number; name: string } {
  const isMobile = /\bMobi|\biPad\b|\bAndroid\b/.test(agent)
  const deviceClass = isMobile ? mobileWebClass : webClass
  const browser = firstMatch(browsers, agent)
  const system = firstMatch(systems, agent)
  if (browser === undefined || system === undefined) {
    return { deviceClass, name: text(isMobile ? 'device.3' : 'device.2') }
  }
  return { deviceClass, name: text('device.named', { browser, system }) }
}
