import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { pinned } from './pin.ts'

export const benchFolder = join(import.meta.dirname, '..')

export interface ChildOptions {
  /** Below bench/. */
  file: string
  core: number
  args?: readonly string[]
  nodeArgs?: readonly string[]
}

/** A process of ours on a core of its own, with a channel to it. */
export function startChild(options: ChildOptions): ChildProcess {
  const { file, core, args = [], nodeArgs = [] } = options
  const line = [process.execPath, ...nodeArgs, join(benchFolder, file), ...args]
  const [command, rest] = pinned(core, line)
  return spawn(command, rest, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
}

/** The next message of a child. Rejects when it ends before. */
export function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T)
    })
  })
}

export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}
