import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { ClientRequestArgs, IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** What one of our processes tells another of a request that it passes on. Nobody else reaches the other's socket. */
export const passedOn = {
  address: 'x-parley-address',
  originAllowed: 'x-parley-origin-allowed',
} as const

/** These are about one connection, not about the request. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  'expect',
]
/** Below the time after which the other process ends an idle connection. */
const idleMs = 30_000

/** Opens a connection to a socket in the file system. `done` may be called later, once. */
export type ConnectInner = (
  socketPath: string,
  done: (fault: Error | null, socket: Duplex) => void,
) => Duplex | undefined

export interface Forwarding {
  /** The other process's socket in the file system. */
  socketPath: string
  address: string
  originAllowed: boolean
  /** The other process is not there, or went before it answered: nothing has been said to the client. */
  failed(): void
}

/** Passes HTTP requests on to other processes of this server, whole and unread, and their replies back. */
export class Forwarder {
  readonly #agent: Agent
  #running = 0
  #whenIdle: (() => void)[] = []

  constructor(connectInner: ConnectInner = (path) => connect(path)) {
    this.#agent = new InnerAgent(connectInner)
  }

  forward(request: IncomingMessage, reply: ServerResponse, to: Forwarding): void {
    this.#running += 1
    const onward = httpRequest({
      socketPath: to.socketPath,
      agent: this.#agent,
      method: request.method,
      path: request.url,
      headers: {
        ...withoutHops(request.headers),
        [passedOn.address]: to.address,
        [passedOn.originAllowed]: to.originAllowed ? '1' : '0',
      },
    })
    reply.once('close', () => {
      onward.destroy()
      this.#ended()
    })
    onward.once('response', (answer) => {
      reply.writeHead(answer.statusCode ?? 502, withoutHops(answer.headers))
      answer.once('error', () => reply.destroy())
      answer.pipe(reply)
    })
    onward.once('error', () => {
      if (reply.destroyed) return
      if (reply.headersSent) reply.destroy()
      else to.failed()
    })
    request.pipe(onward)
  }

  /** Resolves when nothing is being passed on. */
  idle(): Promise<void> {
    if (this.#running === 0) return Promise.resolve()
    return new Promise((resolve) => this.#whenIdle.push(resolve))
  }

  close(): void {
    this.#agent.destroy()
  }

  #ended(): void {
    this.#running -= 1
    if (this.#running > 0) return
    for (const resolve of this.#whenIdle.splice(0)) resolve()
  }
}

/** Keeps connections to other processes for the next requests. */
class InnerAgent extends Agent {
  readonly #connect: ConnectInner

  constructor(connectInner: ConnectInner) {
    super({ keepAlive: true, timeout: idleMs })
    this.#connect = connectInner
  }

  override createConnection(
    { socketPath }: ClientRequestArgs,
    done: (fault: Error | null, socket: Duplex) => void = () => {},
  ): Duplex | undefined {
    return this.#connect(socketPath ?? '', done)
  }
}

function withoutHops(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const rest = { ...headers }
  for (const name of hopByHop) delete rest[name]
  if (rest['content-length'] !== undefined) delete rest['transfer-encoding']
  return rest
}
