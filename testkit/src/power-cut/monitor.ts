import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const prompt = '(qemu)'
const connectEveryMs = 20
const connectTimeoutMs = 30_000

/** The emulator's own command line. */
export class Monitor {
  readonly #socket: Socket
  #said = ''
  #heard = Promise.withResolvers<void>()

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (text) => {
      this.#said += String(text)
      this.#heard.resolve()
    })
    socket.on('error', () => {})
    socket.on('close', () => this.#heard.resolve())
  }

  /** Waits until the emulator listens. */
  static async open(path: string): Promise<Monitor> {
    const deadline = AbortSignal.timeout(connectTimeoutMs)
    for (;;) {
      const socket = createConnection(path)
      try {
        await once(socket, 'connect')
        const monitor = new Monitor(socket)
        await monitor.#answer()
        return monitor
      } catch (fault) {
        socket.destroy()
        if (deadline.aborted) throw fault
        await sleep(connectEveryMs)
      }
    }
  }

  /** @returns what it printed. Rejects when the emulator ends. */
  async command(text: string): Promise<string> {
    this.#said = ''
    this.#socket.write(`${text}\n`)
    return await this.#answer()
  }

  close(): void {
    this.#socket.destroy()
  }

  async #answer(): Promise<string> {
    while (!this.#said.includes(prompt)) {
      if (this.#socket.closed) throw new Error('the emulator has ended')
      await this.#heard.promise
      this.#heard = Promise.withResolvers<void>()
    }
    return this.#said
  }
}
