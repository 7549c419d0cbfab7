// How many presence frames it costs when everybody comes back at once, in virtual time, with the production registry,
// delivery and presence:
//   node bench/presence-storm.ts [ACCOUNTS] [FRIENDS] [RETURN SECONDS]
import { PresenceStorm } from '../server/src/session/testing/presence-storm.ts'

const [accounts = 10_000, friends = 200, seconds = 30] = process.argv.slice(2).map(Number)
const storm = new PresenceStorm({ accounts, friends, returnWithinMs: seconds * 1_000, seed: 1 })
await storm.settle()
const before = storm.frames
const startMs = storm.clock.monotonicMs()
const cpuBefore = process.cpuUsage()
await storm.allReturn()
const tookMs = (await storm.settle()) - startMs
const { user, system } = process.cpuUsage(cpuBefore)
const frames = storm.frames - before
const wrong = storm.wronglySeen()
const lines = [
  `${accounts} accounts with ${friends} friends each, all gone at once, back within ${seconds} s`,
  `${frames} presence frames in ${(tookMs / 1_000).toFixed(1)} s until the last`,
  `${(frames / accounts).toFixed(1)} for each account; bound ${storm.framesMax(tookMs)}; told one by one ${2 * accounts * friends}`,
  `${((user + system) / 1e6).toFixed(1)} s of CPU, of which the simulation takes most`,
  `${wrong.length} seen otherwise than they are`,
]
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = wrong.length > 0 || frames > storm.framesMax(tookMs) ? 1 : 0
