import { quietPlan, type SeedPlan } from '../lab/seed.ts'

export interface Side {
  plan: SeedPlan
  /** Online and measured: every even one sends to the next. */
  firstUser: number
  users: number
  /** Messages of each sender without an ack, where it sends as fast as it can. */
  window: number
}

export interface GrowthCell {
  name: string
  /** What there is more of, and by how much. */
  of: 'user' | 'group' | 'message' | 'length'
  more: number
  /** How many times tenfold. */
  decades: number
  small: Side
  large: Side
  /** Only by its name: too long for a run of all cells. So much of the disk must be free. */
  hugeBytes?: number
}

const users = 10_000
const groups = 1_000
const members = 5
const length = 100
const talking = { firstUser: 0, users: 200, window: 1 }
const pair = { users: 2, window: 16 }

/** 10^4 users, 10^3 groups, and 10^6 messages in 10^4 conversations: where one factor at a time grows from. */
export const basePlan: SeedPlan = {
  ...{ ...quietPlan, users },
  smallGroups: { groups, members, users },
  rings: [{ users, firstStep: 1, lastStep: 1, messages: length }],
}
const base: Side = { plan: basePlan, ...talking }
const onBase = { ...quietPlan, on: basePlan, users }

function registered(decades: number): GrowthCell {
  const all = users * 10 ** decades
  const large = { plan: { ...onBase, users: all }, ...talking }
  return { ...named('users', 4, decades), of: 'user', more: all - users, small: base, large }
}

/** NOTE so many more for each account, too. */
function grouped(decades: number): GrowthCell {
  const more = groups * 10 ** decades - groups
  const plan = { ...onBase, smallGroups: { groups: more, members, users, ofNeighbours: true } }
  return {
    ...{ ...named('groups', 3, decades), of: 'group', more },
    ...{ small: base, large: { plan, ...talking } },
  }
}

/** In more conversations of the same length between the same users. */
function said(decades: number): GrowthCell {
  const lastStep = 10 ** decades
  const rings = [{ users, firstStep: 2, lastStep, messages: length }]
  return {
    ...{ ...named('messages', 6, decades), of: 'message' },
    ...{ more: users * (lastStep - 1) * length, small: base },
    large: { plan: { ...onBase, rings }, ...talking },
  }
}

/** As many messages as in the base, all of them in the conversations that are measured. */
const longConversations: GrowthCell = {
  ...{ ...named('length', 2, 2), of: 'length', more: 10_000 - length },
  small: base,
  large: {
    plan: {
      ...{ ...quietPlan, users, smallGroups: basePlan.smallGroups },
      talks: Array.from({ length: talking.users / 2 }, (_, at) => ({
        ...{ from: 2 * at, firstTo: 2 * at + 1, others: 1, messages: 10_000 },
      })),
    },
    ...talking,
  },
}

const longestPlan: SeedPlan = {
  ...{ ...quietPlan, users, smallGroups: basePlan.smallGroups },
  talks: [
    { from: 0, firstTo: 1, others: 1, messages: 1_000_000 },
    { from: 2, firstTo: 3, others: 1, messages: length },
  ],
}

/** One conversation that has them all, against a short one in the same store. */
const longestConversation: GrowthCell = {
  ...{ ...named('length', 2, 4), of: 'length', more: 1_000_000 - length },
  small: { plan: longestPlan, firstUser: 2, ...pair },
  large: { plan: longestPlan, firstUser: 0, ...pair },
}

function named(what: string, from: number, decades: number): { name: string; decades: number } {
  return { name: `${what} 10^${from + decades}`, decades }
}

export const growthCells: readonly GrowthCell[] = [
  registered(1),
  registered(2),
  { ...registered(3), hugeBytes: 7e9 },
  grouped(1),
  grouped(2),
  grouped(3),
  said(1),
  { ...said(2), hugeBytes: 60e9 },
  longConversations,
  longestConversation,
]
