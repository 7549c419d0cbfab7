import type { WorldDevice } from './world-device.ts'

/** What keeps devices from being at rest, as sentences; none: everything has come to its end. */
export function restless(devices: readonly WorldDevice[]): string[] {
  return devices.flatMap(({ name, im, recorder, doing }) => {
    if (im === undefined) return [`${name} does not run`]
    if (im.state.name !== 'online') return [`${name} does not come online: ${im.state.name}`]
    const waiting = im.outbox
      .getSnapshot()
      .filter(({ state }) => state === 'pending' || state === 'held')
    if (waiting.length > 0) return [`${name} still has ${waiting.length} to send`]
    if (doing.length > 0) return doing.map((what) => `${name} still ${what}`)
    return recorder.openDeeds > 0 ? [`${name} still waits for ${recorder.openDeeds} acts`] : []
  })
}

/** Where clocks stepped by more than a day: whoever is asked about what waited so long says no. */
export function discardHeld(devices: readonly WorldDevice[]): void {
  for (const { im } of devices)
    for (const message of im?.outbox.getSnapshot() ?? [])
      if (message.state === 'held') message.discard()
}
