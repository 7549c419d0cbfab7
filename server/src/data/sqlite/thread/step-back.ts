import { platform, setPriority } from 'node:os'

/**
 * How far a thread steps back behind those that somebody waits for. On Linux a thread has a priority of its own; elsewhere
 * the call would mean the whole process, and is not made.
 */
export function stepBack(niceness: number): void {
  if (platform() !== 'linux') return
  try {
    setPriority(niceness)
  } catch {
    // NOTE a sandbox may forbid it: then the threads share as they did.
  }
}
