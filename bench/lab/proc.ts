import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** CPU time of a process and those that it has started, all their threads. */
export interface CpuSample {
  /** From /proc/<pid>/stat: ticks of 10 ms, and what ended threads used too. */
  statUs: number
  /** From each thread's schedstat: exact, by thread. Those of children are marked with their place among them. */
  threads: Map<number, { name: string; us: number }>
}

const tickUs = 10_000

/** A process and all below it, in the order of their start. */
export function familyOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)]
}

function childrenOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return children === '' ? [] : children.split(' ').map(Number)
  } catch {
    // NOTE it has ended meanwhile.
    return []
  }
}

/** @param pids of everything that belongs to a server, a database beside it too. */
export function sampleCpu(pids: number | readonly number[]): CpuSample {
  const sample: CpuSample = { statUs: 0, threads: new Map() }
  const members = [pids].flat().flatMap(familyOf)
  members.forEach((member, place) => sampleProcess(member, place, sample))
  return sample
}

function sampleProcess(pid: number, place: number, sample: CpuSample): void {
  const mark = place === 0 ? '' : `child ${place} `
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    // NOTE a child that has ended meanwhile: its parent has the account of it.
    return
  }
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    const folder = `/proc/${pid}/task/${task}`
    try {
      const name = mark + readFileSync(`${folder}/comm`, 'utf8').trim()
      const us = Number(readFileSync(`${folder}/schedstat`, 'utf8').split(' ')[0]) / 1_000
      sample.threads.set(Number(task), { name, us })
    } catch {
      // NOTE a thread that has ended meanwhile.
    }
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // NOTE its own, and that of children who ended and were waited for.
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  sample.statUs += ticks * tickUs
}

/** What was used between two samples. */
export interface CpuSpent {
  us: number
  /** By thread, most first: the main thread, the writer, and what else there is. */
  threads: { name: string; us: number }[]
}

export function cpuBetween(before: CpuSample, after: CpuSample): CpuSpent {
  const threads = [...after.threads]
    .map(([task, { name, us }]) => ({ name, us: us - (before.threads.get(task)?.us ?? 0) }))
    .filter(({ us }) => us > 0)
    .toSorted((a, b) => b.us - a.us)
  const exact = threads.reduce((sum, { us }) => sum + us, 0)
  const ticks = after.statUs - before.statUs
  // NOTE schedstat may be switched off, and does not know of threads that ended.
  return { us: Math.abs(exact - ticks) > 5 * tickUs ? Math.max(exact, ticks) : exact, threads }
}

/** Proportional set size, of processes and those below them: shared pages are counted once, over all who share them. */
export function pssBytes(pids: number | readonly number[]): number {
  const members = [pids].flat().flatMap(familyOf)
  return members.reduce((sum, member) => {
    const rollup = readFileSync(`/proc/${member}/smaps_rollup`, 'utf8')
    return sum + Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1]) * 1_024
  }, 0)
}

/**
 * What was resident (RSS) at most since `restartPeak`, by the kernel's own mark (VmHWM), and what is now, of a process and
 * those below it. Pages that several share count in each, and the marks of several need not be of the same moment.
 */
export function residentBytes(pid: number): { peak: number; now: number } {
  const bytes = { peak: 0, now: 0 }
  for (const member of familyOf(pid)) {
    const status = readFileSync(`/proc/${member}/status`, 'utf8')
    const field = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1_024
    bytes.peak += field('VmHWM')
    bytes.now += field('VmRSS')
  }
  return bytes
}

/** The mark begins anew at what is resident now. @throws where the kernel does not allow it */
export function restartPeak(pid: number): void {
  for (const member of familyOf(pid)) writeFileSync(`/proc/${member}/clear_refs`, '5')
}

/** Kernel memory of sockets and their bookkeeping, of the whole machine. */
export function kernelBytes(): number {
  const slab = Number(/^Slab:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1])
  const pages = Number(/^TCP:.* mem (\d+)/m.exec(readFileSync('/proc/net/sockstat', 'utf8'))?.[1])
  return slab * 1_024 + pages * 4_096
}

/** Share of this machine's CPU time that was not idle, between two calls of it. */
export function machineBusy(): { busyUs: number; allUs: number } {
  const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  const ticks = first.trim().split(/\s+/).slice(1, 9).map(Number)
  const all = ticks.reduce((sum, tick) => sum + tick, 0)
  const idle = (ticks[3] ?? 0) + (ticks[4] ?? 0)
  return { busyUs: (all - idle) * tickUs, allUs: all * tickUs }
}
