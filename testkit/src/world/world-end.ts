import type { FinalFiles } from './final-files.ts'
import type { WorldDevice } from './world-device.ts'
import type { WorldEngine } from './world-engine.ts'
import type { WorldServer } from './world-server.ts'

const askStepMs = 5_000
const askStepsMax = 40
/** Later than every time that anything of files has. */
const afterwardsMs = 10 * 86_400_000
/** So that all is collected, which may need two rounds. */
const collectMs = 60_000

type Step = (ms: number) => Promise<void>

/** One device of each account does. @param ask what is wrong, as sentences @returns all of it */
export async function askEverywhere(
  devices: readonly WorldDevice[],
  step: Step,
  what: string,
  ask: (device: WorldDevice) => Promise<string[]>,
): Promise<string[]> {
  const asked = [...Map.groupBy(devices, ({ account }) => account).values()]
    .flatMap(([device]) => device ?? [])
    .filter(({ im }) => im !== undefined)
    .map((device) => ({ what: `${device.name} to ${what}`, asked: () => ask(device) }))
  return askAll(asked, step)
}

/**
 * Everybody goes, and time passes for the server alone: nothing remains of files that nobody needs (F8). The first device
 * stays, to try an address whose time is over.
 */
export async function passAway(
  parts: {
    devices: readonly WorldDevice[]
    server: WorldServer
    engine: WorldEngine
    files: FinalFiles
  },
  step: Step,
): Promise<string[]> {
  const { devices, server, engine, files } = parts
  const [last, ...others] = devices
  for (const device of others) device.kill('reset')
  server.stepClock(afterwardsMs)
  await step(collectMs)
  const { store } = server
  if (last === undefined || store === undefined) return ['nobody is left to ask for files']
  const names = engine.disk.fileNames()
  const asked = [
    { what: 'what is left of files', asked: () => files.leftovers(store, names) },
    { what: 'an old address', asked: () => files.oldAddress(last) },
  ]
  return askAll(asked, step)
}

async function askAll(
  asked: readonly { what: string; asked: () => Promise<string[]> }[],
  step: Step,
): Promise<string[]> {
  const problems: string[] = []
  const left = new Set<string>()
  for (const { what, asked: ask } of asked) {
    left.add(what)
    const done = (found: readonly string[]): void => {
      left.delete(what)
      problems.push(...found)
    }
    ask().then(done, (fault: unknown) => done([`could not be asked: ${what}: ${String(fault)}`]))
  }
  for (let steps = 0; left.size > 0 && steps < askStepsMax; steps += 1) await step(askStepMs)
  return [...problems, ...[...left].map((what) => `never came to an end: ${what}`)]
}
