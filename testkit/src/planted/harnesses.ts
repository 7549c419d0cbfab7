import type { PlantedBug } from './planted-bugs.ts'

export interface WorldSize {
  seeds: string
  seconds: string
  devices: string
  from: string
}

interface Harness {
  /** What runs it in a copy of the tree, by Node. */
  args(size: WorldSize, bug: PlantedBug | undefined): string[]
  /** Only a bug that names it in `also` is held against it: it costs too much, or its field is narrow. */
  isNarrow: boolean
}

const soak = 'testkit/src/soak/main.ts'
const soakSize = ['--seed', '1', '--transport', 'tcp,ws,http']

/** What a planted bug can be held against, by name. Each run is bounded; a red one says that it noticed. */
export const harnesses = {
  fast: { args: (size, bug) => world('fast', size, bug), isNarrow: false },
  tests: {
    args: (_size, bug) => ['--test', '--test-timeout=60000', ...(bug?.tests ?? [])],
    isNarrow: false,
  },
  // NOTE the worlds of the fast lane on another engine: of use where the bug is in that.
  slow: { args: (size) => world('slow', size), isNarrow: true },
  soak: {
    args: () => [soak, '--messages', '3000', '--accounts', '24', '--kills', '2', ...soakSize],
    isNarrow: true,
  },
  'bit-flips': {
    args: () => ['testkit/src/bit-flips/main.ts', '--count', '75', '--seed', '20261129'],
    isNarrow: true,
  },
  'sync-proof': {
    args: () => ['testkit/src/sync-proof/main.ts', '--acks', '400', '--sites', '0', '--seed', '5'],
    isNarrow: true,
  },
} satisfies Record<string, Harness>

export type HarnessName = keyof typeof harnesses

export const harnessNames = Object.keys(harnesses) as HarnessName[]

function world(
  lane: string,
  { seeds, seconds, devices, from }: WorldSize,
  bug?: PlantedBug,
): string[] {
  const size = ['--from', from, '--seeds', seeds, '--seconds', seconds, '--devices', devices]
  // NOTE else only a third of the worlds have a link.
  const shape = bug?.part === 'link' ? ['--access-processes', '2'] : []
  return ['testkit/src/simulate.ts', '--lane', lane, ...size, ...shape, '--until-bad']
}

/** Whether this bug is held against it. */
export function isWorthTrying(name: HarnessName, { also = [] }: PlantedBug): boolean {
  return !harnesses[name].isNarrow || also.includes(name)
}
