import { wire, type RequestInit } from '@parley/protocol'
import { RulesWorld, type Device } from '../src/commands/testing/rules-world.ts'

export interface GroupOfThree {
  world: RulesWorld
  owner: Device
  admin: Device
  member: Device
  target: { conversation: number }
}

type Settings = RequestInit<'createGroup'>['settings']

/** A group of three, one of them an admin. */
export async function groupOfThree(
  settings: Settings = {},
  world = new RulesWorld(),
): Promise<GroupOfThree> {
  const owner = await world.person('owner')
  const admin = await world.person('admin')
  const member = await world.person('member')
  const target = await grouped(owner, [admin, member], settings)
  const role = wire.GroupRole.GROUP_ROLE_ADMIN
  const requestKey = world.mint()
  await owner.get('setMemberRole', { target, requestKey, account: admin.account, role })
  for (const device of [owner, admin, member]) device.taken()
  return { world, owner, admin, member, target }
}

/** A group of one that makes it, and others. */
export async function grouped(
  owner: Device,
  others: readonly { account: number }[],
  settings: Settings = {},
): Promise<{ conversation: number }> {
  const { conversation } = await owner.get('createGroup', {
    requestKey: owner.world.mint(),
    name: 'Flat 12',
    members: others.map(({ account }) => account),
    settings,
  })
  return { conversation }
}

export async function seqsSeenBy(device: Device, target: object): Promise<number[]> {
  const { entries } = await device.get('pull', { target, limit: 500 })
  return entries.map((entry) => Number(entry.seq))
}

export async function viewOf(device: Device, target: object) {
  return (await device.get('getConversation', { target, entries: 0 })).conversation
}
