import type { IncomingMessage } from 'node:http'
import fastify, { type FastifyInstance } from 'fastify'
import { answerFaults } from '../../../server/src/access/http/answer-faults.ts'
import { downloadRoutes } from '../../../server/src/access/http/download-routes.ts'
import { securityHeaders } from '../../../server/src/access/http/security-headers.ts'
import { uploadRoutes } from '../../../server/src/access/http/upload-routes.ts'
import type { ByteStream } from '../../../server/src/access/stream.ts'
import type { Clock } from '../../../server/src/base/clock.ts'
import type { Log } from '../../../server/src/base/log.ts'
import type { FilePort } from '../../../server/src/logic/file/file-port.ts'
import { WireSocket } from './wire-socket.ts'

/** As the production server has them. Node measures the first by a clock that is not ours: here a timer does. */
const requestTimeoutMs = 30_000
const keepAliveTimeoutMs = 72_000

/**
 * The HTTP server of a world: Node's, with the production routes of files, over simulated connections. Made once, before
 * time begins; what it is asked goes to the life of the server that runs then.
 */
export class WorldHttp {
  readonly #app: FastifyInstance
  readonly #open = new Set<WireSocket>()
  /** A connection carries one request. */
  readonly #asked = new WeakMap<object, IncomingMessage>()

  static async create(files: () => FilePort, log: Log): Promise<WorldHttp> {
    const app = fastify({
      keepAliveTimeout: keepAliveTimeoutMs,
      requestTimeout: 0,
      // NOTE its timers would be real ones.
      pluginTimeout: 0,
    })
    securityHeaders(app, false)
    answerFaults(app, log)
    // NOTE Node reads the clock for it.
    app.addHook('onRequest', async (_request, reply) => void (reply.raw.sendDate = false))
    const options = {
      files: current(files),
      addressOf: ({ ip }: { ip: string }) => ip,
      originAllowed: () => true,
      isShared: false,
    }
    await app.register(uploadRoutes, options)
    await app.register(downloadRoutes, options)
    await app.ready()
    return new WorldHttp(app)
  }

  private constructor(app: FastifyInstance) {
    this.#app = app
    app.server.on('request', (request: IncomingMessage) => this.#asked.set(request.socket, request))
  }

  attach(stream: ByteStream, from: string, clock: Clock): void {
    const socket = new WireSocket(stream, clock, from)
    socket.on('error', () => undefined)
    this.#open.add(socket)
    this.#app.server.emit('connection', socket)
    const timer = clock.after(requestTimeoutMs, () => {
      if (this.#asked.get(socket)?.complete !== true) socket.destroy()
    })
    socket.once('close', () => {
      timer.cancel()
      this.#open.delete(socket)
    })
  }

  /** As a server does that stops. */
  cutAll(): void {
    for (const socket of this.#open) socket.destroy()
  }
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
