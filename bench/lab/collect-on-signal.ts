// Loaded into every process of a server: collects garbage, and gives the emptied pages back, when it is signalled.
// NOTE this kind also gives the emptied pages back, so that what is resident is what is held.
process.on('SIGUSR2', () =>
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
)
