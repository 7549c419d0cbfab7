import { exitStatuses } from './exit-statuses.ts'

/** The server cannot be started as asked. The message says what to do. */
export class StartFault extends Error {}

/** The disk refused what a start has to read or write (R15): the same start again once it is well. */
export class DiskStartFault extends StartFault {}

/** Of the store and of its files, while they are read or written. */
const diskFaults = new Set(['DriverFault', 'StoreFailed'])
const operatorFaults = new Set(['FolderInUse', 'UnusableStore'])

/** With which a process ends that cannot be started. */
export function statusOf(fault: StartFault): number {
  return fault instanceof DiskStartFault ? exitStatuses.storage : exitStatuses.taken
}

/** Faults of the operator's making become a sentence; anything else is ours and stays whole. */
export function asStartFault(fault: unknown): unknown {
  if (!(fault instanceof Error) || fault instanceof StartFault) return fault
  const { code, port, path } = fault as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return new StartFault(`port ${port ?? path} is taken: stop what uses it or choose another`)
  if (code === 'EACCES') return new StartFault(`not allowed: ${fault.message}`)
  if (code === 'EADDRNOTAVAIL')
    return new StartFault(`no such address on this machine: ${fault.message}`)
  if (operatorFaults.has(fault.name)) return new StartFault(fault.message)
  // NOTE by name: it may come from another thread.
  if (diskFaults.has(fault.name) || code === 'EIO') {
    return new DiskStartFault(`the store cannot be read or written: ${fault.message}`)
  }
  return fault
}
