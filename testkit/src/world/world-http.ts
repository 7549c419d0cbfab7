import type { IncomingMessage, Server } from 'node:http'
import fastify, { type FastifyInstance } from 'fastify'
import { answerFaults } from '../../../server/src/access/http/answer-faults.ts'
import { downloadRoutes } from '../../../server/src/access/http/download-routes.ts'
import type { Forwarder } from '../../../server/src/access/http/forward-request.ts'
import type { HttpEdge } from '../../../server/src/access/http/listen-http.ts'
import { innerServer } from '../../../server/src/access/http/listen-inner.ts'
import { answerPassedOn } from '../../../server/src/access/http/listen-rules.ts'
import { ruleProxy } from '../../../server/src/access/http/rule-proxy.ts'
import { securityHeaders } from '../../../server/src/access/http/security-headers.ts'
import { uploadRoutes } from '../../../server/src/access/http/upload-routes.ts'
import type { ByteStream } from '../../../server/src/access/stream.ts'
import { rulePaths } from '../../../server/src/app/rule-paths.ts'
import type { Clock } from '../../../server/src/base/clock.ts'
import type { Log } from '../../../server/src/base/log.ts'
import type { FilePort } from '../../../server/src/logic/file/file-port.ts'
import { serverHost } from './held-connections.ts'
import { WireSocket } from './wire-socket.ts'

export const httpPort = 5_800
export const httpDoor = `${serverHost}:${httpPort}`

/** As the production server has them. Node measures the first by a clock that is not ours: here a timer does. */
const requestTimeoutMs = 30_000
const keepAliveTimeoutMs = 72_000

const edge: Pick<HttpEdge, 'addressOf' | 'originAllowed'> = {
  addressOf: ({ ip }) => ip,
  originAllowed: () => true,
}

/**
 * The HTTP server of a world: Node's, with the production routes of files, over simulated connections. Made once, before
 * time begins; what it is asked goes to the life of the server that runs then.
 */
export class WorldHttp {
  readonly #server: Server
  /** 0: whoever passes requests on watches how long they take to come. */
  readonly #timeoutMs: number
  readonly #open = new Map<WireSocket, Clock>()
  /** A connection of a client carries one request. */
  readonly #asked = new WeakMap<object, IncomingMessage>()

  /** Of a server that is one process. */
  static async ofWhole(files: () => FilePort, log: Log): Promise<WorldHttp> {
    const app = createApp(log)
    await fileRoutes(app, edge, files)
    await app.ready()
    return new WorldHttp(app.server, requestTimeoutMs)
  }

  /** Of the process with the rules: what those with connections pass on. */
  static async ofRules(files: () => FilePort, log: Log): Promise<WorldHttp> {
    const { handle } = await answerPassedOn(log, {
      ...{ tls: false, secure: false },
      routes: async (app, passedOn) => {
        withoutDates(app)
        await fileRoutes(app, passedOn, files)
      },
    })
    return new WorldHttp(innerServer(handle), 0)
  }

  constructor(server: Server, timeoutMs: number) {
    this.#server = server
    this.#timeoutMs = timeoutMs
    server.on('request', (request: IncomingMessage) => this.#asked.set(request.socket, request))
  }

  attach(stream: ByteStream, from: string, clock: Clock): WireSocket {
    const socket = new WireSocket(stream, clock, from)
    socket.on('error', () => undefined)
    this.#open.set(socket, clock)
    this.#server.emit('connection', socket)
    socket.once('close', () => this.#open.delete(socket))
    if (this.#timeoutMs === 0) return socket
    const timer = clock.after(this.#timeoutMs, () => {
      if (this.#asked.get(socket)?.complete !== true) socket.destroy()
    })
    socket.once('close', () => timer.cancel())
    return socket
  }

  /** As a process does that stops: the one with this clock. */
  cutAll(clock: Clock): void {
    for (const [socket, its] of this.#open) if (its === clock) socket.destroy()
  }
}

/** What of HTTP a process with connections needs, besides the routes. */
export interface FrontProcess {
  clock: Clock
  forwarder: Pick<Forwarder, 'forward'>
}

/** The same of the processes with connections, all of them: they pass on what needs rules. */
export class WorldFront {
  readonly #http: WorldHttp
  readonly #forwarders: WeakMap<object, FrontProcess['forwarder']>

  static async create(log: Log): Promise<WorldFront> {
    const forwarders = new WeakMap<object, FrontProcess['forwarder']>()
    const app = createApp(log)
    await app.register(ruleProxy, {
      ...{ ...edge, paths: rulePaths, socketPath: 'rules' },
      forwarder: {
        forward: (request, ...more) => forwarders.get(request.socket)?.forward(request, ...more),
      },
    })
    await app.ready()
    return new WorldFront(new WorldHttp(app.server, requestTimeoutMs), forwarders)
  }

  private constructor(http: WorldHttp, forwarders: WeakMap<object, FrontProcess['forwarder']>) {
    this.#http = http
    this.#forwarders = forwarders
  }

  attach(stream: ByteStream, from: string, { clock, forwarder }: FrontProcess): void {
    this.#forwarders.set(this.#http.attach(stream, from, clock), forwarder)
  }

  cutAll(clock: Clock): void {
    this.#http.cutAll(clock)
  }
}

function createApp(log: Log): FastifyInstance {
  const app = fastify({
    keepAliveTimeout: keepAliveTimeoutMs,
    requestTimeout: 0,
    // NOTE its timers would be real ones.
    pluginTimeout: 0,
  })
  securityHeaders(app, false)
  answerFaults(app, log)
  withoutDates(app)
  return app
}

/** NOTE Node reads the clock for them. */
function withoutDates(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => void (reply.raw.sendDate = false))
}

async function fileRoutes(
  app: FastifyInstance,
  of: typeof edge,
  files: () => FilePort,
): Promise<void> {
  const options = { ...of, files: current(files), isShared: false }
  await app.register(uploadRoutes, options)
  await app.register(downloadRoutes, options)
}

function current(files: () => FilePort): FilePort {
  return {
    caller: (...input) => files().caller(...input),
    ticketHolder: (...input) => files().ticketHolder(...input),
    create: (...input) => files().create(...input),
    receive: (...input) => files().receive(...input),
    look: (...input) => files().look(...input),
    result: (...input) => files().result(...input),
    end: (...input) => files().end(...input),
    open: (...input) => files().open(...input),
    bytes: (...input) => files().bytes(...input),
    bytesMax: () => files().bytesMax(),
  }
}
