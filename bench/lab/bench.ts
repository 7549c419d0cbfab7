import { measureFloor, slowness } from './floor.ts'
import type { Load } from './load.ts'
import { type Figure, type Report, type Target } from './report.ts'
import { quickPlan, fullPlan, removeFolder, seededFolder, type SeedPlan } from './seed.ts'
import { startBenchServer, type BenchServer } from './server.ts'
import type { Endpoint } from '../load/endpoint.ts'

export interface BenchOptions {
  full: boolean
  profileFolder: string | undefined
}

const faultsShownMax = 5

/** What a scenario works with. */
export class Bench {
  readonly load: Load
  readonly report: Report
  readonly full: boolean
  readonly plan: SeedPlan
  readonly #profileFolder: string | undefined

  constructor(load: Load, report: Report, options: BenchOptions) {
    this.load = load
    this.report = report
    this.full = options.full
    this.plan = options.full ? fullPlan : quickPlan
    this.#profileFolder = options.profileFolder
  }

  say(text: string): void {
    process.stderr.write(`  ${text}\n`)
  }

  /** A server over a fresh copy of the seeded store, for as long as `run` takes. The floor is measured anew just before. */
  async withServer<T>(
    settings: Readonly<Record<string, string>>,
    run: (server: BenchServer) => Promise<T>,
    plan = this.plan,
  ): Promise<T> {
    const data = await seededFolder(plan, (text) => this.say(text))
    this.report.floor = await measureFloor(this.load)
    this.report.floors.push(this.report.floor)
    try {
      const server = await startBenchServer({ data, settings, profileFolder: this.#profileFolder })
      try {
        return await run(server)
      } finally {
        await server.stop()
      }
    } finally {
      removeFolder(data)
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
    this.report.details[name] = what
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
