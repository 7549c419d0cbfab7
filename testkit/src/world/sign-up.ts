import type { WorldDevice } from './world-device.ts'

const signUpSecondsMax = 120

/**
 * Everybody makes an account, or logs in where another of their devices has made it.
 * @returns the devices by whom they belong to @throws when it cannot be done in time
 */
export async function signUpAll(
  devices: readonly WorldDevice[],
  step: (ms: number) => Promise<void>,
): Promise<Map<string, WorldDevice[]>> {
  let left = devices.length
  const failed: unknown[] = []
  const people = Map.groupBy(devices, ({ handle }) => handle)
  for (const own of people.values()) {
    const all = async (): Promise<void> => {
      for (const [index, device] of own.entries()) {
        await device.signUp(index === 0)
        left -= 1
      }
    }
    all().catch((fault: unknown) => failed.push(fault))
  }
  for (let tries = 0; left > 0 && tries < signUpSecondsMax; tries += 1) await step(1_000)
  if (left > 0) throw new Error(`${left} devices could not sign up: ${failed.join('; ')}`)
  return people
}
