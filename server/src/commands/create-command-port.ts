import { commands, notes, type CloseName, type CommandName, type NoteName } from '@parley/protocol'
import { encodeMessage, type Encoder } from '../base/encode-message.ts'
import { KeyedLimiter, type Rate } from '../base/keyed-limiter.ts'
import type { Log } from '../base/log.ts'
import { randomId } from '../base/random.ts'
import { Refusal } from '../base/refusal.ts'
import type { AccountId } from '../data/model.ts'
import type { SessionId } from '../session/session.ts'
import type { Caller } from '../logic/caller.ts'
import { decodeBody } from './decode-body.ts'
import { errorAnswer, refusalAnswer } from './error-answer.ts'
import { greetings } from './greetings.ts'
import type { SessionCommandName } from './handler.ts'
import { noteHandlers, sessionHandlers, type LogicDeps } from './handlers.ts'
import type { Answer, CommandPort } from './port.ts'
import { SessionWork } from './session-work.ts'

export interface CommandPortDeps extends LogicDeps {
  log: Log
  /** Commands and notes of one account, over all its sessions. */
  accountRate: Rate
  /** How long a session whose connection was lost can be resumed. */
  resumableMs: number
}

/** Who is over the limit is asked to wait until a handful fits again, not to knock for each one. */
const rateRetryMsMin = 100

function rateLimited(waitMs: number): Answer {
  const retryAfterMs = Math.max(waitMs, rateRetryMsMin)
  return refusalAnswer('RATE_LIMITED', 'too many requests of this account', retryAfterMs)
}

interface Codec extends Encoder<unknown> {
  decode(bytes: Uint8Array): unknown
}

const commandNames = namesById(commands)
const noteNames = namesById(notes)
/** After these the session is over: there is nothing to resume. */
const finalReasons: ReadonlySet<string> = new Set<CloseName>([
  'BYE',
  'SIGNED_OUT',
  'TAKEN_OVER',
  'REPLACED',
])

/** Decode, authorise, call, encode: the side of the link that has the rules. */
export function createCommandPort(deps: CommandPortDeps): CommandPort {
  const { registry, log, clock } = deps
  const handlers = sessionHandlers(deps) as Record<
    SessionCommandName,
    (caller: Caller, request: unknown) => Promise<unknown>
  >
  const onNote = noteHandlers(deps) as Record<NoteName, (...args: unknown[]) => Promise<void>>
  const accountLimit = new KeyedLimiter<AccountId>(clock, deps.accountRate)
  const works = new Map<SessionId, SessionWork>()

  function reportFault(fault: unknown): string {
    const incident = randomId(deps.random).toString(36)
    const { message, stack } =
      fault instanceof Error ? fault : { message: String(fault), stack: undefined }
    log.error({ incident, message, stack }, 'a command failed')
    return incident
  }

  function workOf(session: SessionId): SessionWork {
    const known = works.get(session)
    if (known !== undefined) return known
    const work = new SessionWork()
    works.set(session, work)
    return work
  }

  const greet = greetings(deps, { workOf, reportFault })

  async function run(
    name: SessionCommandName,
    caller: Caller,
    request: unknown,
    reply: Codec,
  ): Promise<Answer> {
    try {
      return { ok: true, body: encodeMessage(reply, await handlers[name](caller, request)) }
    } catch (thrown) {
      return errorAnswer(thrown, reportFault)
    }
  }

  async function runNote(name: NoteName, caller: Caller, body: Uint8Array): Promise<void> {
    await onNote[name](caller, decodeBody(notes[name].body as unknown as Codec, body))
  }

  return {
    greet,

    // NOTE not `async`: every send would pay for one promise more.
    handle(id, epoch, command, body) {
      const session = registry.get(id)
      if (session === undefined || session.epoch !== epoch) return refused('STALE_EPOCH')
      const name = commandNames.get(command) as SessionCommandName | undefined
      if (name === undefined || !(name in handlers)) return refused('UNKNOWN_COMMAND')
      const waitMs = accountLimit.take(session.account)
      if (waitMs > 0) return Promise.resolve(rateLimited(waitMs))
      const row = commands[name]
      let request: unknown
      try {
        request = decodeBody(row.request as unknown as Codec, body)
      } catch (thrown) {
        return Promise.resolve(errorAnswer(thrown, reportFault))
      }
      const caller = { account: session.account, device: session.device, session: id }
      const work = () => run(name, caller, request, row.reply as unknown as Codec)
      if (!row.target) return workOf(id).run(work)
      const target = targetKey(request)
      return name === 'send'
        ? workOf(id).runSend(target, work)
        : workOf(id).runAfterSends(target, work)
    },

    note(id, epoch, command, body) {
      const session = registry.get(id)
      const name = noteNames.get(command) as NoteName | undefined
      if (session === undefined || session.epoch !== epoch || name === undefined) return
      if (accountLimit.take(session.account) > 0) return
      const caller = { account: session.account, device: session.device, session: id }
      runNote(name, caller, body).catch((thrown: unknown) => {
        if (!(thrown instanceof Refusal)) reportFault(thrown)
      })
    },

    left(id, epoch, reason) {
      const session = registry.get(id)
      if (session !== undefined && session.epoch === epoch) {
        deps.devices.seen(session.device, clock.wallMs())
        registry.detach(id, epoch, finalReasons.has(reason) ? 0 : deps.resumableMs)
      }
      const work = works.get(id)
      if (work === undefined) return
      void work.idle().then(() => {
        if (registry.get(id)?.route === undefined) works.delete(id)
      })
    },
  }
}

function refused(error: 'STALE_EPOCH' | 'UNKNOWN_COMMAND'): Promise<Answer> {
  return Promise.resolve(refusalAnswer(error))
}

/**
 * A conversation by its id, an account by its id below zero. Two ways to name one conversation do not share a key: a
 * client that mixes them waits for its own replies.
 */
function targetKey(request: unknown): number {
  const { target } = request as { target?: { conversation?: number; account?: number } | null }
  return target?.conversation || -(target?.account ?? 0)
}

function namesById(table: Record<string, { id: number }>): Map<number, CommandName | NoteName> {
  return new Map(
    Object.entries(table).map(([name, row]) => [row.id, name as CommandName | NoteName]),
  )
}
