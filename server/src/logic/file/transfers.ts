import type { Clock } from '../../base/clock.ts'
import { Refusal } from '../../base/refusal.ts'
import type { DeviceId } from '../../data/model.ts'

/** Whether a transfer may go on is asked this often: revoked means gone within a second (R12). */
export const transferCheckMs = 400
export const transfersMax = 1_000
export const transfersPerDeviceMax = 16

/** Bytes of files that flow now, in either direction. */
export interface Transfers {
  /**
   * `cut` is called once, when `goesOn` says no or fails: the bytes stop at once.
   * @returns what ends it. @throws Refusal BUSY beyond the limits.
   */
  begin(input: { device: DeviceId; goesOn(): Promise<boolean>; cut(): void }): () => void
  running(): number
}

export function createTransfers(clock: Clock): Transfers {
  const devices = new Map<DeviceId, number>()
  let running = 0

  function leave(device: DeviceId): void {
    running -= 1
    const left = (devices.get(device) ?? 1) - 1
    if (left === 0) devices.delete(device)
    else devices.set(device, left)
  }

  return {
    running: () => running,
    begin({ device, goesOn, cut }) {
      const own = devices.get(device) ?? 0
      if (own >= transfersPerDeviceMax)
        throw new Refusal('BUSY', 'too many transfers of this device', transferCheckMs)
      if (running >= transfersMax) throw new Refusal('BUSY', 'too many transfers', transferCheckMs)
      running += 1
      devices.set(device, own + 1)
      let ended = false
      const end = (): void => {
        if (ended) return
        ended = true
        timer.cancel()
        leave(device)
      }
      const look = async (): Promise<void> => {
        const isGood = await goesOn().catch(() => false)
        if (ended) return
        if (isGood) timer = clock.after(transferCheckMs, () => void look())
        else {
          end()
          cut()
        }
      }
      let timer = clock.after(transferCheckMs, () => void look())
      return end
    },
  }
}
