/** The server cannot be started as asked. The message says what to do. */
export class StartFault extends Error {}

/** The disk refused what a start has to read or write (R15): the same start again once it is well. */
export class DiskStartFault extends StartFault {}

const operatorFaults = new Set(['FolderInUse', 'UnusableStore'])

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
  if (fault.name === 'DriverFault') {
    return new DiskStartFault(`the store cannot be read or written: ${fault.message}`)
  }
  return fault
}
