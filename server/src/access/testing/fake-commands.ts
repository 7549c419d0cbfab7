import { commands, emptyBody } from '@parley/protocol'
import { refusalAnswer } from '../../commands/error-answer.ts'
import type { Answer, CommandPort, Opened, Origin } from '../../commands/port.ts'

/** What came over the seam, in order. */
export type Seen =
  | { call: 'greet'; origin: Origin; command: number; body: Uint8Array }
  | { call: 'handle'; session: number; epoch: number; command: number; body: Uint8Array }
  | { call: 'note'; session: number; epoch: number; command: number; body: Uint8Array }
  | { call: 'left'; session: number; epoch: number; reason: string }

/**
 * A command side that does what tests want. By default any login opens a session, a resume raises its epoch, a login whose
 * body starts with 0xff is refused, and a session command is answered with its own body.
 */
export class FakeCommands implements CommandPort {
  readonly seen: Seen[] = []
  capabilities = 0
  /** Set to answer session commands otherwise, or later. */
  onHandle: (command: number, body: Uint8Array, session: number) => Answer | Promise<Answer> = (
    _command,
    body,
  ) => ({
    ok: true,
    body,
  })
  /** Set to let greetings wait. */
  beforeGreeting: (origin: Origin) => void | Promise<void> = () => {}
  #sessions = 0
  #epoch = 0

  async greet(
    origin: Origin,
    command: number,
    body: Uint8Array,
  ): Promise<{ answer: Answer; opened?: Opened }> {
    this.seen.push({ call: 'greet', origin, command, body: body.slice() })
    await this.beforeGreeting(origin)
    if (body[0] === 0xff) return { answer: refusalAnswer('TOKEN_INVALID') }
    const answer: Answer = { ok: true, body: emptyBody }
    if (command === commands.login.id) {
      this.#sessions += 1
      return {
        answer,
        opened: { session: this.#sessions, epoch: 1, capabilities: this.capabilities },
      }
    }
    if (command === commands.resume.id) {
      this.#epoch += 1
      return {
        answer,
        opened: { session: 77, epoch: this.#epoch, capabilities: this.capabilities },
      }
    }
    return { answer }
  }

  async handle(session: number, epoch: number, command: number, body: Uint8Array): Promise<Answer> {
    this.seen.push({ call: 'handle', session, epoch, command, body: body.slice() })
    return this.onHandle(command, body, session)
  }

  note(session: number, epoch: number, command: number, body: Uint8Array): void {
    this.seen.push({ call: 'note', session, epoch, command, body: body.slice() })
  }

  left(session: number, epoch: number, reason: string): void {
    this.seen.push({ call: 'left', session, epoch, reason })
  }

  calls(call: Seen['call']): Seen[] {
    return this.seen.filter((one) => one.call === call)
  }

  lefts(): string[] {
    return this.seen.flatMap((one) => (one.call === 'left' ? [one.reason] : []))
  }
}
