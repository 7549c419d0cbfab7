// The production server as a process of its own, with a way to collect garbage before memory is read.
//
//   node --expose-gc bench/serve.ts '{"data": "…", "tcp-port": "0"}'
import { runServer } from '../server/src/app/run-server.ts'

/** NOTE this kind also gives the emptied pages back, so that what is resident is what is held. */
const collect = (): unknown =>
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
process.on('message', (message) => {
  if (message !== 'collect') return
  collect()
  process.send?.('collected')
})
process.channel?.unref()
process.exitCode = await runServer(JSON.parse(process.argv[2] ?? '{}') as Record<string, string>)
process.disconnect?.()
