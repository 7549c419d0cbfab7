import type { WorldDevice } from './world-device.ts'

/** So many accounts do it. */
const accountsMax = 3
/** On a network that is whole an end is told at once … */
const toldWithinMs = 3_000
/** … and understood when its device, which comes back after a pause, is refused. */
const understoodWithinMs = 20_000

/** R12: some people end another device of theirs, which is then online no more. @returns what is not so, as sentences. */
export async function endedDevices(
  devices: readonly WorldDevice[],
  pass: (ms: number) => Promise<void>,
): Promise<string[]> {
  const problems: string[] = []
  const ended: WorldDevice[] = []
  const people = [...Map.groupBy(devices, ({ account }) => account).values()]
  for (const [first, second] of people.slice(0, accountsMax)) {
    const device = second?.im?.me?.device
    if (first?.im === undefined || second === undefined || device === undefined) continue
    first.im.endDevice(device).then(
      () => ended.push(second),
      (fault: unknown) => problems.push(`${first.name} cannot end a device: ${String(fault)}`),
    )
  }
  const states = (): string[] => ended.map(({ im }) => im?.state.name ?? '')
  const say = (index: number): string => `${ended[index]?.name} was ended and is ${states()[index]}`
  await pass(toldWithinMs)
  if (ended.length === 0) problems.push('no device was ended')
  for (const [index, state] of states().entries()) if (state === 'online') problems.push(say(index))
  for (let waitedMs = 0; waitedMs < understoodWithinMs; waitedMs += 1_000) {
    if (states().every((state) => state === 'signedOut')) return problems
    await pass(1_000)
  }
  for (const [index, state] of states().entries())
    if (state !== 'signedOut') problems.push(say(index))
  return problems
}
