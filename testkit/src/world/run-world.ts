import { scheduledOf, type Message } from '@parley/client'
import { HistoryCheck } from '../checker/check-history.ts'
import type { Line } from '../checker/history.ts'
import { apart, neverSent, untold } from './convergence.ts'
import { endedDevices } from './ended-devices.ts'
import { Epilogue } from './epilogue.ts'
import { FileBook } from './file-book.ts'
import { FinalFiles } from './final-files.ts'
import { FinalReading } from './final-reading.ts'
import { FinalSearch } from './final-search.ts'
import { Nemesis } from './nemesis.ts'
import { Network } from './network.ts'
import { withoutRealWorld } from './real-world-guards.ts'
import { discardHeld, restless } from './restless.ts'
import type { SearchFigures, Searching } from './search-acts.ts'
import { SeededRandom } from './seeded-random.ts'
import { emptyBoard, noteJoin } from './place.ts'
import { PresenceTruth } from './presence-truth.ts'
import { signUpAll } from './sign-up.ts'
import { Timeline } from './timeline.ts'
import { ToldEntries } from './told-entries.ts'
import { Trace } from './trace.ts'
import type { WorldOptions, WorldResult } from './world-result.ts'
import { WorldDevice } from './world-device.ts'
import { WorldEndpoint } from './world-endpoint.ts'
import { createWorldEngine, type WorldEngine } from './world-engine.ts'
import { askEverywhere, passAway } from './world-end.ts'
import { WorldServer } from './world-server.ts'

/** Devices that go to rest after everything is whole again must have done so within this time. */
const restMaxMs = 240_000
const devicesPerAccount = 2
/** Seconds in which the index of search has taken up what burnt in the last moment. */
const indexTriesMax = 5
/** Seconds in which what was said in the last moment has come everywhere. */
const onTheWayTriesMax = 3
/** Of the devices, so many make a group at the beginning. */
const groupMakerEvery = 6

/** Runs one world from its seed to its verdict. */
export async function runWorld(options: WorldOptions): Promise<WorldResult> {
  const engine = await createWorldEngine(options.lane, chanceOf(options.seed))
  return await new World(options, engine).run()
}

/** NOTE each by its own name: with fewer devices the others do what they did. */
const chanceOf =
  (seed: WorldOptions['seed']) =>
  (name: string): SeededRandom =>
    new SeededRandom(`${seed}/${name}`)

/** In a third of all worlds the server is several processes. */
const processesOf = (random: SeededRandom): number =>
  random.chance(1 / 3) ? 2 + random.below(2) : 0

class World {
  readonly #options: WorldOptions
  readonly #accessProcesses: number
  readonly #timeline = new Timeline()
  readonly #trace: Trace
  readonly #check = new HistoryCheck()
  readonly #book = new FileBook(
    (what) => this.#problems.push(what),
    () => this.#server.isClockSet,
  )
  readonly #board = emptyBoard(this.#book)
  readonly #engine: WorldEngine
  readonly #device: (who: { name: string; handle: string }) => WorldDevice
  readonly #devices: WorldDevice[]
  readonly #server: WorldServer
  readonly #endpoint: WorldEndpoint
  readonly #nemesis: Nemesis
  readonly #truth: PresenceTruth
  readonly #search: FinalSearch
  readonly #epilogue: Epilogue
  readonly #told = new ToldEntries()
  readonly #files: FinalFiles
  /** Everybody has gone: what happens now is no part of the history. */
  #isOver = false
  #isLastReading = false
  readonly #problems: string[] = []
  readonly #searches: SearchFigures = { asked: 0, answered: 0, behind: 0 }
  readonly #serverErrors: Record<string, number> = {}
  /** Client ids of everything that a page held. */
  readonly #read = new Set<string>()
  #processorMs = 0
  /** Undefined: somebody is there. */
  #peopledMs: number | undefined

  constructor(options: WorldOptions, engine: WorldEngine) {
    this.#options = options
    this.#engine = engine
    const chance = chanceOf(options.seed)
    const timeline = this.#timeline
    this.#accessProcesses = options.accessProcesses ?? processesOf(chance('processes'))
    this.#search = new FinalSearch(
      chance('search'),
      (ms) => new Promise((resolve) => timeline.after(ms, resolve)),
    )
    this.#files = new FinalFiles(this.#book, chance('files'))
    this.#trace = new Trace(options.print)
    const note = (what: string): void => this.#note(what)
    const network = new Network(timeline, chance('network'))
    const emit = (line: Line): void => this.#emit(line)
    const isSearching = options.searches ?? options.lane === 'slow'
    this.#device = ({ name, handle }) =>
      new WorldDevice(name, handle, {
        timeline,
        network,
        random: chance(name),
        board: this.#board,
        withoutActs: options.withoutActs ?? [],
        // NOTE where they go through two processes.
        filing: this.#accessProcesses > 0 ? chance(`${name} files`) : undefined,
        searching: isSearching ? this.#searching(chance(`${name} searches`)) : undefined,
        emit,
        note,
        // NOTE it may be over at the next look.
        changed: () => this.#truth.look(),
        page: (device, conversation, messages) => this.#page(device, conversation, messages),
      })
    this.#devices = Array.from({ length: options.devices }, (_, index) => {
      const handle = `person-${Math.floor(index / devicesPerAccount)}`
      return this.#device({ name: `d${index}`, handle })
    })
    this.#endpoint = new WorldEndpoint({
      ...{ timeline, network, emit, random: chance('endpoint') },
      problem: (what) => this.#problems.push(what),
    })
    this.#server = new WorldServer({
      ...{ timeline, network, engine, note, hookSecret: this.#endpoint.secret },
      random: chance('server'),
      onError: (message) => this.#serverError(message),
      ended: () => this.#truth.look(),
      problem: (what) => this.#problems.push(what),
      ...{ told: this.#told, accessProcesses: this.#accessProcesses },
      emit,
    })
    this.#truth = new PresenceTruth({
      ...{ timeline, network, server: this.#server, devices: this.#devices, board: this.#board },
      emit,
    })
    this.#epilogue = new Epilogue({
      devices: this.#devices,
      network,
      newDevice: (who) => this.#device(who),
      pass: (ms) => this.#step(ms),
      apart: () => this.#apart(),
      restless: () => restless(this.#devices),
      problems: this.#problems,
    })
    this.#board.look = () => this.#truth.look()
    this.#nemesis = new Nemesis({
      ...{ timeline, network, engine, server: this.#server, devices: this.#devices },
      endpoint: this.#endpoint,
      random: chance('nemesis'),
      without: new Set(options.withoutFaults),
      note,
      everyMs: 60_000 / options.devices,
    })
  }

  async run(): Promise<WorldResult> {
    const unhandled = (fault: unknown): void => {
      this.#problems.push(`unhandled: ${fault instanceof Error ? fault.stack : String(fault)}`)
    }
    process.on('unhandledRejection', unhandled)
    try {
      await this.#server.prepare()
      await this.#signUp()
      await this.#pass(this.#options.seconds * 1_000)
      await this.#comeToRest()
      await this.#epilogue.run()
      await this.#readEverything()
      await this.#lookAtFiles()
      this.#problems.push(...(await endedDevices(this.#devices, (ms) => this.#step(ms))))
      await this.#passAway()
    } catch (fault) {
      this.#problems.push(
        `the world broke down: ${fault instanceof Error ? fault.stack : String(fault)}`,
      )
    } finally {
      process.off('unhandledRejection', unhandled)
    }
    const verdict = this.#check.finish()
    this.#problems.push(...verdict.samples, ...verdict.incomplete)
    return {
      seed: this.#options.seed,
      good: this.#problems.length === 0,
      problems: this.#problems,
      verdict,
      traceHash: this.#trace.digest(),
      simulatedSeconds: this.#timeline.nowMs / 1_000,
      peopledSeconds: (this.#peopledMs ?? this.#timeline.nowMs) / 1_000,
      processorSeconds: this.#processorMs / 1_000,
      moments: this.#timeline.moments,
      actions: this.#devices.reduce((sum, { person }) => sum + person.actions, 0),
      serverStarts: this.#server.starts,
      accessProcesses: this.#accessProcesses,
      faults: this.#nemesis.done,
      faultsPlanned: this.#nemesis.count,
      files: this.#book.figures,
      searches: { ...this.#searches, ...this.#engine.search?.figures },
      serverErrors: this.#serverErrors,
    }
  }

  #searching(random: SeededRandom): Searching {
    return {
      random,
      someWord: (by) => this.#search.someWord(by),
      figures: this.#searches,
      note: (what) => this.#note(what),
      problem: (what) => this.#problems.push(what),
    }
  }

  async #signUp(): Promise<void> {
    this.#emit({ event: 'hooks' })
    this.#server.start()
    const people = await signUpAll(this.#devices, (ms) => this.#step(ms))
    const accounts = [...people.values()].map(([first]) => first?.account ?? 0)
    for (const device of this.#devices) {
      const own = accounts.indexOf(device.account)
      const near = [1, 2, accounts.length - 1, accounts.length - 2]
      const peers = near.map((step) => accounts[(own + step) % accounts.length] ?? 0)
      device.person.peers = [...new Set(peers)].filter((peer) => peer !== device.account)
      device.acting = !(this.#options.silent ?? []).includes(this.#devices.indexOf(device))
      device.start()
    }
    this.#board.accounts.push(...accounts)
    this.#truth.start()
    await this.#step(3_000)
    for (const [index, { person, im }] of this.#devices.entries())
      if (index % groupMakerEvery === 0 && im !== undefined) person.beginGroup(im)
  }

  async #pass(ms: number): Promise<void> {
    this.#nemesis.start()
    await this.#step(ms)
    for (const device of this.#devices) device.acting = false
    this.#nemesis.stop()
  }

  async #comeToRest(): Promise<void> {
    for (let waitedMs = 0; waitedMs < restMaxMs; waitedMs += 1_000) {
      await this.#step(1_000)
      this.#server.start()
      for (const device of this.#devices) device.start()
      discardHeld(this.#devices)
      if (restless(this.#devices).length === 0) break
    }
    this.#problems.push(...restless(this.#devices))
    await this.#step(5_000)
    await this.#epilogue.agree()
    await this.#step(5_000)
  }

  #apart(): string[] {
    this.#board.isClockSet = this.#server.isClockSet
    return [...apart(this.#devices, this.#board), ...untold(this.#devices, this.#endpoint.told)]
  }

  async #readEverything(): Promise<void> {
    const reading = new FinalReading(this.#devices, (ms) => this.#step(ms), this.#problems)
    await reading.openAll()
    for (const line of this.#told.lines(this.#devices)) this.#emit(line)
    for (const { im } of this.#devices)
      for (const { id } of im === undefined ? [] : scheduledOf(im).all.getSnapshot())
        this.#emit({ event: 'waiting', id })
    this.#emit({ event: 'quiet', at: this.#timeline.nowMs })
    reading.settle()
    // NOTE what waited for its time may have come in this moment, and is on its way to some.
    for (let tries = 0; this.#apart().length > 0 && tries < onTheWayTriesMax; tries += 1)
      await this.#step(1_000)
    this.#problems.push(...this.#apart())
    await this.#step(1)
    this.#isLastReading = true
    await reading.readAll()
    this.#problems.push(...neverSent(this.#board.kept, this.#devices, this.#read))
    await this.#searchEverywhere()
    for (let tries = 0; this.#engine.unindexed().length > 0 && tries < indexTriesMax; tries += 1)
      await this.#step(1_000)
    this.#problems.push(...this.#engine.unindexed())
  }

  async #searchEverywhere(): Promise<void> {
    await this.#askEverywhere('search', async (device) => {
      const { im, name, account } = device
      return im === undefined ? [] : this.#search.problems(name, account, im)
    })
  }

  async #lookAtFiles(): Promise<void> {
    this.#files.mayBeRemoved = this.#nemesis.shortensUnsent
    await this.#askEverywhere('look at files', (device) => this.#files.problems(device))
  }

  async #passAway(): Promise<void> {
    this.#isOver = true
    this.#peopledMs = this.#timeline.nowMs
    this.#endpoint.behave('down')
    const parts = { devices: this.#devices, server: this.#server, engine: this.#engine }
    const step = (ms: number) => this.#step(ms)
    this.#problems.push(...(await passAway({ ...parts, files: this.#files }, step)))
  }

  async #askEverywhere(
    what: string,
    ask: (device: WorldDevice) => Promise<string[]>,
  ): Promise<void> {
    const step = (ms: number) => this.#step(ms)
    this.#problems.push(...(await askEverywhere(this.#devices, step, what, ask)))
  }

  #page(device: WorldDevice, conversation: number, messages: readonly Message[]): void {
    const { im, account } = device
    if (!this.#isLastReading || im === undefined) return
    const summary = im.conversation(conversation).summary.getSnapshot()
    this.#files.read(account, summary, messages)
  }

  async #step(ms: number): Promise<void> {
    const started = process.cpuUsage()
    await this.#timeline.run(this.#timeline.nowMs + ms, withoutRealWorld)
    const { user, system } = process.cpuUsage(started)
    this.#processorMs += (user + system) / 1_000
  }

  #emit(line: Line): void {
    if (this.#isOver) return
    if (line.event === 'pull' || line.event === 'shown')
      for (const [, , id] of line.entries) this.#read.add(id)
    if (line.event === 'clock') this.#board.isClockOff = true
    if (line.event === 'joined')
      noteJoin(this.#board, `${line.account} ${line.conversation}`, line.seq)
    this.#trace.note(this.#timeline.nowMs, JSON.stringify(line))
    this.#options.record?.(line)
    this.#options.tell?.(this.#timeline.nowMs, line)
    this.#search.take(line)
    this.#check.take(line)
  }

  #note(what: string): void {
    this.#options.tell?.(this.#timeline.nowMs, what)
    this.#trace.note(this.#timeline.nowMs, what)
  }

  #serverError(message: string): void {
    this.#note(`server says: ${message}`)
    const kind = message.replace(/"incident":"[^"]*"/, '').slice(0, 200)
    this.#serverErrors[kind] = (this.#serverErrors[kind] ?? 0) + 1
  }
}
