import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where Debian keeps what makes and checks file systems; not in everybody's path. */
const alsoIn = ['/usr/sbin', '/sbin']

/** Which of these are not on this machine; undefined: all are. */
export function missingPrograms(...names: string[]): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...alsoIn]
  const missing = names.filter((name) => !folders.some((folder) => existsSync(join(folder, name))))
  return missing.length === 0 ? undefined : `missing: ${missing.join(', ')}`
}
