import type { Line, Verdict } from '../checker/history.ts'
import type { FileBook } from './file-book.ts'
import type { SearchFigures } from './search-acts.ts'
import type { SearchThreads } from './search-threads.ts'
import type { Lane } from './world-engine.ts'

export interface WorldOptions {
  seed: number | string
  lane: Lane
  /** How long things go wrong, in simulated seconds. */
  seconds: number
  devices: number
  /** Processes that hold connections apart from the rules; 0: the server is one process. Else: as the seed has it. */
  accessProcesses?: number | undefined
  /** People search while others talk. Else: where there is an index. */
  searches?: boolean | undefined
  /** Faults that do not happen: by kind, or by their place in the row. */
  withoutFaults?: readonly (string | number)[] | undefined
  /** Devices that only look on, by their number. */
  silent?: readonly number[] | undefined
  /** What people do not do, by the names of acts. */
  withoutActs?: readonly string[] | undefined
  /** Gets everything that happens, lines of the history as such. */
  tell?: ((atMs: number, what: Line | string) => void) | undefined
  /** Gets every line of the trace. */
  print?: ((line: string) => void) | undefined
  /** Gets every line of the history. */
  record?: ((line: Line) => void) | undefined
}

export interface WorldResult {
  seed: number | string
  good: boolean
  /** What is wrong, as sentences. */
  problems: string[]
  verdict: Verdict
  traceHash: string
  simulatedSeconds: number
  /** Of them, until everybody goes: by these the speed is measured, since nothing happens in the rest. */
  peopledSeconds: number
  /** Of the processor, for what ran on virtual time: on a shared machine the wall clock says nothing. */
  processorSeconds: number
  moments: number
  actions: number
  serverStarts: number
  accessProcesses: number
  faults: Record<string, number>
  /** How many the schedule had, those left out included. */
  faultsPlanned: number
  files: FileBook['figures']
  /** While others talk; and of the threads of search, where there are any. */
  searches: SearchFigures & Partial<SearchThreads['figures']>
  /** What the server called a warning or an error, by message. */
  serverErrors: Record<string, number>
}
