import { groupRoles } from '@parley/protocol'
import { nodeRandom } from '../../base/node/node-random.ts'
import { randomId } from '../../base/random.ts'
import type { GroupAct } from '../../data/group-store.ts'
import type { Store } from '../../data/store.ts'
import { demoGroups, type DemoGroup } from './demo-groups.ts'
import { mintAt, seedLines, type Ids } from './seed-lines.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const guards = { membersMax: 100, strangersMayWrite: true }
const tokenBytes = 16
const settings = {
  inviteFrom: groupRoles.member,
  mentionAllFrom: groupRoles.admin,
  approveJoins: true,
  historyFromStart: false,
}

export async function seedGroups(store: Store, ids: Ids, nowMs: number): Promise<void> {
  for (const group of demoGroups) await seedGroup(store, ids, group, nowMs)
}

async function seedGroup(store: Store, ids: Ids, group: DemoGroup, nowMs: number): Promise<void> {
  const idOf = (handle: string) => ids.get(handle) ?? 0
  const startMs = nowMs - group.startMinutesAgo * minuteMs
  const owner = idOf(group.owner)
  const request = (account = owner) => ({ account, requestKey: mintAt(startMs), nowMs: startMs })
  const id = randomId(nodeRandom)
  const others = [...group.admins, ...group.members].map(idOf)
  const made = { name: group.name, avatar: '', members: others, settings }
  await store.groups.create(request(), id, made, guards)
  const change = (act: GroupAct, token?: Uint8Array) =>
    store.groups.change(request(), id, act, guards, token)
  for (const admin of group.admins)
    await change({ do: 'setRole', account: idOf(admin), role: groupRoles.admin })
  if (group.announcement !== '') await change({ do: 'announce', text: group.announcement })
  const token = nodeRandom.fill(new Uint8Array(tokenBytes))
  await change(
    { do: 'makeLink', lifetimeMs: group.startMinutesAgo * minuteMs + 7 * dayMs, usesMax: 0 },
    token,
  )
  const targetOf = () => ({ conversation: id })
  const { seqs } = await seedLines(store, { ids, lines: group.lines, startMs, targetOf })
  if (group.asking !== undefined) {
    const [handle, text] = group.asking
    await store.groups.join(request(idOf(handle)), { token, text }, guards)
  }
  const delivered = seqs.at(-1) ?? 0
  const read = seqs.at(-1 - group.unread) ?? 0
  const last = group.lines.findLast((line) => typeof line !== 'number')?.[0]
  await store.entries.moveCursors(
    [owner, ...others]
      .filter((account) => account !== idOf(last ?? ''))
      .map((account) => ({ conversation: id, account, delivered, read })),
  )
}
