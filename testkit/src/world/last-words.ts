import type { WorldDevice } from './world-device.ts'

/**
 * When all is at rest everybody says something more, and it must be shown everywhere by its push: whose session leads nowhere hears
 * nothing until it syncs.
 */
export function sayLastWords(devices: readonly WorldDevice[]): void {
  for (const { person, im } of devices) if (im !== undefined) person.sayLast(im)
}

/** Of each account the first device. */
export function firstOfEach(devices: readonly WorldDevice[]): Set<WorldDevice> {
  const people = Map.groupBy(devices, ({ account }) => account)
  return new Set([...people.values()].flatMap((own) => own.slice(0, 1)))
}

/**
 * Everything is read: by some up to the end, by the others up to before. Nothing is said, so that who is away learns of it by nothing
 * but its sync.
 */
export function readAll(devices: readonly WorldDevice[], toEnd: ReadonlySet<WorldDevice>): void {
  for (const device of devices)
    for (const conversation of device.conversations()) {
      const { read, headSeq, left } = conversation.summary.getSnapshot()
      if (!left && read < headSeq)
        device.recorder.read(conversation, toEnd.has(device) ? undefined : read + 1)
    }
}

/** What lags behind of the heads that somebody knows, as sentences. */
export function lagging(devices: readonly WorldDevice[]): string[] {
  const heads = new Map<number, number>()
  const known = devices.flatMap(({ name, im }) =>
    (im?.conversations.getSnapshot() ?? []).map((one) => ({ name, ...one })),
  )
  for (const { id, headSeq } of known) heads.set(id, Math.max(headSeq, heads.get(id) ?? 0))
  return known
    .filter(({ id, left, headSeq }) => id > 0 && !left && headSeq < (heads.get(id) ?? 0))
    .map(
      ({ name, id, headSeq }) => `unheard: ${name} knows ${id} to ${headSeq} of ${heads.get(id)}`,
    )
}
