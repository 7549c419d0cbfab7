import { open, readFile, rm } from 'node:fs/promises'
import { IMError } from '../base/im-error.ts'

const attemptsMax = 3
/** Held by this process: the file alone cannot tell a second opening in here. */
const held = new Set<string>()

/**
 * Takes a lock that ends with the process. The file names its owner; one whose owner is gone is taken over.
 * @throws IMError STORAGE_LOCKED
 */
export async function lockFile(path: string): Promise<() => Promise<void>> {
  if (held.has(path)) throw new IMError('STORAGE_LOCKED', `${path} is in use by this process`)
  held.add(path)
  try {
    await take(path)
  } catch (error) {
    held.delete(path)
    throw error
  }
  return async () => {
    await rm(path, { force: true })
    held.delete(path)
  }
}

async function take(path: string): Promise<void> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    try {
      const file = await open(path, 'wx', 0o600)
      await file.writeFile(String(process.pid))
      await file.close()
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = Number(await readFile(path, 'utf8').catch(() => '0'))
    if (owner !== process.pid && isAlive(owner))
      throw new IMError('STORAGE_LOCKED', `${path} is in use by process ${owner}`)
    await rm(path, { force: true })
  }
  throw new IMError('STORAGE_LOCKED', `${path} is in use`)
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
