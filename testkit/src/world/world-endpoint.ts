import { createHmac } from 'node:crypto'
import type { ByteStream } from '../../../server/src/access/stream.ts'
import type { PostEvents } from '../../../server/src/app/webhooks/webhook-pump.ts'
import { webhookTimeoutMs } from '../../../server/src/app/webhooks/post-events.ts'
import type { Clock } from '../../../server/src/base/clock.ts'
import type { Line } from '../checker/history.ts'
import type { Network } from './network.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { Timeline } from './timeline.ts'

export const endpointHost = 'shop'
const answerMs = { low: 200, high: 1_500 }
const lengthBytes = 4

/** How the endpoint of an integrator behaves for a while. */
export type EndpointMood = 'good' | 'failing' | 'silent' | 'down'

interface Told {
  id: string
  type: string
  entry: {
    id: string
    conversation: string
    seq: number
    clientId: string
    kind: string
    refSeq: number
  }
}

interface EndpointDeps {
  timeline: Timeline
  network: Network
  random: SeededRandom
  emit(line: Line): void
  /** What it gets and may not. */
  problem(what: string): void
}

/** An integrator's program on a host of its own, which is told by webhooks what happens: it may fail, as all may. */
export class WorldEndpoint {
  readonly secret: Uint8Array
  readonly #deps: EndpointDeps
  #mood: EndpointMood = 'good'
  #stopListening = (): void => {}
  /** How far each conversation was told. */
  readonly #told = new Map<number, number>()

  constructor(deps: EndpointDeps) {
    this.#deps = deps
    this.secret = deps.random.fill(new Uint8Array(32))
    this.#listen()
  }

  get told(): ReadonlyMap<number, number> {
    return this.#told
  }

  behave(mood: EndpointMood): void {
    const { network } = this.#deps
    if (mood === this.#mood) return
    if (mood === 'down') network.kill(endpointHost, 'reset')
    if (this.#mood === 'down') this.#listen()
    this.#mood = mood
  }

  #listen(): void {
    const { network } = this.#deps
    this.#stopListening()
    network.back(endpointHost)
    this.#stopListening = network.listen(endpointHost, (stream) => this.#serve(stream))
  }

  #serve(stream: ByteStream): void {
    const { timeline, random } = this.#deps
    const take = whole((body) => {
      const mood = this.#mood
      if (mood === 'silent') return
      // NOTE what it answers to a failing one may have been taken all the same: it is told again.
      const isTaken = mood === 'good' || random.chance(0.3)
      if (isTaken) this.#take(body)
      timeline.after(random.between(answerMs.low, answerMs.high), () => {
        stream.write(framed({ status: mood === 'good' ? 200 : random.pick([500, 404, 302]) }))
        stream.end()
      })
    })
    stream.listen({ data: take, drained() {}, closed() {}, fault() {} })
  }

  #take(request: unknown): void {
    const { emit, problem } = this.#deps
    const { headers, body } = request as { headers: Record<string, string>; body: string }
    const [, time = '', mac = ''] =
      /^t=(\d+),v1=([0-9a-f]+)$/.exec(headers['parley-signature'] ?? '') ?? []
    const expected = createHmac('sha256', this.secret).update(`${time}.${body}`).digest('hex')
    if (mac !== expected) return problem('a webhook is not signed as it should be')
    const { events } = JSON.parse(body) as { events: Told[] }
    for (const { id, entry } of events) {
      const { conversation: name, seq, clientId, kind, refSeq } = entry
      const conversation = Number(name)
      if (id !== `${name}:${seq}`) problem(`${id} is told of ${name}/${seq}`)
      emit({
        ...{ event: 'hooked', conversation, seq },
        id: kind === 'burn' ? `burn-${name}-${refSeq}` : clientId,
      })
      this.#told.set(conversation, Math.max(seq, this.#told.get(conversation) ?? 0))
    }
  }
}

/** How a program on another host reaches it: as the production code posts, over the simulated network. */
export function worldPost(network: Network, from: string, clock: Clock): PostEvents {
  return ({ headers, body }) =>
    new Promise((resolve, reject) => {
      const timer = clock.after(webhookTimeoutMs, () => {
        abandon()
        opened?.destroy()
        reject(new Error('no answer in time'))
      })
      const failed = (): void => {
        timer.cancel()
        reject(new Error('no connection'))
      }
      let opened: ByteStream | undefined
      const abandon = network.dial(from, endpointHost, (stream) => {
        if (stream === undefined) return failed()
        opened = stream
        const take = whole((answer) => {
          timer.cancel()
          stream.destroy()
          resolve((answer as { status: number }).status)
        })
        stream.listen({ data: take, drained() {}, closed: failed, fault() {} })
        stream.write(framed({ headers, body }))
      })
    })
}

function framed(what: unknown): Uint8Array {
  const body = Buffer.from(JSON.stringify(what))
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, body])
}

/** Hands on the one thing that a side of such a connection says, when all of it has come. */
function whole(take: (what: unknown) => void): (bytes: Uint8Array) => void {
  let held = Buffer.alloc(0)
  return (bytes) => {
    held = Buffer.concat([held, bytes])
    if (held.length < lengthBytes) return
    const end = lengthBytes + held.readUInt32BE(0)
    if (held.length < end) return
    take(JSON.parse(held.toString('utf8', lengthBytes, end)))
    held = held.subarray(end)
  }
}
