import { frameHeaderBytes, readHeader } from '@parley/protocol'
import type { Clock } from '../base/clock.ts'
import type { Link, LinkEvents, Transport } from './transport.ts'
import { fromUtf8, joinBytes } from '../base/bytes.ts'
import { IMError } from '../base/im-error.ts'
import { sleep } from '../base/wait.ts'

export interface HttpReply {
  status: number
  body: Uint8Array
  retryAfterMs: number
}

/** One POST. Rejects when no whole reply came. */
export type HttpPost = (
  url: string,
  input: { authorization?: string; body?: Uint8Array; signal: AbortSignal },
) => Promise<HttpReply>

/** A request that got no reply is repeated so often, with growing pauses, before the connection counts as lost. */
const attemptsMax = 5
const pauseMs = 250
/** A post holds whole frames up to this size, or a single larger one. */
const postBytesMax = 65_536

/** The same frames in the bodies of posts and replies (docs/protocol.md, HTTP long-poll). */
export function longPollTransport(deps: { post: HttpPost; clock: Clock }): Transport {
  return {
    open: async (url, events, signal) => {
      const base = new URL(url).origin.replace(/^ws/, 'http')
      const opened = await deps.post(`${base}/wire/open`, { signal })
      const channel = opened.status === 200 ? channelOf(opened.body) : undefined
      if (channel === undefined)
        throw new IMError('CONNECT_FAILED', `long-poll answered ${opened.status}`, opened)
      return new LongPollLink({ ...deps, base, authorization: `Bearer ${channel}` }, events)
    },
  }
}

interface ChannelDeps {
  post: HttpPost
  clock: Clock
  base: string
  authorization: string
}

class LongPollLink implements Link {
  readonly #deps: ChannelDeps
  readonly #events: LinkEvents
  readonly #life = new AbortController()
  #queue: Uint8Array[] = []
  #posts = 0
  #isPosting = false
  #isClosing = false

  constructor(deps: ChannelDeps, events: LinkEvents) {
    this.#deps = deps
    this.#events = events
    void this.#pollAll()
  }

  write(bytes: Uint8Array): void {
    if (this.#isClosing) return
    for (const frame of wholeFrames(bytes)) this.#queue.push(frame)
    void this.#postAll()
  }

  close(): void {
    if (this.#isClosing) return
    this.#isClosing = true
    if (this.#isPosting || this.#queue.length > 0) void this.#postAll()
    else this.#end()
  }

  #end(): void {
    if (this.#life.signal.aborted) return
    this.#isClosing = true
    this.#life.abort()
    this.#events.closed()
  }

  /** One post at a time, numbered; the same again until it is answered. */
  async #postAll(): Promise<void> {
    if (this.#isPosting) return
    this.#isPosting = true
    while (this.#queue.length > 0 && !this.#life.signal.aborted) {
      this.#posts += 1
      const reply = await this.#persist(`/wire/up/${this.#posts}`, this.#take())
      if (reply?.status !== 204) {
        // NOTE ended by the server: the poll that stands still brings the close frame.
        if (reply?.status !== 410) this.#end()
        break
      }
    }
    this.#isPosting = false
    if (this.#isClosing) this.#end()
  }

  async #pollAll(): Promise<void> {
    for (let received = 0; !this.#life.signal.aborted;) {
      const reply = await this.#persist(`/wire/down/${received}`)
      if (this.#life.signal.aborted) return
      if (reply?.status === 200) {
        received += 1
        this.#events.received(reply.body)
      } else if (reply?.status !== 204) return this.#end()
    }
  }

  #take(): Uint8Array {
    let bytes = 0
    let count = 0
    for (const frame of this.#queue) {
      if (count > 0 && bytes + frame.length > postBytesMax) break
      bytes += frame.length
      count += 1
    }
    return joinBytes(this.#queue.splice(0, count))
  }

  /** Undefined: no reply, however often it was tried. */
  async #persist(path: string, body?: Uint8Array): Promise<HttpReply | undefined> {
    const { post, clock, base, authorization } = this.#deps
    const { signal } = this.#life
    for (let attempt = 0; attempt < attemptsMax && !signal.aborted; attempt += 1) {
      let delayMs = pauseMs * 2 ** attempt
      try {
        const input =
          body === undefined ? { authorization, signal } : { authorization, signal, body }
        const reply = await post(base + path, input)
        if (reply.status !== 503 && reply.status !== 502 && reply.status !== 504) return reply
        delayMs = Math.max(delayMs, reply.retryAfterMs)
      } catch {
        // No reply: the same again.
      }
      await sleep(clock, delayMs, signal).catch(() => {})
    }
    return undefined
  }
}

function channelOf(body: Uint8Array): string | undefined {
  try {
    const { channel } = JSON.parse(fromUtf8(body)) as { channel?: unknown }
    return typeof channel === 'string' && /^[\w-]+$/.test(channel) ? channel : undefined
  } catch {
    return undefined
  }
}

function wholeFrames(bytes: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = []
  for (let offset = 0; offset < bytes.length;) {
    const end = offset + frameHeaderBytes + readHeader(bytes, offset).length
    frames.push(bytes.subarray(offset, end))
    offset = end
  }
  return frames
}
