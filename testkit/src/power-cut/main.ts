import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FiguresFile } from '../soak/figures-file.ts'
import { RealServer } from '../soak/real-server.ts'
import { registerAccounts, runSoak, type SoakResult, type SoakTransport } from '../soak/run-soak.ts'
import type { SoakAccount } from '../soak/soak-device.ts'
import { SeededRandom } from '../world/seeded-random.ts'
import { checkDisk } from './check-disk.ts'
import { buildGuestImage, makeDisk, type GuestImage } from './guest-image.ts'
import { takeSnapshot } from './emulator.ts'
import { GuestServer } from './guest-server.ts'

const help = `npm run power-cut -- [--cycles N] [--messages N] [--control N] [--seed S]

The real server runs in an emulated machine (Debian's cloud kernel, ext4) that loses power with sends in flight, N times
and about every 100 messages; devices and their ledger live outside. After each cut the disk is taken out: every acked
message must be there once and in its place, and the store sound. At the end of a round of 20 cuts the checker judges
what the devices showed; with --figures FILE it leaves a line there, and what the file has counts. Before, a server that acks without syncing (synchronous=NORMAL) must be seen to lose within
--control cuts. Exit status 0: the control lost, the product did not.`

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '10' },
    messages: { type: 'string', default: '100' },
    control: { type: 'string', default: '10' },
    figures: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
})

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

if (values.help) {
  console.log(help)
  process.exit(0)
}
const folder = mkdtempSync(join(tmpdir(), 'parley-power-cut-'))
try {
  process.exitCode = (await main(Number(values.seed))) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function main(seed: number): Promise<boolean> {
  log(`seed ${seed}`)
  const controls = Number(values.control)
  if (controls > 0 && !(await control(controls, seed))) return false
  return await cycles(Number(values.cycles), seed)
}

/** Cut until something is lost: the kernel may have written some of it by itself. */
async function control(cuts: number, seed: number): Promise<boolean> {
  const guest = await buildGuest('control', true)
  const { storeProblems, inFlightAtKills } = await round(guest, { kills: cuts, seed })
  const lost = storeProblems.find((problem) => problem.endsWith('are lost'))
  log(
    lost === undefined
      ? `control: NOTHING LOST in ${cuts} cuts: this proves nothing`
      : `control: after cut ${inFlightAtKills.length} ${lost}`,
  )
  return lost !== undefined
}

async function cycles(count: number, seed: number): Promise<boolean> {
  const figures = new FiguresFile(values.figures, 'power cut')
  const guest = await buildGuest('product', false)
  while (figures.sums().cycles < count) {
    const kills = Math.min(cutsPerRound, count - figures.sums().cycles)
    const next = figures.nextSeed(seed)
    const result = await round(guest, { kills, seed: next })
    const isGood = result.verdict === 0 && result.storeProblems.length === 0
    figures.append({
      seed: next,
      cycles: result.inFlightAtKills.length,
      cyclesAtStart: result.killsAtStart,
      acked: result.acked,
      inFlightMin: Math.min(...result.inFlightAtKills),
      seconds: result.seconds,
      isGood,
    })
    log(`so far: ${JSON.stringify(figures.sums())}`)
    if (!isGood) {
      log(`VIOLATION: ${JSON.stringify(result)}`)
      return false
    }
  }
  return figures.sums().bad === 0
}

interface Guest {
  image: GuestImage
  snapshot: string
}

async function buildGuest(name: string, isControl: boolean): Promise<Guest> {
  const place = join(folder, name)
  mkdirSync(place)
  const image = await buildGuestImage({ cache, folder: place, isControl })
  const disk = join(place, 'empty.img')
  makeDisk(disk, diskBytes)
  return { image, snapshot: await takeSnapshot({ image, disk, folder: place }) }
}

async function round(
  { image, snapshot }: Guest,
  { kills, seed }: { kills: number; seed: number },
): Promise<SoakResult> {
  const disk = join(folder, 'data.img')
  const registered = await firstStore(disk)
  const random = new SeededRandom(`power ${seed}`)
  const server = new GuestServer({ image, snapshot, disk, folder, random, options })
  const messages = (kills + 1) * Number(values.messages)
  const checkKilled = (acked: Parameters<typeof checkDisk>[2]) => {
    const problems = checkDisk(disk, folder, acked)
    log(`${acked.size} acked, the disk has ${problems.length === 0 ? 'all of them' : problems[0]}`)
    return problems
  }
  return await runSoak({
    messages,
    accounts,
    kills,
    seed,
    transports,
    log,
    server,
    registered,
    checkKilled,
  })
}

/** Made where hashing passwords is quick; from then on the store lives in the guest alone. */
async function firstStore(disk: string): Promise<SoakAccount[]> {
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

function log(text: string): void {
  process.stdout.write(`power cut: ${text}\n`)
}
