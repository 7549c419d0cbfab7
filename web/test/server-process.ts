import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { patienceMs } from './browser-world.ts'

const main = join(import.meta.dirname, '..', '..', 'terminal', 'src', 'main.ts')
const pollMs = 30

export interface ServerProcess {
  readonly url: string
  /** SIGKILL: nothing is tidied up. Resolves when it is gone. */
  kill(): Promise<void>
}

/** `parley serve` on a data folder, as a process that can be killed. */
export async function serverProcess(t: TestContext, data: string): Promise<ServerProcess> {
  const args = ['serve', '--data', data, '--port', '0', '--tcp-port', '0', '--log-level', 'silent']
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  t.after(kill)
  return { url: await endpointOf(child, join(data, 'endpoints.json')), kill }
}

/** The file of a process that was killed before may still be there: the pid tells. */
async function endpointOf(child: ChildProcess, file: string): Promise<string> {
  const endMs = performance.now() + patienceMs
  for (;;) {
    try {
      const endpoints = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; http: string }
      if (endpoints.pid === child.pid) return endpoints.http
    } catch {
      // Not there yet.
    }
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    if (performance.now() > endMs) throw new Error('the server did not start')
    await pause(pollMs)
  }
}
