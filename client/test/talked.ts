import type { FakeWorld } from '../src/testing/fake-device.ts'

/** Ann (1) has a conversation with Ben (2) in which he said so much. */
export async function talked(world: FakeWorld, count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1) world.server.store.say(2, 1, `${index}`)
  await world.settle()
}
