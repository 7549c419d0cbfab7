import { fork, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { missingPrograms } from '../proof/programs.ts'

/** A network that the process has alone, and that goes with it; who is not root is root in there. */
const ways = [
  ['--net', '--fork', '--kill-child'],
  ['--net', '--fork', '--kill-child', '--map-root-user'],
]
const ruleset = 'table inet try { chain in { type filter hook input priority 0; }; }'
const tryOut = `ip link set lo up && nft '${ruleset}'`

/** PATH with what Debian keeps for administrators. */
export const withSbin = () => ({ ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` })

/** What it lacks here, as a sentence; undefined: nothing. */
export function missingForNetFaults(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux'
  const missing = missingPrograms('unshare', 'ip', 'nft', 'tc')
  if (missing !== undefined) return missing
  return wayIn() === undefined ? 'no network namespace with nftables may be made here' : undefined
}

function wayIn(): string[] | undefined {
  return ways.find((flags) => {
    const args = [...flags, 'sh', '-c', tryOut]
    return spawnSync('unshare', args, { env: withSbin() }).status === 0
  })
}

export type FromInside<T> = { log: string } | { result: T } | { fault: string }

/** Runs `script` with `given` as its argument in a network of its own. @returns what it told as its result */
export async function inOwnNetwork<T>(
  script: string,
  given: object,
  log: (text: string) => void,
): Promise<T> {
  const way = wayIn()
  if (way === undefined) throw new Error(missingForNetFaults() ?? 'no network of its own')
  const unshare = ['/usr/bin/unshare', '/bin/unshare'].find((path) => existsSync(path)) ?? 'unshare'
  const child = fork(script, [JSON.stringify(given)], {
    execPath: unshare,
    execArgv: [...way, process.execPath],
    env: withSbin(),
  })
  return await new Promise<T>((resolve, reject) => {
    let result: T | undefined
    let fault: string | undefined
    child.on('message', (told: FromInside<T>) => {
      if ('log' in told) log(told.log)
      else if ('fault' in told) fault = told.fault
      else result = told.result
    })
    child.on('error', reject)
    child.on('close', (status, signal) => {
      if (result !== undefined) resolve(result)
      else reject(new Error(fault ?? `it ended without a word, status ${status ?? signal}`))
    })
  })
}
