const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** Resolves when the process is asked to stop. A second signal ends the process at once, as usual. */
export function stopAsked(): Promise<'stop'> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of stopSignals) process.off(signal, stop)
      resolve('stop')
    }
    for (const signal of stopSignals) process.on(signal, stop)
    // NOTE the launcher holds this channel open while it lives; a killed one must not leave us behind.
    if (process.env['PARLEY_PARENT_IPC'] === '1' && process.channel) {
      process.channel.unref()
      process.once('disconnect', stop)
    }
  })
}
