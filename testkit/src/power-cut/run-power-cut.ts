import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FiguresFile } from '../soak/figures-file.ts'
import { RealServer } from '../soak/real-server.ts'
import {
  registerAccounts,
  runSoak,
  soakProblems,
  type SoakResult,
  type SoakTransport,
} from '../soak/run-soak.ts'
import type { SoakAccount } from '../soak/soak-device.ts'
import { SeededRandom } from '../world/seeded-random.ts'
import { checkDisk } from './check-disk.ts'
import { buildGuestImage, makeDisk, type GuestImage } from './guest-image.ts'
import { takeSnapshot } from './emulator.ts'
import { guestParts } from './guest-parts.ts'
import { GuestServer } from './guest-server.ts'

export interface PowerCutInput {
  cycles: number
  /** About so many for each cut. */
  messages: number
  /** The control must lose within so many cuts; 0: without control. */
  controls: number
  seed: number
  /** Gets the rounds of the product; what it has already counts. */
  figures: FiguresFile
  log(text: string): void
}

const cutsPerRound = 20
const accounts = 6
const transports: readonly SoakTransport[] = ['tcp', 'ws', 'http']
/** Above the floor of free space below which a server takes no more. */
const diskBytes = 384 * 1_048_576
const cache = join(import.meta.dirname, '../../../node_modules/.cache/parley-power-cut')
/** As in the soak: the load is meant to be heavy. */
const options = {
  'account-requests-per-second': '100000',
  'connection-requests-per-second': '100000',
}

/** What it lacks here, as a sentence; undefined: nothing. Fetches the kernel where it may. */
export function missingForPowerCut(): string | undefined {
  try {
    guestParts(cache)
    return undefined
  } catch (fault) {
    return `no kernel for the guest: ${fault instanceof Error ? fault.message : String(fault)}`
  }
}

/** @returns what is wrong, as sentences; a control that lost nothing is wrong, too. */
export async function runPowerCut(input: PowerCutInput): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-power-cut-'))
  try {
    if (input.controls > 0 && !(await control(folder, input)))
      return [`the control lost nothing in ${input.controls} cuts: this proves nothing`]
    return await cycles(folder, input)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Cut until something is lost: the kernel may have written some of it by itself. */
async function control(folder: string, input: PowerCutInput): Promise<boolean> {
  const guest = await buildGuest(folder, 'control')
  const { storeProblems, inFlightAtKills } = await round(guest, { ...input, kills: input.controls })
  const lost = storeProblems.find((problem) => problem.endsWith('are lost'))
  if (lost !== undefined) input.log(`control: after cut ${inFlightAtKills.length} ${lost}`)
  return lost !== undefined
}

async function cycles(folder: string, input: PowerCutInput): Promise<string[]> {
  const { figures, log } = input
  const guest = await buildGuest(folder, 'product')
  while (figures.sums().cycles < input.cycles) {
    const kills = Math.min(cutsPerRound, input.cycles - figures.sums().cycles)
    const seed = figures.nextSeed(input.seed)
    const result = await round(guest, { ...input, kills, seed })
    const problems = soakProblems(result)
    figures.append({
      seed,
      cycles: result.inFlightAtKills.length,
      cyclesAtStart: result.killsAtStart,
      acked: result.acked,
      inFlightMin: Math.min(...result.inFlightAtKills),
      seconds: result.seconds,
      isGood: problems.length === 0,
    })
    log(`so far: ${JSON.stringify(figures.sums())}`)
    if (problems.length > 0) return problems
  }
  const { bad } = figures.sums()
  return bad === 0 ? [] : [`${bad} rounds before were bad`]
}

interface Guest {
  folder: string
  image: GuestImage
  snapshot: string
}

async function buildGuest(folder: string, name: 'control' | 'product'): Promise<Guest> {
  const place = join(folder, name)
  mkdirSync(place)
  const image = await buildGuestImage({ cache, folder: place, isControl: name === 'control' })
  const disk = join(place, 'empty.img')
  makeDisk(disk, diskBytes)
  return { folder, image, snapshot: await takeSnapshot({ image, disk, folder: place }) }
}

async function round(
  { folder, image, snapshot }: Guest,
  { kills, seed, messages, log }: PowerCutInput & { kills: number },
): Promise<SoakResult> {
  const disk = join(folder, 'data.img')
  const registered = await firstStore(folder, disk)
  const random = new SeededRandom(`power ${seed}`)
  const server = new GuestServer({ image, snapshot, disk, folder, random, options })
  const checkKilled = (acked: Parameters<typeof checkDisk>[2]) => {
    const problems = checkDisk(disk, folder, acked)
    log(`${acked.size} acked, the disk has ${problems.length === 0 ? 'all of them' : problems[0]}`)
    return problems
  }
  return await runSoak({
    ...{ messages: (kills + 1) * messages, accounts, kills, seed, transports, log },
    ...{ server, registered, checkKilled },
  })
}

/** Made where hashing passwords is quick; from then on the store lives in the guest alone. */
async function firstStore(folder: string, disk: string): Promise<SoakAccount[]> {
  const tree = mkdtempSync(join(folder, 'tree-'))
  const server = new RealServer({ folder: join(tree, 'parley') })
  try {
    await server.start()
    return await registerAccounts(server, accounts)
  } finally {
    await server.stop()
    makeDisk(disk, diskBytes, tree)
    rmSync(tree, { recursive: true })
  }
}
