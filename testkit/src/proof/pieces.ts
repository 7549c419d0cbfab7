import { runAgreement } from '../agree/run-agreement.ts'
import { missingForSecondProtobuf } from '../agree/second-protobuf.ts'
import { bitFlipProblems, runBitFlips } from '../bit-flips/run-bit-flips.ts'
import { decoderNames } from '../hostile/decoders/all.ts'
import { tryDecoder } from '../hostile/main.ts'
import { missingForPowerCut, runPowerCut } from '../power-cut/run-power-cut.ts'
import { netFaults, smallNetFaults } from '../netfaults/net-faults.ts'
import { missingForNetFaults } from '../netfaults/own-network.ts'
import { netFaultProblems } from '../netfaults/run-net-faults.ts'
import { FiguresFile } from '../soak/figures-file.ts'
import { runSoak, soakProblems, type SoakInput } from '../soak/run-soak.ts'
import { isLate, runStorm } from '../storm/run-storm.ts'
import { runSyncProof } from '../sync-proof/run-sync-proof.ts'
import { runWorld } from '../world/run-world.ts'
import type { Lane } from '../world/world-engine.ts'
import { ran, type Piece, type PieceResult } from './piece.ts'
import { missingPrograms } from './programs.ts'
import { runTestFiles } from './run-test-files.ts'

type Log = (text: string) => void

/** Quick ones first; the emulated machine takes what time is left. */
export const pieces: readonly Piece[] = [
  {
    name: 'planted',
    promise: 'every planted bug still applies, so that the harnesses can be held against it',
    msMax: 60_000,
    run: () => runTestFiles('tests', ['testkit/src/planted/planted-bugs.test.ts']),
  },
  {
    name: 'conformance',
    promise: 'WebSocket as in RFC 6455',
    msMax: 120_000,
    run: () => runTestFiles('cases', ['server/test/websocket-conformance.flow.test.ts']),
  },
  {
    name: 'authorization',
    promise: 'nobody gets what is not theirs, by any command or route (R13)',
    msMax: 120_000,
    run: () =>
      runTestFiles('tests', [
        'server/test/authorization.test.ts',
        'server/test/http-authorization.flow.test.ts',
      ]),
  },
  {
    name: 'simulate-fast',
    promise:
      'nothing lost, doubled or out of order, all devices agree, whatever fails (R1–R8, R16)',
    msMax: 180_000,
    run: (seed, log) => simulated('fast', seed, { worlds: 3, seconds: 30, devices: 16 }, log),
  },
  {
    name: 'simulate-slow',
    promise: 'the same with SQLite on a disk that loses, tears and fails (R1, R15)',
    msMax: 180_000,
    run: (seed, log) => simulated('slow', seed, { worlds: 2, seconds: 30, devices: 12 }, log),
  },
  {
    name: 'soak',
    promise: 'what was acked is on every device once, in order, over three transports (R1–R5)',
    msMax: 180_000,
    run: (seed, log) => soaked(log, { messages: 3_000, accounts: 24, kills: 2, seed }),
  },
  {
    name: 'soak-processes',
    promise: 'the same where several processes hold the connections (R6.f)',
    msMax: 180_000,
    run: async (seed, log) =>
      onLinux() ??
      (await soaked(log, { messages: 2_000, accounts: 18, kills: 4, seed, accessProcesses: 2 })),
  },
  {
    name: 'crash',
    promise: 'no acked message is lost by kill -9 with sends in flight (R1)',
    msMax: 180_000,
    run: (seed, log) => soaked(log, { messages: 2_500, accounts: 48, kills: 5, seed }),
  },
  {
    name: 'sync-proof',
    promise: 'no ack before its sync, no false ack from a failing disk (R1, R15)',
    msMax: 240_000,
    run: syncProved,
  },
  {
    name: 'hostile',
    promise: 'hostile bytes end in a refusal or a close, soon, and keep nothing (R13, R14)',
    msMax: 240_000,
    run: (seed, log) => heldAgainst({ frames: 10_000, seed }, log),
  },
  {
    name: 'agree',
    promise: 'another protobuf library reads the same',
    msMax: 120_000,
    run: agreed,
  },
  {
    name: 'bit-flips',
    promise: 'a damaged store serves nothing wrong in silence (R15)',
    msMax: 240_000,
    run: flipped,
  },
  {
    name: 'storm',
    promise: 'all sessions on TLS are back within 60 s of losing their connection at once (R6)',
    msMax: 240_000,
    run: stormed,
  },
  {
    name: 'net-faults',
    promise:
      'loss, cuts, resets, half-open connections and slow readers lose nothing (R1, R4, R6, R7, R13)',
    msMax: 240_000,
    run: netFaulted,
  },
  {
    name: 'power-cut',
    promise: 'no acked message is lost when the machine loses power; the control loses (R1)',
    msMax: 600_000,
    run: powerCut,
  },
]

async function simulated(
  lane: Lane,
  seed: number,
  size: { worlds: number; seconds: number; devices: number },
  log: Log,
): Promise<PieceResult> {
  const tried = { sends: 0, faults: 0, 'server starts': 0, worlds: 0 }
  const violations: string[] = []
  const { worlds, seconds, devices } = size
  for (let world = seed; world < seed + worlds; world += 1) {
    const { good, problems, verdict, faults, serverStarts } = await runWorld({
      ...{ seed: world, lane, seconds, devices },
    })
    tried.worlds += 1
    tried.sends += verdict.figures['sends'] ?? 0
    tried.faults += Object.values(faults).reduce((sum, count) => sum + count, 0)
    tried['server starts'] += serverStarts
    const again = `npm run simulate -- --lane ${lane} --seed ${world} --seconds ${seconds} --devices ${devices}`
    if (!good) violations.push(`${problems[0] ?? 'not good'} (${again})`)
    log(`${lane} world ${world}: ${good ? 'good' : 'NOT GOOD'}`)
  }
  return ran(tried, violations)
}

async function soaked(log: Log, input: Omit<SoakInput, 'log' | 'transports'>) {
  const result = await runSoak({ ...input, transports: ['tcp', 'ws', 'http'], log })
  const { acked, cuts, inFlightAtKills } = result
  const inFlight = inFlightAtKills.reduce((sum, count) => sum + count, 0)
  const violations = soakProblems(result)
  if (inFlight === 0) violations.push('no send was in flight at any kill: this proves nothing')
  const tried = { acked, kills: inFlightAtKills.length, 'in flight at them': inFlight, cuts }
  return ran(tried, violations)
}

async function syncProved(seed: number, log: Log): Promise<PieceResult> {
  const why = onLinux()?.why ?? missingPrograms('strace')
  if (why !== undefined) return { kind: 'skipped', why }
  const { order, faults, problems } = await runSyncProof({ acks: 1_000, sites: 12, seed, log })
  const ended = faults.ended + faults.endedAtStart
  return ran(
    { acks: order.acks, syncs: order.syncs, 'sites that fail': faults.sites, ended },
    problems,
  )
}

async function heldAgainst(
  { frames, seed }: { frames: number; seed: number },
  log: Log,
): Promise<PieceResult> {
  const tried = { frames: 0, decoders: 0 }
  const violations: string[] = []
  for (const decoder of decoderNames) {
    const task = { decoder, seed: String(seed), frames, round: undefined }
    const found = await tryDecoder(task, log)
    tried.frames += found.frames
    tried.decoders += 1
    violations.push(...found.violations.map((one) => `${decoder}: ${one}`))
    if (found.frames < frames) violations.push(`${decoder}: only ${found.frames} frames were tried`)
  }
  return ran(tried, violations)
}

async function agreed(seed: number): Promise<PieceResult> {
  const missing = missingForSecondProtobuf()
  if (missing !== undefined) return { kind: 'skipped', why: `missing: ${missing}` }
  const sum = await runAgreement({ frames: 20_000, seed: String(seed) })
  const { frames: bodies, read, refused, disagreements } = sum
  return ran({ bodies, read, refused }, disagreements)
}

async function flipped(seed: number, log: Log): Promise<PieceResult> {
  const onTrial = ({
    trial,
    target,
    outcome,
  }: {
    trial: number
    target: string
    outcome: string
  }) => log(`trial ${trial}, ${target}: ${outcome}`)
  const found = await runBitFlips({ count: 30, seed, onTrial })
  const outcomes = Object.groupBy(found.trials, ({ outcome }) => outcome)
  const count = (outcome: keyof typeof outcomes) => outcomes[outcome]?.length ?? 0
  const tried = {
    'damaged stores': found.trials.length,
    'served right': count('right'),
    'with faults': count('faults'),
    'not started': count('refused to start'),
  }
  return ran(tried, bitFlipProblems(found))
}

async function stormed(_seed: number, log: Log): Promise<PieceResult> {
  const sessions = 300
  const withinMs = 60_000
  const notHere = onLinux()
  if (notHere !== undefined) return notHere
  const storms = [
    { cut: 'network', manner: 'jittered' },
    { cut: 'access', manner: 'at once' },
    { cut: 'server', manner: 'jittered' },
  ] as const
  const figures = await runStorm({
    ...{ sessions, crowds: 2, accessProcesses: 2, tickets: true, storms, log },
    patienceMs: withinMs * 2,
  })
  const late = figures
    .filter((one) => isLate(one, sessions, withinMs))
    .map(
      ({ cut, manner, back, maxMs }) =>
        `${cut}, ${manner}: ${back} back, the last after ${Math.round(maxMs)} ms`,
    )
  const slowest = Math.max(...figures.map(({ maxMs }) => maxMs))
  return ran({ sessions, storms: figures.length, 'ms at most': Math.round(slowest) }, late)
}

async function netFaulted(seed: number, log: Log): Promise<PieceResult> {
  const why = missingForNetFaults()
  if (why !== undefined) return { kind: 'skipped', why }
  const result = await netFaults(smallNetFaults(seed), log)
  const { soak, halfOpen, slow } = result
  const packets = Object.values(soak.packets).reduce((sum, count) => sum + count, 0)
  const tried = {
    acked: soak.acked,
    faults: soak.faults,
    'packets that met one': packets,
    'half open': halfOpen.peers,
    'slow readers': slow.peers,
  }
  return ran(tried, netFaultProblems(result))
}

async function powerCut(seed: number, log: Log): Promise<PieceResult> {
  const programs = missingPrograms('qemu-system-x86_64', 'mke2fs', 'e2fsck', 'debugfs', 'busybox')
  const why = onLinux()?.why ?? programs ?? missingForPowerCut()
  if (why !== undefined) return { kind: 'skipped', why }
  const figures = new FiguresFile(undefined, 'power cut')
  const violations = await runPowerCut({
    ...{ cycles: 2, messages: 100, controls: 6, seed, figures, log },
  })
  const { cycles, acked } = figures.sums()
  return ran({ cuts: cycles, acked }, violations)
}

function onLinux(): { kind: 'skipped'; why: string } | undefined {
  return process.platform === 'linux' ? undefined : { kind: 'skipped', why: 'it needs Linux' }
}
