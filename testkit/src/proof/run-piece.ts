import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ran, type Piece, type PieceResult } from './piece.ts'

const child = join(import.meta.dirname, 'child.ts')

/**
 * In a process of its own, with a folder for everything that it leaves behind: what crashes or hangs takes no other
 * piece along. @returns a violation for a piece that threw, ended without a word, or took longer than `msMax`.
 */
export function runPiece(
  { name }: Pick<Piece, 'name'>,
  { seed, msMax, signal }: { seed: number; msMax: number; signal: AbortSignal },
): Promise<PieceResult> {
  const scratch = mkdtempSync(join(tmpdir(), 'parley-proof-'))
  return new Promise((resolve) => {
    let result: PieceResult | undefined
    let why: string | undefined
    // NOTE the leader of a group, so that the servers and emulators that it started end with it.
    const process = fork(child, [name, String(seed)], {
      detached: true,
      env: { ...globalThis.process.env, TMPDIR: scratch },
    })
    const end = (reason: string) => {
      why ??= reason
      killGroup(process.pid)
    }
    const late = setTimeout(() => end(`did not end within ${Math.round(msMax / 1_000)} s`), msMax)
    const stopped = () => end('was stopped')
    signal.addEventListener('abort', stopped)
    if (signal.aborted) stopped()
    process.on('message', (told) => {
      result = told as PieceResult
    })
    process.on('error', (fault) => {
      why ??= `could not be started: ${fault.message}`
    })
    process.on('close', (status, signalName) => {
      clearTimeout(late)
      signal.removeEventListener('abort', stopped)
      killGroup(process.pid)
      rmSync(scratch, { recursive: true, force: true })
      why ??= `ended without a word, status ${status ?? signalName}`
      resolve(result ?? ran({}, [`${name} ${why}`]))
    })
  })
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody of it is left.
  }
}
