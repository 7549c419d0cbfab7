import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

const program = join(import.meta.dirname, '../../bin/parley.mjs')

/** Nothing of a test takes so long, on any machine. */
const hungAfterMs = 240_000

export interface Ended {
  status: number | null
  out: string
  err: string
  /** Standard output as JSON lines. */
  json: Record<string, unknown>[]
  /** The body of the error on standard error. */
  error: Record<string, unknown>
}

export interface CallOptions {
  input?: string | undefined
  env?: Record<string, string>
}

/** Starts `parley args`. Nothing of the caller's environment that parley reads gets through. */
export function start(
  args: readonly string[],
  env: Record<string, string> = {},
  inputMode: 'pipe' | 'ignore' = 'pipe',
): ChildProcess {
  const { PARLEY_PASSWORD: _p, PARLEY_SERVER: _s, PARLEY_AS: _a, ...rest } = process.env
  return spawn(process.execPath, [program, ...args], {
    stdio: [inputMode, 'pipe', 'pipe'],
    env: { ...rest, ...env },
    // NOTE a session of its own: there is no terminal to ask for a password.
    detached: true,
  })
}

/** Runs `parley args` to its end. @throws Error when it hangs, with what it said. */
export async function parley(args: readonly string[], options: CallOptions = {}): Promise<Ended> {
  const child = start(args, options.env)
  child.stdin!.on('error', () => {})
  child.stdin!.end(options.input ?? '')
  let isHung = false
  const deadline = setTimeout(() => {
    isHung = true
    child.kill('SIGKILL')
  }, hungAfterMs)
  const over = await ended(child)
  clearTimeout(deadline)
  if (isHung) throw new Error(`parley ${args.join(' ')} hangs: ${over.out}${over.err}`)
  return over
}

export async function ended(child: ChildProcess): Promise<Ended> {
  const [out, err, [status]] = await Promise.all([
    textOf(child.stdout!),
    textOf(child.stderr!),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return {
    status,
    out,
    err,
    get json() {
      return jsonLines(out)
    },
    get error() {
      const [line] = jsonLines(err).filter((found) => 'error' in found)
      return (line?.['error'] ?? {}) as Record<string, unknown>
    },
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** The JSON lines of a running process, as they come. Waiting fails when it ends, with what it said. */
export function lines(child: ChildProcess): {
  all: Record<string, unknown>[]
  until(done: (all: Record<string, unknown>[]) => boolean): Promise<void>
} {
  const all: Record<string, unknown>[] = []
  let look = () => {}
  let said = ''
  child.stderr!.on('data', (text) => (said += String(text)))
  createInterface({ input: child.stdout! }).on('line', (line) => {
    all.push(JSON.parse(line) as Record<string, unknown>)
    look()
  })
  return {
    all,
    until: (done) =>
      new Promise((resolve, reject) => {
        look = () => {
          if (done(all)) resolve()
        }
        look()
        const fail = (why: string) => reject(new Error(`${why}: ${JSON.stringify(all)} ${said}`))
        setTimeout(() => fail('what was awaited did not come'), hungAfterMs).unref()
        child.once('close', (status) => fail(`it ended with ${status}`))
      }),
  }
}
