import { appendFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { tellShrunk } from './shrink/tell-shrunk.ts'
import { runWorld } from './world/run-world.ts'
import type { WorldResult } from './world/world-result.ts'
import type { Lane } from './world/world-engine.ts'

const help = `npm run simulate -- [--seeds N] [--lane fast|slow] [--seconds S] [--devices D] [--access-processes N] [--until-bad] [--seed S [--trace] [--history FILE] [--shrink]]

Runs worlds from seeds: the production code of server and client on virtual time, where network, disks, clocks and
programs fail. In a third of them the server is several processes, as the seed has it, unless --access-processes says how many hold
connections (0: one process for all). Prints the hash of each world's trace; the same seed gives the same hash again. Exit status 1: a world
was not good. With --shrink such a world is made smaller (shorter, fewer devices, faults and acts) as long as it fails in
the same way, and then told as a story.`

/** @returns the exit status. */
export async function simulate(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '10' },
      seed: { type: 'string' },
      from: { type: 'string', default: '1' },
      lane: { type: 'string', default: 'fast' },
      seconds: { type: 'string', default: '120' },
      devices: { type: 'string', default: '50' },
      'access-processes': { type: 'string' },
      trace: { type: 'boolean', default: false },
      history: { type: 'string' },
      'until-bad': { type: 'boolean', default: false },
      shrink: { type: 'boolean', default: false },
      'shrink-runs': { type: 'string', default: '150' },
      help: { type: 'boolean', default: false },
    },
  })
  const { lane } = values
  if (values.help || (lane !== 'fast' && lane !== 'slow')) {
    console.log(help)
    return values.help ? 0 : 2
  }
  const first = Number(values.seed ?? values.from)
  const count = values.seed === undefined ? Number(values.seeds) : 1
  if (values.history !== undefined) writeFileSync(values.history, '')
  const { history, 'access-processes': processes } = values
  const accessProcesses = processes === undefined ? undefined : Number(processes)
  const bad: WorldResult[] = []
  let worlds = 0
  let simulated = 0
  let peopled = 0
  let real = 0
  for (let seed = first; seed < first + count; seed += 1) {
    const result = await runWorld({
      ...{ seed, lane, seconds: Number(values.seconds), devices: Number(values.devices) },
      accessProcesses,
      print: values.trace ? (line) => console.log(line) : undefined,
      record:
        history === undefined
          ? undefined
          : (line) => appendFileSync(history, `${JSON.stringify(line)}\n`),
    })
    worlds += 1
    simulated += result.simulatedSeconds
    peopled += result.peopledSeconds
    real += result.processorSeconds
    console.log(oneLine(result))
    if (result.good) continue
    bad.push(result)
    for (const problem of result.problems.slice(0, 30)) console.log(`  ${problem}`)
    if (values['until-bad']) break
    if (!values.shrink) continue
    const world = {
      ...{ seed, lane: lane as Lane, accessProcesses },
      seconds: Number(values.seconds),
      devices: Number(values.devices),
    }
    await tellShrunk(world, Number(values['shrink-runs']))
  }
  const speed = (peopled / real).toFixed(0)
  console.log(
    `${worlds} worlds, ${bad.length} not good; ${simulated.toFixed(0)} simulated seconds, ${peopled.toFixed(0)} with people, in ${real.toFixed(1)} of the processor (${speed} a second)`,
  )
  return bad.length > 0 ? 1 : 0
}

function oneLine(result: WorldResult): string {
  const { seed, good, traceHash, peopledSeconds, processorSeconds, verdict, serverStarts } = result
  const speed = (peopledSeconds / processorSeconds).toFixed(0)
  const { sends, acts, deeds, acked, refused, unknownFound } = verdict.figures
  const faults = Object.values(result.faults).reduce((sum, count) => sum + count, 0)
  const { begun, goneOn, files, fetched, unanswered } = result.files
  const errors = Object.entries(result.serverErrors).map(
    ([kind, times]) => `\n  server: ${times} x ${kind}`,
  )
  return `seed ${seed} ${good ? 'good' : 'NOT GOOD'} ${traceHash} ${speed} s/s, ${sends} sends (${acts} acts; ${acked} acked, ${refused} refused, ${unknownFound} unanswered but stored), ${deeds} deeds, ${begun} uploads (${goneOn} gone on with, ${files} files, ${fetched} times fetched, ${unanswered} requests unanswered), ${faults} faults, ${serverStarts} server starts${processesOf(result)}${searchesOf(result)}${errors.join('')}`
}

const processesOf = ({ accessProcesses }: WorldResult): string =>
  accessProcesses === 0 ? '' : ` behind ${accessProcesses} access processes`

function searchesOf({ searches }: WorldResult): string {
  const { asked, answered, behind, started, killed, starved } = searches
  if (asked === 0) return ''
  const threads = `${started} threads started, ${killed} killed, ${starved} times starved`
  return `, ${asked} searches (${answered} answered, ${behind} behind; ${threads})`
}

if (import.meta.main) process.exitCode = await simulate(process.argv.slice(2))
