import { setTimeout as sleep } from 'node:timers/promises'
import { cpuBetween, sampleCpu, type CpuSpent } from '../lab/proc.ts'
import {
  arrive,
  auditDay,
  dayActs,
  dayMix,
  type DayAct,
  type DayContext,
  type Person,
} from './day-mix.ts'
import type { Endpoint } from './endpoint.ts'
import { Peer } from './peer.ts'
import { Samples, type Percentiles } from './samples.ts'

export interface DayArrival {
  endpoint: Endpoint
  firstUser: number
  users: number
}

export interface DayWork {
  serverPid: number
  /** As by chance, whatever became of the former ones; or so many under way at any time: as fast as it goes. */
  pace: { perSecond: number } | { underWay: number }
  warmUpMs: number
  measureMs: number
}

export interface DayResult {
  server: CpuSpent
  requests: number
  byAct: Partial<Record<DayAct, { asked: number; answerMs: Percentiles }>>
  /** From the intended time to the answer, of what is answered. */
  answerMs: Percentiles
  acked: number
  refused: Record<string, number>
  loadBusy: number
  faults: string[]
}

const openingMax = 32
const arriveTries = 10
const againMs = 1_000
const keepAliveEveryMs = 500
const settleMsMax = 30_000
/** Beyond these the load does not keep up: it is said. */
const runningMax = 20_000

export interface DayArrived {
  arrived: number
  /** Connections that ended before they were in. */
  turnedAway: number
}

let day: Day | undefined

/** Many come online, and stay. */
export function dayArrive(input: DayArrival): Promise<DayArrived> {
  day = new Day(input)
  return day.begin()
}

/** Requests of those who are online. Then they go. */
export async function dayWork(input: DayWork): Promise<DayResult> {
  if (day === undefined) throw new Error('nobody has arrived')
  try {
    return await day.run(input)
  } finally {
    day.end()
    day = undefined
  }
}

class Day implements DayContext {
  readonly acked: DayContext['acked'] = []
  readonly #input: DayArrival
  readonly #people: Person[] = []
  readonly #idle: Peer[] = []
  readonly #away = new Set<Person>()
  readonly #faults: string[] = []
  readonly #refused: Record<string, number> = {}
  readonly #byAct = new Map<DayAct, { asked: number; answer: Samples }>()
  readonly #answer = new Samples()
  readonly #timer = setInterval(() => this.#keepAlive(), keepAliveEveryMs)
  #onAnswer: () => void = () => {}
  #turnedAway = 0
  #isMeasured = false
  #isOver = false
  #requests = 0
  #running = 0

  constructor(input: DayArrival) {
    this.#input = input
  }

  async begin(): Promise<DayArrived> {
    const { endpoint, firstUser, users } = this.#input
    let next = 0
    const connect = async () => {
      while (next < users) {
        const user = firstUser + next
        next += 1
        const person = await this.#arrive(() => new Peer(endpoint, user))
        if (person === undefined) continue
        this.#watch(person)
        this.#people.push(person)
      }
    }
    await Promise.all(Array.from({ length: Math.min(openingMax, users) }, connect))
    return { arrived: this.#people.length + this.#idle.length, turnedAway: this.#turnedAway }
  }

  /** Undefined: it is only online. Who is turned away comes again, as a client does. */
  async #arrive(connect: () => Peer): Promise<Person | undefined> {
    for (let tried = 1; ; tried += 1) {
      const peer = connect()
      try {
        const person = await arrive(peer)
        if (person === undefined) this.#idle.push(peer)
        return person
      } catch (thrown) {
        peer.destroy()
        if (tried === arriveTries) throw thrown
        this.#turnedAway += 1
        await sleep(againMs)
      }
    }
  }

  async run({ pace, serverPid, warmUpMs, measureMs }: DayWork): Promise<DayResult> {
    if ('perSecond' in pace) this.#generate(pace.perSecond)
    else this.#keepUnderWay(pace.underWay)
    await sleep(warmUpMs)
    const before = sampleCpu(serverPid)
    const ownBefore = process.cpuUsage()
    this.#isMeasured = true
    await sleep(measureMs)
    this.#isMeasured = false
    const own = process.cpuUsage(ownBefore)
    const server = cpuBetween(before, sampleCpu(serverPid))
    this.#isOver = true
    const untilMs = performance.now() + settleMsMax
    while (this.#running > 0 && performance.now() < untilMs) await sleep(20)
    if (this.#running > 0) this.#faults.push(`${this.#running} requests were never answered`)
    await auditDay(this.acked)
    const loadBusy = (own.user + own.system) / 1_000 / measureMs
    return {
      ...{ server, loadBusy, requests: this.#requests, refused: this.#refused },
      byAct: Object.fromEntries(
        [...this.#byAct].map(([act, { asked, answer }]) => [
          act,
          { asked, answerMs: answer.percentiles() },
        ]),
      ),
      ...{ answerMs: this.#answer.percentiles(), acked: this.acked.length, faults: this.#faults },
    }
  }

  end(): void {
    clearInterval(this.#timer)
    this.#isOver = true
    for (const peer of this.#idle) peer.destroy()
    for (const { peer } of this.#people) peer.destroy()
  }

  async comeBack(person: Person): Promise<void> {
    this.#away.add(person)
    try {
      person.peer.destroy()
      person.peer = new Peer(this.#input.endpoint, person.user)
      await person.peer.login()
      this.#watch(person)
      const { token } = await person.peer.ask('sync', { token: person.token })
      if (token.length > 0) person.token = token
    } finally {
      this.#away.delete(person)
    }
  }

  #watch({ peer, user }: Person): void {
    peer.onClosed = () => {
      if (!this.#isOver) this.#fault(`the connection of user ${user} was lost`)
    }
  }

  #keepUnderWay(underWay: number): void {
    this.#onAnswer = () => {
      while (!this.#isOver && this.#running < underWay) this.#one(performance.now())
    }
    this.#onAnswer()
  }

  #generate(perSecond: number): void {
    let dueMs = performance.now()
    const turn = () => {
      if (this.#isOver) return
      for (const nowMs = performance.now(); dueMs <= nowMs;) {
        this.#one(dueMs)
        dueMs -= (Math.log(1 - Math.random()) * 1_000) / perSecond
      }
      setTimeout(turn, 1)
    }
    turn()
  }

  #one(intendedMs: number): void {
    const person = this.#people[Math.floor(Math.random() * this.#people.length)]
    const act = dayActs[Math.floor(Math.random() * dayActs.length)]
    // NOTE who is just coming back asks nothing else: it is counted as not asked.
    if (person === undefined || act === undefined || this.#away.has(person)) return
    if (this.#running >= runningMax) return this.#fault('the server does not keep up')
    const measured = this.#isMeasured ? this.#measured(act) : undefined
    const answered = dayMix[act].run(person, this)
    if (answered === undefined) return
    this.#running += 1
    answered.then(
      () => {
        this.#running -= 1
        this.#onAnswer()
        if (measured === undefined) return
        const tookMs = performance.now() - intendedMs
        this.#answer.add(tookMs)
        measured.answer.add(tookMs)
      },
      (thrown: unknown) => {
        this.#running -= 1
        this.#onAnswer()
        const { message } = thrown as Error
        // NOTE what was under way when its person left is not answered; that is its own doing.
        if (!this.#away.has(person) && !/ ended( as |$)/.test(message))
          this.#refused[message] = (this.#refused[message] ?? 0) + 1
      },
    )
  }

  #measured(act: DayAct): { answer: Samples } {
    const known = this.#byAct.get(act) ?? { asked: 0, answer: new Samples() }
    this.#byAct.set(act, known)
    known.asked += 1
    this.#requests += 1
    return known
  }

  #keepAlive(): void {
    const nowMs = performance.now()
    for (const peer of this.#idle) peer.keepAlive(nowMs)
    for (const person of this.#people) if (!this.#away.has(person)) person.peer.keepAlive(nowMs)
  }

  #fault(text: string): void {
    if (this.#faults.length < 20) this.#faults.push(text)
  }
}
