import type { Driver } from './driver.ts'

/** Copies one snapshot into a file that must not exist. What the copy holds is not yet safe: the caller syncs it. */
export function vacuumInto(driver: Driver, path: string): void {
  driver.prepare('VACUUM INTO ?').run(path)
}
