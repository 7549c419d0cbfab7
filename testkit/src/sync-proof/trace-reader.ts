import { Buffer } from 'node:buffer'

/** One system call as strace saw it begin or end; `began` and `ended` in one line when nothing came between. */
export interface TracedCall {
  phase: 'began' | 'ended' | 'whole'
  thread: string
  name: string
  /** What the first argument's descriptor belongs to: a path, or `TCP:[near->far]`. */
  target: string
  /** What was written or read, as far as it is known in this phase. */
  bytes: Buffer
  /** Where in the file, for a pwrite. */
  offset: number
  /** NaN where it has not ended. */
  result: number
}

const wholeLine = /^(?:(?:\[pid )?\s*(\d+)\]?\s+)?(\w+)\((?:\d+<((?:->|[^>])*)>)?(.*)$/s
const resumedLine = /^(?:(?:\[pid )?\s*(\d+)\]?\s+)?<\.\.\. (\w+) resumed>(.*)$/s
const resultAtEnd = /\)\s+= (-?\d+)[^"]*$/
const offsetAtEnd = /", \d+, (\d+)(?:\)\s| <unf)/
const unfinished = '<unfinished ...>'

/** Understands the lines of `strace -f -yy -xx`: what each thread does, in the order in which the tracer saw it. */
export class TraceReader {
  readonly #open = new Map<string, TracedCall>()

  /** Undefined: no system call. @throws Error for content that strace cut: it would hide what is in it. */
  take(line: string): TracedCall | undefined {
    const resumed = resumedLine.exec(line)
    if (resumed !== null) return this.#resumed(resumed)
    const whole = wholeLine.exec(line)
    if (whole === null) return undefined
    const [, thread = 'main', name = '', target = '', rest = ''] = whole
    const call: TracedCall = {
      phase: rest.endsWith(unfinished) ? 'began' : 'whole',
      ...{ thread, name, target: plain(target), bytes: content(rest) },
      offset: Number(offsetAtEnd.exec(rest)?.[1] ?? Number.NaN),
      result: Number(resultAtEnd.exec(rest)?.[1] ?? Number.NaN),
    }
    if (call.phase === 'began') this.#open.set(thread, call)
    return call
  }

  #resumed([, thread = 'main', name = '', rest = '']: RegExpExecArray): TracedCall | undefined {
    const began = this.#open.get(thread)
    this.#open.delete(thread)
    if (began?.name !== name) return undefined
    const result = Number(resultAtEnd.exec(rest)?.[1] ?? Number.NaN)
    const late = content(rest)
    const bytes = late.length > 0 ? late : began.bytes
    return { ...began, phase: 'ended', bytes, result }
  }
}

/** A path, which is printed as content is. */
function plain(target: string): string {
  return target.startsWith('\\x')
    ? Buffer.from(target.replaceAll('\\x', ''), 'hex').toString()
    : target
}

/** Everything in quotes, joined: a buffer, or the parts of a vector. */
function content(text: string): Buffer {
  const parts: string[] = []
  for (const [, hex = '', cut = ''] of text.matchAll(/"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g)) {
    if (cut !== '') throw new Error('the trace is cut: a larger -s is needed')
    parts.push(hex.replaceAll('\\x', ''))
  }
  return Buffer.from(parts.join(''), 'hex')
}
