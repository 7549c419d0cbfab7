import { parseArgs } from 'node:util'
import { commit } from '../soak/figures-file.ts'
import { isLate, runStorm, type Cut } from './run-storm.ts'
import type { Manner } from './storm-session.ts'

const help = `npm run storm -- [--sessions N] [--crowds N] [--access-processes N] [--cut network,access,server]
  [--manner jittered,at-once] [--tickets true|false] [--within MS]

N sessions on TLS, held by several processes, lose their connections all at once: the network goes (network), every
process of the server that holds connections is killed (access), or all of the server, which is started again (server).
Clients come back at random moments as ours do (jittered), or at once and again every quarter of a second, whatever they
are told (at-once). Back is who has resumed or logged in and has synced. Exit status 0: all were back within MS, every
time.`

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '15000' },
    crowds: { type: 'string', default: '4' },
    'access-processes': { type: 'string', default: '2' },
    cut: { type: 'string', default: 'network,access,server' },
    manner: { type: 'string', default: 'jittered,at-once' },
    tickets: { type: 'string', default: 'true' },
    within: { type: 'string', default: '60000' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help || process.platform !== 'linux') {
  console.log(values.help ? help : 'SKIPPED: storm needs Linux, where processes can share a port')
  process.exit(0)
}
const within = Number(values.within)
const manners = values.manner
  .split(',')
  .map((name): Manner => (name === 'jittered' ? name : 'at once'))
log(`commit ${commit()}`)
const figures = await runStorm({
  sessions: Number(values.sessions),
  crowds: Number(values.crowds),
  accessProcesses: Number(values['access-processes']),
  tickets: values.tickets === 'true',
  storms: values.cut
    .split(',')
    .flatMap((cut) => manners.map((manner) => ({ cut: cut as Cut, manner }))),
  patienceMs: within * 5,
  log,
})
const late = figures.filter((one) => isLate(one, Number(values.sessions), within))
if (late.length > 0) log(`LATE: ${late.length} of ${figures.length} storms`)
process.exitCode = late.length > 0 ? 1 : 0

function log(text: string): void {
  process.stdout.write(`storm: ${text}\n`)
}
