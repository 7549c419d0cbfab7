import { runWorld } from '../world/run-world.ts'
import type { WorldOptions } from '../world/world-result.ts'
import { shrinkWorld, type Shape } from './shrink-world.ts'
import { storyOf, type Told } from './story.ts'

/** Makes a world that is not good as small as it gets, and tells on the console what happens in it. */
export async function tellShrunk(
  world: Pick<WorldOptions, 'seed' | 'lane' | 'accessProcesses' | 'seconds' | 'devices'>,
  runsMax: number,
): Promise<void> {
  const { seconds, devices, ...fixed } = world
  const run = (shape: Shape, tell?: WorldOptions['tell']) => runWorld({ ...shape, ...fixed, tell })
  const note = (what: string): void => console.log(`  shrinks, run ${what}`)
  const shrunk = await shrinkWorld({ run, runsMax, note }, { seconds, devices })
  if (shrunk === undefined) return
  const told: Told[] = []
  const { problems } = await run(shrunk.shape, (atMs, what) => told.push({ atMs, what }))
  const [problem = ''] = problems
    .filter((one) => one.startsWith(`${shrunk.sort}:`))
    .concat(problems)
  console.log(`  after ${shrunk.runs} runs: ${JSON.stringify({ ...fixed, ...shrunk.shape })}`)
  for (const sentence of storyOf(told, problem)) console.log(`  ${sentence}`)
  console.log(`  and so: ${problem}`)
}
