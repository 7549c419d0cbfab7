import { statSync } from 'node:fs'
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks'
import { getHeapStatistics } from 'node:v8'
import { Counter, Gauge, Histogram, Registry } from '@prometheus-io/client'
import type { Access } from '../access/create-access.ts'
import type { AccessLink } from '../link/access-link.ts'
import type { LogicLinks } from '../link/logic-links.ts'
import type { SessionRegistry } from '../session/registry.ts'

/** What is looked at of the rules when somebody asks. */
export interface RulesSources {
  registry: Pick<SessionRegistry, 'connectedCount'>
  health: { healthy(): boolean }
  /** Operations that wait for their commit. */
  waitingOperations(): number
  /** For how long the search index has lacked something. */
  searchBehindMs(): number
  /** The file of the log of writes. */
  logPath: string
}

/** The live figures of a server, in the text form of Prometheus. */
export interface Metrics {
  /** One commit: how many operations it held, and how long it took until it was durable. */
  committed(operations: number, tookMs: number): void
  watchRules(sources: RulesSources): void
  watchAccess(access: Pick<Access, 'stats'>): void
  /** The link as the process with the rules has it, and as one with connections has it. */
  watchLinks(links: Pick<LogicLinks, 'stats'>): void
  watchLink(link: Pick<AccessLink, 'waiting'>): void
  readonly contentType: string
  text(): Promise<string>
  stop(): void
}

const delayResolutionMs = 20
const operationBuckets = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024]
const secondBuckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]

export function createMetrics(): Metrics {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  const operations = new Histogram({
    ...{ name: 'parley_commit_operations', help: 'Operations of one commit.', registers },
    buckets: operationBuckets,
  })
  const commitSeconds = new Histogram({
    ...{ name: 'parley_commit_seconds', help: 'From the batch to its durability.', registers },
    buckets: secondBuckets,
  })
  const stopRuntime = watchRuntime(registers)
  return {
    committed(count, tookMs) {
      operations.observe(count)
      commitSeconds.observe(tookMs / 1_000)
    },
    watchRules: (sources) => watchRules(registers, sources),
    watchAccess: (access) => watchAccess(registers, access),
    watchLinks: (links) => watchLinks(registers, links),
    watchLink: (link) => watchLink(registers, link),
    contentType: register.contentType,
    text: () => register.metrics(),
    stop: stopRuntime,
  }
}

/** Pauses, memory and CPU of this process. @returns what ends the watching. */
function watchRuntime(registers: Registry[]): () => void {
  const delay = monitorEventLoopDelay({ resolution: delayResolutionMs })
  delay.enable()
  const quantiles = { p50: 50, p99: 99, max: 100 }
  const delayName = 'parley_event_loop_delay_seconds'
  new Gauge({
    ...{ name: delayName, help: 'How late the event loop was since it was last asked.', registers },
    labelNames: ['quantile'],
    collect() {
      for (const [quantile, percent] of Object.entries(quantiles)) {
        // NOTE what is measured includes the interval between two looks.
        const ms = delay.percentile(percent) / 1e6 - delayResolutionMs
        this.set({ quantile }, Math.max(0, ms) / 1_000)
      }
      delay.reset()
    },
  })
  const pauses = new Histogram({
    ...{ name: 'parley_gc_seconds', help: 'Pauses of the garbage collector.', registers },
    buckets: secondBuckets,
  })
  const collector = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) pauses.observe(duration / 1_000)
  })
  collector.observe({ entryTypes: ['gc'] })
  measured(registers, 'parley_memory_bytes', 'Memory of the process.', ['kind'], (set) => {
    const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
    for (const [kind, bytes] of Object.entries({ rss, heapUsed, heapTotal, external }))
      set(bytes, { kind })
  })
  const allocated = 'Allocated by the main thread on its heap, collected since or not.'
  counted(registers, 'parley_allocated_bytes_total', allocated, [], (add) =>
    add(getHeapStatistics().total_allocated_bytes),
  )
  counted(registers, 'parley_cpu_seconds_total', 'CPU time, all threads.', ['mode'], (add) => {
    const { user, system } = process.cpuUsage()
    add(user / 1e6, { mode: 'user' })
    add(system / 1e6, { mode: 'system' })
  })
  return () => {
    delay.disable()
    collector.disconnect()
  }
}

function watchRules(registers: Registry[], sources: RulesSources): void {
  const { registry, health } = sources
  measured(registers, 'parley_healthy', '1 while commits succeed.', [], (set) =>
    set(health.healthy() ? 1 : 0),
  )
  measured(registers, 'parley_sessions', 'Sessions with a connection.', [], (set) =>
    set(registry.connectedCount()),
  )
  measured(registers, 'parley_commit_waiting', 'Operations that wait.', [], (set) =>
    set(sources.waitingOperations()),
  )
  const behind = 'How long the search index has lacked something.'
  measured(registers, 'parley_search_behind_seconds', behind, [], (set) =>
    set(sources.searchBehindMs() / 1_000),
  )
  measured(registers, 'parley_log_bytes', 'Size of the log of writes.', [], (set) =>
    set(statSync(sources.logPath, { throwIfNoEntry: false })?.size ?? 0),
  )
}

function watchAccess(registers: Registry[], access: Pick<Access, 'stats'>): void {
  measured(registers, 'parley_connections', 'Open connections.', ['transport'], (set) => {
    for (const [transport, open] of Object.entries(access.stats().connections))
      set(open, { transport })
  })
  measured(registers, 'parley_connections_greeting', 'Of these without a login.', [], (set) =>
    set(access.stats().greeting),
  )
  measured(registers, 'parley_outbox_bytes', 'Waiting to be taken by peers.', [], (set) =>
    set(access.stats().outboxBytes),
  )
  const closes = 'Connections ended, by why.'
  counted(registers, 'parley_closes_total', closes, ['reason'], (add) => {
    for (const [reason, count] of access.stats().closes) add(count, { reason })
  })
  counted(registers, 'parley_accepted_total', 'Connections made.', ['transport'], (add) => {
    for (const [transport, count] of Object.entries(access.stats().accepted))
      add(count, { transport })
  })
  for (const [field, help] of Object.entries(accessCounters)) {
    const name = `parley_${field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_total`
    counted(registers, name, help, [], (add) =>
      add(access.stats()[field as keyof typeof accessCounters]),
    )
  }
}

function watchLinks(registers: Registry[], links: Pick<LogicLinks, 'stats'>): void {
  const queued = 'Waiting to be taken by a process with connections.'
  measured(registers, 'parley_link_queued_bytes', queued, ['node'], (set) => {
    for (const { node, queuedBytes } of links.stats()) set(queuedBytes, { node })
  })
  const dropped = 'Pushes dropped for a process that did not read.'
  measured(registers, 'parley_link_pushes_dropped', dropped, ['node'], (set) => {
    for (const link of links.stats()) set(link.dropped, { node: link.node })
  })
}

function watchLink(registers: Registry[], link: Pick<AccessLink, 'waiting'>): void {
  measured(registers, 'parley_link_calls', 'Given to the rules and not answered.', [], (set) =>
    set(link.waiting.calls),
  )
  measured(registers, 'parley_link_held', 'Waiting for the rules to come back.', [], (set) =>
    set(link.waiting.held),
  )
}

const accessCounters = {
  framesIn: 'Frames from peers.',
  framesOut: 'Frames to peers.',
  bytesIn: 'Bytes from peers.',
  bytesOut: 'Bytes to peers.',
  pushesDropped: 'Numbered pushes dropped for a full outbox.',
  lossyDropped: 'Lossy pushes dropped for a full outbox.',
  requestsRefused: 'Requests refused by a limit of the connection.',
  framesIgnored: 'Notes and pings passed over.',
} as const

type Labels = Record<string, string>
type Tell = (value: number, labels?: Labels) => void

/** A value of the moment, read when somebody asks. */
function measured(
  registers: Registry[],
  name: string,
  help: string,
  labelNames: string[],
  read: (set: Tell) => void,
): void {
  new Gauge({
    ...{ name, help, labelNames, registers },
    collect() {
      this.reset()
      read((value, labels = {}) => this.set(labels, value))
    },
  })
}

/** A total that is kept elsewhere and only grows, read when somebody asks. */
function counted(
  registers: Registry[],
  name: string,
  help: string,
  labelNames: string[],
  read: (add: Tell) => void,
): void {
  new Counter({
    ...{ name, help, labelNames, registers },
    collect() {
      this.reset()
      read((value, labels = {}) => this.inc(labels, value))
    },
  })
}
