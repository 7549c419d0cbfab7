import { openSync } from 'node:fs'
import { ReadStream } from 'node:tty'

const interruptedStatus = 130

/** Reads one line from the terminal itself without showing it, also when standard input is a pipe. Undefined: there is none. */
export async function promptPassword(prompt: string): Promise<string | undefined> {
  const terminal = openTerminal()
  if (terminal === undefined) return undefined
  process.stderr.write(prompt)
  terminal.setRawMode(true)
  try {
    return await typedLine(terminal)
  } finally {
    terminal.setRawMode(false)
    process.stderr.write('\n')
    if (terminal === process.stdin) terminal.pause()
    else terminal.destroy()
  }
}

function openTerminal(): ReadStream | undefined {
  if (process.stdin.isTTY) return process.stdin
  try {
    return new ReadStream(openSync('/dev/tty', 'r'))
  } catch {
    return undefined
  }
}

function typedLine(terminal: ReadStream): Promise<string | undefined> {
  return new Promise((resolve) => {
    const decoder = new TextDecoder()
    let typed: string[] = []
    const end = (line: string | undefined) => {
      terminal.off('data', take)
      terminal.off('end', onEnd)
      resolve(line)
    }
    const onEnd = () => end(undefined)
    const take = (chunk: Buffer) => {
      for (const key of decoder.decode(chunk, { stream: true })) {
        if (key === '\r' || key === '\n') return end(typed.join(''))
        if (key === '\u0004' && typed.length === 0) return end(undefined)
        if (key === '\u0003') {
          terminal.setRawMode(false)
          process.stderr.write('\n')
          process.exit(interruptedStatus)
        }
        if (key === '\u007f' || key === '\b') typed.pop()
        else if (key === '\u0015') typed = []
        else if (key >= ' ') typed.push(key)
      }
    }
    terminal.on('data', take)
    terminal.on('end', onEnd)
    terminal.resume()
  })
}
