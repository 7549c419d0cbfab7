// The production server as a process of its own.
//
//   node bench/serve.ts '{"data": "…", "tcp-port": "0"}'
import { runServer } from '../server/src/app/run-server.ts'

process.channel?.unref()
process.exitCode = await runServer(JSON.parse(process.argv[2] ?? '{}') as Record<string, string>)
if (process.connected) process.disconnect?.()
