import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const ofProcess = /^run-(\d+)-\d+$|^seed-\w+\.(\d+)\.partial$/

/** Removes copies and half-filled stores of processes that are gone: a run that was ended leaves gigabytes. */
export function removeLeftFolders(root: string): void {
  for (const name of readdirSync(root)) {
    const [, running, filling] = ofProcess.exec(name) ?? []
    const pid = Number(running ?? filling)
    if (pid > 0 && !isThere(pid)) rmSync(join(root, name), { recursive: true, force: true })
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    // NOTE somebody else's may not be asked, but is there.
    return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')
  }
}
