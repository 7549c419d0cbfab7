import { measureFloor, slowness } from './floor.ts'
import type { KeptCells } from './kept-cells.ts'
import type { Load } from './load.ts'
import type { Figure, Report, Target } from './report.ts'
import { quickPlan, fullPlan, removeFolder, seededFolder, type SeedPlan } from './seed.ts'
import { startBenchServer, type BenchServer } from './server.ts'
import type { Endpoint } from '../load/endpoint.ts'

export interface BenchOptions {
  full: boolean
  profileFolder?: string | undefined
  /** Where the cells of a long run are kept. */
  cells?: KeptCells | undefined
  /** Only these cells, by their names. All when it is empty. */
  only?: readonly string[]
}

const faultsShownMax = 5

/** What a scenario works with. */
export class Bench {
  readonly load: Load
  readonly report: Report
  readonly full: boolean
  readonly plan: SeedPlan
  /** Of a scenario that is measured several times; 0: once. */
  round = 0
  readonly #profileFolder: string | undefined
  readonly #cells: KeptCells | undefined
  readonly #only: readonly string[]
  readonly #met = new Set<string>()

  constructor(load: Load, report: Report, options: BenchOptions) {
    this.load = load
    this.report = report
    this.full = options.full
    this.plan = options.full ? fullPlan : quickPlan
    this.#profileFolder = options.profileFolder
    this.#cells = options.cells
    this.#only = options.only ?? []
  }

  say(text: string): void {
    process.stderr.write(`  ${text}\n`)
  }

  wants(cell: string): boolean {
    return this.#only.length === 0 || this.asksFor(cell)
  }

  /** By its name. */
  asksFor(cell: string): boolean {
    if (!this.#only.includes(cell)) return false
    this.#met.add(cell)
    return true
  }

  /** Cells that were asked for and that no scenario has. */
  get unknownCells(): string[] {
    return this.#only.filter((cell) => !this.#met.has(cell))
  }

  /** What is measured only once is not measured in the later rounds. */
  get isFirstRound(): boolean {
    return this.round <= 1
  }

  /**
   * One cell of a scenario. In a long run what it found is kept, and a cell that is done is not run again: it gives what it
   * gave, to the report too. So its result must be what JSON can say.
   */
  async cell<T>(name: string, run: () => Promise<T>): Promise<T> {
    const full = this.round === 0 ? name : `${name}, round ${this.round}`
    const kept = this.#cells?.find(full)
    if (kept !== undefined) {
      this.say(`${full}: done before, in ${kept.seconds} s`)
      this.#add(kept, [])
      return kept.result as T
    }
    const startedAt = new Date().toISOString()
    const startMs = performance.now()
    const { floors, figures, details, faults } = this.report
    const own = { floors: [], figures: [], details: {}, faults: [] }
    Object.assign(this.report, own)
    let result: T
    try {
      result = await run()
    } finally {
      Object.assign(this.report, { floors, figures, details, faults })
    }
    const { floor } = this.report
    const seconds = Math.round((performance.now() - startMs) / 1_000)
    const cell = { ...own, name: full, startedAt, seconds, floor, result }
    this.#add(cell, own.faults)
    if (own.faults.length === 0) this.#cells?.keep(cell)
    return result
  }

  #add(cell: Pick<Report, 'floor' | 'floors' | 'figures' | 'details'>, faults: string[]): void {
    const { report } = this
    report.floor = cell.floor
    report.floors.push(...cell.floors)
    report.figures.push(...cell.figures)
    report.faults.push(...faults)
    Object.assign(report.details, cell.details)
  }

  /** A server over a fresh copy of the seeded store, for as long as `run` takes. The floor is measured anew just before. */
  async withServer<T>(
    settings: Readonly<Record<string, string>>,
    run: (server: BenchServer) => Promise<T>,
    plan = this.plan,
  ): Promise<T> {
    const data = await seededFolder(plan, (text) => this.say(text))
    try {
      return await this.overFolder(data, settings, run)
    } finally {
      removeFolder(data)
    }
  }

  /** The same over a folder that the caller has. */
  async overFolder<T>(
    data: string,
    settings: Readonly<Record<string, string>>,
    run: (server: BenchServer) => Promise<T>,
  ): Promise<T> {
    this.report.floor = await measureFloor(this.load)
    this.report.floors.push(this.report.floor)
    const server = await startBenchServer({ data, settings, profileFolder: this.#profileFolder })
    try {
      return await run(server)
    } finally {
      await server.stop()
    }
  }

  figure(figure: Figure): void {
    this.report.figures.push(figure)
  }

  /** CPU time: its targets grow with the floor. */
  cpuFigure(
    scenario: string,
    name: string,
    us: number,
    target: Target | undefined,
    isMessage = false,
  ): void {
    const factor = slowness(this.report.floor)
    const scaled = target && { must: target.must * factor, aim: target.aim * factor }
    const floorUs = this.report.floor.messageUs
    const efficiency = isMessage ? floorUs / us : undefined
    this.figure({ scenario, name, value: us, unit: 'µs', target, scaled, efficiency, floorUs })
  }

  rateFigure(
    scenario: string,
    name: string,
    perSecond: number,
    target: Target | undefined,
    note?: string,
  ): void {
    const factor = slowness(this.report.floor)
    const scaled = target && { must: target.must / factor, aim: target.aim / factor }
    this.figure({
      scenario,
      name,
      value: perSecond,
      unit: '/s',
      target,
      scaled,
      isRate: true,
      note,
    })
  }

  detail(name: string, what: unknown): void {
    this.report.details[this.round === 0 ? name : `${name}, round ${this.round}`] = what
  }

  faults(scenario: string, faults: readonly string[]): void {
    for (const fault of faults.slice(0, faultsShownMax))
      this.report.faults.push(`${scenario}: ${fault}`)
  }
}

export function tcpEndpoint(server: BenchServer): Endpoint {
  const { protocol, hostname, port } = new URL(server.endpoints.tcp)
  const transport = protocol === 'tls:' ? 'tls' : 'tcp'
  return { transport, host: hostname, port: Number(port) }
}

export function webSocketEndpoint(server: BenchServer): Endpoint {
  const { hostname, port } = new URL(server.endpoints.http)
  return { transport: 'websocket', host: hostname, port: Number(port) }
}
