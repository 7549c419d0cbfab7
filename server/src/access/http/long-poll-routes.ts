import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../base/clock.ts'
import type { Hashing } from '../../base/crypto.ts'
import type { Random } from '../../base/random.ts'
import { TimingWheel, Waiter } from '../../base/timing-wheel.ts'
import type { Access } from '../create-access.ts'
import { isInner } from './listen-inner.ts'
import { messageBytesSpare } from '../websocket/web-socket-stream.ts'
import { allowOrigin, type CrossOrigin } from './cross-origin.ts'
import { PollChannel, type PollEnd, type PostEnd } from './poll-channel.ts'

/**
 * HTTP long-poll: the same frames in the bodies of posts and replies.
 *
 * Every request is a POST. Bodies with frames have the content type `application/octet-stream` and a Content-Length. All
 * replies are `Cache-Control: no-store`. Replies without frames have an empty body, or JSON that only people read.
 *
 * `POST /wire/open` (no body) opens a channel, which is one connection: 200 with JSON
 * `{"channel": "<43 characters>", "pollMs": 25000}`. `channel` is a secret of 256 bits in base64url. It goes into the header
 * `Authorization: Bearer <channel>` of everything that follows, and nowhere else. 503: too many connections, or the
 * server goes down; the body is a close frame.
 *
 * `POST /wire/up/N` gives frames to the server: one or more whole ones, N counts from 1 in each channel. One post at a time:
 * the next one goes out when the last one is answered.
 * - 204: taken. Its frames run in order, before those of the next post. Answers come down as batches.
 * - No reply: the same post again, with the same N and body. It is run at most once.
 * - 503: the client does not fetch its answers; nothing of it was taken. Poll, and give the same N again after `Retry-After`.
 * - 409: N is neither the last one nor the next. 411: no Content-Length. 413: larger than 266,240 bytes (8,192 before login).
 *
 * `POST /wire/down/A` (no body) waits for frames from the server and acknowledges: A is the number of the last batch that
 * was received whole, 0 at first. Batches count from 1 in each channel; there is always one poll waiting.
 * - 200: batch A + 1, one or more whole frames. It is kept and given again until a poll names it in A.
 * - 204: nothing came for 25 s. Poll again with the same A.
 * - 409: a newer poll of this channel took the place of this one, or A is neither the last batch nor the one before.
 *
 * 410 to either of them: there is no such channel, or it has ended and everything of it was fetched. After a 410 to a post one more poll
 * may bring the last batch, with the close frame. Then open anew, as after any end of a connection.
 * 403: the Origin of the page is not allowed.
 *
 * A channel ends as any connection does: no login in time, no ping for twice `heartbeat_ms` (polls do not count as
 * pings: a client pings by posts), a close frame from either side. For 10 s after its end the last batches can be
 * fetched. Closing the TCP connections under it ends nothing.
 */
export async function longPollRoutes(
  app: FastifyInstance,
  options: LongPollOptions,
): Promise<void> {
  const channels = new Channels(options)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  )
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (!options.originAllowed(request)) return reply.status(403).send()
    if (passOn(options, request, reply)) return reply
    allowOrigin(request, reply, longPollSharing)
    return undefined
  })
  app.addHook('onClose', async () => channels.close())

  app.options('/wire/*', async (_request, reply) => reply.status(204).send())
  app.post('/wire/open', { bodyLimit: 1 }, async (request, reply) => {
    const opened = channels.open(options.addressOf(request))
    if ('secret' in opened) return { channel: opened.secret, pollMs: pollWaitMs }
    return reply.status(503).header('retry-after', 1).type(frames).send(opened.last)
  })

  const numbered = {
    params: { type: 'object', properties: { number: { type: 'integer', minimum: 0 } } },
  }
  const bodyLimit = options.access.settings.frameBodyBytesMax + messageBytesSpare
  app.post<Numbered>(
    '/wire/up/:number',
    {
      bodyLimit,
      schema: numbered,
      onRequest: async (request, reply) => checkLength(channels, request, reply),
    },
    async (request, reply) => {
      const channel = channels.of(request)
      const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
      const end = channel?.post(request.params.number, bytes) ?? 'gone'
      if (end === 'busy') reply.header('retry-after', 1)
      return reply.status(postStatuses[end]).send()
    },
  )
  app.post<Numbered>(
    '/wire/down/:number',
    { bodyLimit: 1, schema: numbered },
    async (request, reply) => {
      const channel = channels.of(request)
      if (channel === undefined) return reply.status(410).send()
      const end = await new Promise<PollEnd>((resolve) => {
        const giveUp = channel.poll(request.params.number, resolve)
        reply.raw.once('close', giveUp)
      })
      if (end.end === 'batch') return reply.type(frames).send(end.bytes)
      return reply.status(pollStatuses[end.end]).send()
    },
  )
}

export interface LongPollOptions {
  access: Access
  clock: Clock
  random: Pick<Random, 'fill'>
  hashing: Pick<Hashing, 'sha256'>
  addressOf(request: FastifyRequest): string
  originAllowed(request: FastifyRequest): boolean
  owners?: ChannelOwners | undefined
}

/** Where several processes hold channels, the first byte of a channel's secret says which of them has it. */
export interface ChannelOwners {
  /** This process, 1 to 255. */
  own: number
  /** Passes a request on to the owner of its channel; `gone` when there is none. */
  forward(
    owner: number,
    request: { raw: IncomingMessage; address: string },
    reply: ServerResponse,
    gone: () => void,
  ): void
}

interface Numbered {
  Params: { number: number }
}

const pollWaitMs = 25_000
/** How long the last batches of an ended channel can be fetched. */
const endedKeepMs = 10_000
const secretBytes = 32
const longPollSharing: CrossOrigin = {
  methods: 'POST',
  requestHeaders: 'authorization, content-type',
  responseHeaders: undefined,
}
const frames = 'application/octet-stream'
const postStatuses = { taken: 204, busy: 503, conflict: 409, gone: 410 } as const satisfies Record<
  PostEnd,
  number
>
const pollStatuses = { nothing: 204, superseded: 409, conflict: 409, gone: 410 } as const

/** The channels by the hash of their secret. */
class Channels {
  readonly #options: LongPollOptions
  readonly #wheel: TimingWheel
  readonly #channels = new Map<string, PollChannel>()

  constructor(options: LongPollOptions) {
    this.#options = options
    this.#wheel = new TimingWheel(options.clock)
  }

  open(address: string): { secret: string } | { last: Uint8Array } {
    const { access, random, owners } = this.#options
    const bytes = random.fill(new Uint8Array(secretBytes))
    if (owners !== undefined) bytes[0] = owners.own
    const secret = Buffer.from(bytes).toString('base64url')
    const key = this.#key(secret)
    const forget = new Forgetting(() => this.#channels.delete(key))
    const channel = new PollChannel(
      this.#wheel,
      pollWaitMs,
      access.settings.greetingBodyBytesMax,
      () => this.#wheel.wait(forget, endedKeepMs),
    )
    access.attach(channel, address, 'longPoll')
    if (channel.isEnded) return { last: channel.takeAll() }
    this.#channels.set(key, channel)
    return { secret }
  }

  of(request: FastifyRequest): PollChannel | undefined {
    const secret = secretOf(request)
    return secret === undefined ? undefined : this.#channels.get(this.#key(secret))
  }

  close(): void {
    for (const channel of this.#channels.values()) channel.destroy()
    this.#wheel.close()
  }

  #key(secret: string): string {
    return Buffer.from(this.#options.hashing.sha256(Buffer.from(secret))).toString('base64url')
  }
}

function secretOf(request: FastifyRequest): string | undefined {
  const [scheme, secret] = request.headers.authorization?.split(' ') ?? []
  return scheme?.toLowerCase() === 'bearer' ? secret : undefined
}

/** A request for a channel of another process goes there. @returns whether it does. */
function passOn(
  { owners, addressOf }: LongPollOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  const secret = secretOf(request)
  if (owners === undefined || secret === undefined || isInner(request.raw)) return false
  const [owner] = Buffer.from(secret.slice(0, 4), 'base64url')
  if (owner === undefined || owner === owners.own) return false
  reply.hijack()
  owners.forward(owner, { raw: request.raw, address: addressOf(request) }, reply.raw, () => {
    reply.raw.writeHead(410, { 'cache-control': 'no-store', 'content-length': 0 }).end()
  })
  return true
}

class Forgetting extends Waiter {
  readonly #forget: () => void

  constructor(forget: () => void) {
    super()
    this.#forget = forget
  }

  override wake(): void {
    this.#forget()
  }
}

/** Before anything of the body is read. */
async function checkLength(
  channels: Channels,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const channel = channels.of(request)
  if (channel === undefined) return reply.status(410).send()
  const length = request.headers['content-length']
  if (length === undefined) return reply.status(411).send()
  if (Number(length) > channel.bodyBytesMax + messageBytesSpare) return reply.status(413).send()
  return undefined
}
