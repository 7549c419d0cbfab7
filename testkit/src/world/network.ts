import type { ByteStream, StreamListener } from '../../../server/src/access/stream.ts'
import { goodPath, type PathState } from './path-state.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { Timeline } from './timeline.ts'
import { WireFlow } from './wire-flow.ts'

/** How long an ended side waits for its last bytes to arrive. */
const lingerMs = 10_000
/** How long a new connection waits for an answer before it fails. */
const dialTimeoutMs = 20_000

const deaf: StreamListener = { data() {}, drained() {}, closed() {}, fault() {} }

interface Door {
  accept: (stream: ByteStream, from: string) => void
  process: string
}

interface End {
  readonly host: string
  /** Of those on the host; where nobody says, there is one, of its name. */
  readonly process: string
  readonly stream: ByteStream
  out: WireFlow
  in: WireFlow
  listener: StreamListener
  other: End | undefined
  /** `gone`: its process no longer exists and hears nothing. */
  state: 'open' | 'ending' | 'closed' | 'gone'
}

interface Connection {
  readonly ends: readonly [End, End]
}

/** Called once, unless abandoned. Undefined: no connection came about. */
export type Dialling = (stream: ByteStream | undefined) => void

/** Hosts, and the connections between them. Faults belong to the path of a host. */
export class Network {
  readonly #timeline: Timeline
  readonly #random: SeededRandom
  readonly #paths = new Map<string, PathState>()
  /** Hosts whose machine is off. */
  readonly #off = new Set<string>()
  /** By name; processes may share one. */
  readonly #doors = new Map<string, Door[]>()
  #connections = new Set<Connection>()
  #dialled = 0

  constructor(timeline: Timeline, random: SeededRandom) {
    this.#timeline = timeline
    this.#random = random
  }

  get dialled(): number {
    return this.#dialled
  }

  get openConnections(): number {
    return this.#connections.size
  }

  path(host: string): PathState {
    let path = this.#paths.get(host)
    if (path === undefined) this.#paths.set(host, (path = { ...goodPath }))
    return path
  }

  /** Changes a host's path; what waited behind a block goes on when the block is gone. */
  change(host: string, to: Partial<PathState>): void {
    Object.assign(this.path(host), to)
    for (const connection of this.#of(host)) for (const end of connection.ends) end.out.retry()
  }

  /**
   * Takes connections at a door: a host, or `host:port`. Where several processes do, each connection is taken by one of them,
   * as chance has it. @returns what stops it again.
   */
  listen(door: string, accept: Door['accept'], process = hostOf(door)): () => void {
    const made: Door = { accept, process }
    this.#doors.set(door, [...(this.#doors.get(door) ?? []), made])
    return () => this.#shut((one) => one === made)
  }

  #shut(isShut: (door: Door, host: string) => boolean): void {
    for (const [name, doors] of this.#doors) {
      const left = doors.filter((door) => !isShut(door, hostOf(name)))
      if (left.length > 0) this.#doors.set(name, left)
      else this.#doors.delete(name)
    }
  }

  /**
   * @param bytesPerSecond that this connection carries at most, in either direction
   * @returns what abandons it: then `done` is never called.
   */
  dial(from: string, door: string, done: Dialling, bytesPerSecond?: number): () => void {
    const to = hostOf(door)
    let answered = false
    const answer = (stream: ByteStream | undefined): void => {
      if (answered) return
      answered = true
      done(stream)
    }
    const [near, far] = [this.path(from), this.path(to)]
    const roundTripMs =
      2 * (near.delayMs + far.delayMs) + this.#random.unit() * (near.jitterMs + far.jitterMs)
    this.#timeline.after(dialTimeoutMs, () => answer(undefined))
    this.#timeline.after(roundTripMs, () => {
      if (answered || near.upBlocked || near.downBlocked || far.upBlocked || far.downBlocked) return
      const doors = this.#doors.get(door) ?? []
      const taken = doors.length > 1 ? this.#random.pick(doors) : doors[0]
      if (taken === undefined || near.refusing || far.refusing) return answer(undefined)
      this.#dialled += 1
      const ends = [this.#end(from, from), this.#end(to, taken.process)] as const
      const [client, server] = this.#connect(ends, bytesPerSecond)
      taken.accept(server.stream, from)
      answer(client.stream)
    })
    return () => {
      answered = true
    }
  }

  /** Every connection of the host is reset, seen by both sides. */
  cut(host: string): void {
    for (const connection of this.#of(host)) for (const end of connection.ends) this.#close(end)
  }

  /** The host goes on by another way: it knows that its connections are over, and whoever is at their other end hears nothing. */
  move(host: string): void {
    for (const connection of this.#of(host))
      for (const end of connection.ends) {
        if (end.host !== host) continue
        end.out.silence()
        end.in.stall()
        this.#timeline.soon(() => this.#closed(end))
      }
  }

  /**
   * What runs on the host is gone, or one process of it. `reset`: its kernel tells the others. `silent`: the machine is off;
   * the others hear nothing, until they write once it is back.
   */
  kill(host: string, how: 'reset' | 'silent', process?: string): void {
    const isKilled = (one: { process: string }, of: string): boolean =>
      of === host && (process === undefined || one.process === process)
    this.#shut(isKilled)
    for (const connection of this.#of(host)) {
      for (const [index, end] of connection.ends.entries()) {
        if (!isKilled(end, end.host)) continue
        end.state = 'gone'
        end.listener = deaf
        if (how === 'reset') end.out.reset()
        else {
          this.#off.add(host)
          end.out.silence()
          end.in.stall()
        }
        if (connection.ends[1 - index]?.state === 'gone') this.#connections.delete(connection)
      }
    }
  }

  /** The machine is on again: it knows nothing of its former connections, and says so to whoever writes. */
  back(host: string): void {
    this.#off.delete(host)
  }

  #of(host: string): Connection[] {
    return [...this.#connections].filter(({ ends }) => ends.some((end) => end.host === host))
  }

  #connect(ends: Connection['ends'], bytesPerSecond: number | undefined): Connection['ends'] {
    const connection: Connection = { ends }
    const [a, b] = ends
    const random = this.#random.fork(`${a.host}-${b.host}`)
    const flow = (sender: End, receiver: End): WireFlow =>
      new WireFlow(this.#timeline, random, {
        from: this.path(sender.host),
        to: this.path(receiver.host),
        bytesPerSecond,
        data: (bytes) => {
          if (receiver.state === 'open' || receiver.state === 'ending')
            receiver.listener.data(bytes)
        },
        drained: () => sender.listener.drained(),
        ended: () => {
          this.#closed(receiver)
          this.#closed(sender)
          this.#connections.delete(connection)
        },
      })
    a.other = b
    b.other = a
    a.out = b.in = flow(a, b)
    b.out = a.in = flow(b, a)
    this.#connections.add(connection)
    return ends
  }

  #end(host: string, process: string): End {
    const nowhere = new WireFlow(this.#timeline, this.#random, {
      from: goodPath,
      to: goodPath,
      data() {},
      drained() {},
      ended() {},
    })
    const end: End = {
      ...{ host, process },
      out: nowhere,
      in: nowhere,
      listener: deaf,
      other: undefined,
      state: 'open',
      stream: {
        write: (bytes) => this.#write(end, bytes),
        get queuedBytes() {
          return end.out.queuedBytes
        },
        end: () => {
          if (end.state !== 'open') return
          end.state = 'ending'
          end.out.end()
          this.#timeline.after(lingerMs, () => this.#close(end))
        },
        destroy: () => this.#close(end),
        pause: () => end.in.pause(),
        resume: () => end.in.resume(),
        listen: (listener) => {
          end.listener = listener
        },
      },
    }
    return end
  }

  #write(end: End, bytes: Uint8Array): void {
    if (end.state !== 'open') return
    end.out.write(bytes)
    const { other } = end
    if (other?.state !== 'gone' || this.#off.has(other.host)) return
    const roundTripMs = 2 * (this.path(end.host).delayMs + this.path(other.host).delayMs)
    this.#timeline.after(roundTripMs, () => this.#closed(end))
  }

  #close(end: End): void {
    if (end.state === 'closed' || end.state === 'gone') return
    end.state = 'closed'
    end.out.reset()
    this.#timeline.soon(() => this.#tell(end))
  }

  #closed(end: End): void {
    if (end.state === 'closed' || end.state === 'gone') return
    end.state = 'closed'
    this.#tell(end)
  }

  #tell(end: End): void {
    const { listener } = end
    end.listener = deaf
    listener.closed()
  }
}

const hostOf = (door: string): string => door.split(':', 1)[0] ?? ''
