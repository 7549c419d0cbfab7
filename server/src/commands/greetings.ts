import { commands } from '@parley/protocol'
import { encodeMessage } from '../base/encode-message.ts'
import { login, resume, type OpenedLogin } from '../logic/account/login.ts'
import { refresh } from '../logic/account/refresh.ts'
import { register } from '../logic/account/register.ts'
import { signIn } from '../logic/account/sign-in.ts'
import type { Session, SessionId } from '../session/session.ts'
import { decodeBody } from './decode-body.ts'
import { errorAnswer, refusalAnswer } from './error-answer.ts'
import type { LogicDeps } from './handlers.ts'
import type { Answer, CommandPort, Opened, Origin } from './port.ts'
import type { SessionWork } from './session-work.ts'

/** The commands that come before login, on every transport, limited by address. */
export function greetings(
  deps: LogicDeps,
  around: { workOf(session: SessionId): SessionWork; reportFault: (fault: unknown) => string },
): CommandPort['greet'] {
  async function greet(origin: Origin, command: number, body: Uint8Array) {
    const { address } = origin
    const route = { outlet: origin.outlet, connection: origin.connection }
    const from = { address, route }
    switch (command) {
      case commands.register.id: {
        const reply = await register(deps, address, decodeBody(commands.register.request, body))
        return answered(commands.register.reply.encode(reply).finish())
      }
      case commands.signIn.id: {
        const reply = await signIn(deps, address, decodeBody(commands.signIn.request, body))
        return answered(commands.signIn.reply.encode(reply).finish())
      }
      case commands.refresh.id: {
        const reply = await refresh(deps, address, decodeBody(commands.refresh.request, body))
        return answered(commands.refresh.reply.encode(reply).finish())
      }
      case commands.login.id:
        return opened(await login(deps, from, decodeBody(commands.login.request, body)))
      case commands.resume.id: {
        const taken = await resume(deps, from, decodeBody(commands.resume.request, body))
        // NOTE the epoch is raised by now: nothing more of the old connection starts, and what runs is waited for.
        taken.former?.outlet.close(taken.former.connection, 'TAKEN_OVER')
        await around.workOf(taken.session.id).idle()
        deps.presence.tellAnew(taken.session.id)
        return opened(taken)
      }
      default:
        return { answer: refusalAnswer('NOT_LOGGED_IN') }
    }
  }

  return async (origin, command, body) => {
    try {
      return await greet(origin, command, body)
    } catch (thrown) {
      return { answer: errorAnswer(thrown, around.reportFault) }
    }
  }
}

function answered(body: Uint8Array): { answer: Answer } {
  return { answer: { ok: true, body } }
}

function opened({ session, reply }: OpenedLogin): { answer: Answer; opened: Opened } {
  const { id, epoch, capabilities }: Session = session
  return {
    answer: { ok: true, body: encodeMessage(commands.login.reply, reply) },
    opened: { session: id, epoch, capabilities },
  }
}
