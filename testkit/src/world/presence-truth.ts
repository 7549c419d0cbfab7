import { accountSettingsOf } from '@parley/client'
import type { Line } from '../checker/history.ts'
import { serverHost } from './held-connections.ts'
import type { Board } from './place.ts'
import { isGood } from './path-state.ts'
import type { Network } from './network.ts'
import type { Timeline } from './timeline.ts'
import type { WorldDevice } from './world-device.ts'
import type { WorldServer } from './world-server.ts'

/** Within so long what is shown of somebody must be so: a device that died is missed after two heartbeats, and a grace. */
export const presenceBoundMs = 30_000
const lookEveryMs = 1_000

interface TruthDeps {
  timeline: Timeline
  network: Network
  server: WorldServer
  devices: readonly WorldDevice[]
  board: Board
  emit(line: Line): void
}

/**
 * Says for the checker who is online and who is told of it. Where a path is bad, a server away or a setting under way, nobody
 * can say; then nothing is held against anybody.
 */
export class PresenceTruth {
  readonly #deps: TruthDeps
  readonly #online = new Map<number, boolean | undefined>()
  readonly #watching = new Set<string>()
  #isStarted = false

  constructor(deps: TruthDeps) {
    this.#deps = deps
  }

  start(): void {
    this.#isStarted = true
    this.#deps.emit({ event: 'bound', presence: presenceBoundMs })
    this.#lookOn()
  }

  #lookOn(): void {
    this.look()
    this.#deps.timeline.after(lookEveryMs, () => this.#lookOn())
  }

  /** Something happened that may be over at the next look. */
  look(): void {
    if (!this.#isStarted) return
    const { devices } = this.#deps
    for (const [account, own] of Map.groupBy(devices, (device) => device.account))
      this.#tellOnline(account, this.#isOnline(account, own))
    for (const device of devices) this.#tellWatching(device)
  }

  #tellOnline(account: number, online: boolean | undefined): void {
    if (this.#online.has(account) && this.#online.get(account) === online) return
    this.#online.set(account, online)
    const told = online === undefined ? {} : { online }
    this.#deps.emit({ event: 'online', account, ...told, at: this.#deps.timeline.nowMs })
  }

  #isOnline(account: number, devices: readonly WorldDevice[]): boolean | undefined {
    const { server, network, board } = this.#deps
    if (!server.isWhole || !isGood(network.path(serverHost))) return undefined
    if ((board.settling.get(account) ?? 0) > 0) return undefined
    const statuses = new Set(
      devices.flatMap(({ im }) =>
        im === undefined ? [] : [accountSettingsOf(im).settings.getSnapshot().status],
      ),
    )
    if (devices.some((device) => this.#isConnected(device))) {
      const [status] = statuses
      return statuses.size > 1 ? undefined : status !== 'invisible'
    }
    return devices.every(({ im, asleep }) => im === undefined || asleep) ? false : undefined
  }

  /** The server and it are sure of each other. */
  #isConnected({ im, name, asleep }: WorldDevice): boolean {
    const { network } = this.#deps
    return im?.state.name === 'online' && !asleep && isGood(network.path(name))
  }

  #tellWatching(device: WorldDevice): void {
    const { board, server, timeline, emit } = this.#deps
    const { name, im, account: viewer } = device
    const watch = board.watching.get(name)
    const isTold =
      watch !== undefined && watch.im === im && server.isWhole && this.#isConnected(device)
    const now = new Set(
      // NOTE who blocked the viewer looks away to it.
      (isTold ? watch.accounts : [])
        .filter((account) => !board.blocks.has(`${account} ${viewer}`))
        .map((account) => `${name} ${account}`),
    )
    const before = [...this.#watching].filter((key) => key.startsWith(`${name} `))
    const tell = (key: string, watching: boolean): void => {
      const account = Number(key.slice(name.length + 1))
      emit({ event: 'watch', device: name, account, watching, at: timeline.nowMs })
      // NOTE what it showed all the while changed nothing, so nothing told of it.
      const shown = watching ? im?.presence(account) : undefined
      if (shown !== undefined)
        emit({ event: 'presence', device: name, account, online: shown.online, at: timeline.nowMs })
    }
    for (const key of before) {
      if (now.has(key)) continue
      this.#watching.delete(key)
      tell(key, false)
    }
    for (const key of now) {
      if (this.#watching.has(key)) continue
      this.#watching.add(key)
      tell(key, true)
    }
  }
}
