/** An earlier reset of the log of writes could corrupt the database. */
export const sqliteVersionMin = '3.51.3'

export function versionAtLeast(version: string, least: string): boolean {
  const found = version.split('.').map(Number)
  for (const [index, part] of least.split('.').entries()) {
    const difference = (found[index] ?? 0) - Number(part)
    if (difference !== 0) return difference > 0
  }
  return true
}
