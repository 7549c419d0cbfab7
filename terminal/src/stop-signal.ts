const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const

/** Which signal asked us to stop: the reason of the stop signal. */
export class StopAsked extends Error {
  /** As a shell reports a program that a signal ended. */
  readonly status: number

  constructor(signal: keyof typeof signals) {
    super(`stopped by ${signal}`)
    this.name = 'StopAsked'
    this.status = 128 + signals[signal]
  }
}

/**
 * Aborts with the first SIGINT, SIGTERM or SIGHUP; a second one ends the process at once. A launcher that is gone counts
 * as SIGTERM.
 */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  for (const signal of Object.keys(signals) as (keyof typeof signals)[])
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(128 + signals[signal])
      stopping.abort(new StopAsked(signal))
    })
  if (process.env['PARLEY_PARENT_IPC'] === '1' && process.channel) {
    process.channel.unref()
    process.once('disconnect', () => stopping.abort(new StopAsked('SIGTERM')))
  }
  return stopping.signal
}
