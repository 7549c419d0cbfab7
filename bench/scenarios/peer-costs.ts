import type { Bench } from '../lab/bench.ts'
import { installedPeers, type MeasuredPeer } from './measured-peers.ts'
import { peerGroup, peerIdle, peerLogin, peerPresence, peerReturn } from './peer-cells.ts'

interface Definition {
  measure(bench: Bench, peer: MeasuredPeer): Promise<void>
  /** Has no meaning where there are no rosters. */
  hasRoster?: boolean
  /** More than the quick profile has accounts for. */
  isLong?: boolean
}

const definitions: Readonly<Record<string, Definition>> = {
  idle: { measure: (bench, peer) => peerIdle(bench, peer, false) },
  'idle TLS': { measure: (bench, peer) => peerIdle(bench, peer, true) },
  login: { measure: (bench, peer) => peerLogin(bench, peer, false) },
  'login with contacts': {
    measure: (bench, peer) => peerLogin(bench, peer, true),
    hasRoster: true,
  },
  group: { measure: (bench, peer) => peerGroup(bench, peer, 200) },
  'large group': { measure: (bench, peer) => peerGroup(bench, peer, 5_000), isLong: true },
  return: { measure: peerReturn },
  presence: { measure: peerPresence, hasRoster: true },
}

/**
 * What everything but 1:1 costs a peer, by our definitions (B1, B2, B4 to B6). `--cell` takes a peer, a definition, or both:
 * `--cell 'ejabberd idle'`.
 */
export async function peerCosts(bench: Bench): Promise<void> {
  for (const [key, peer] of installedPeers(bench)) {
    for (const [what, { measure, hasRoster, isLong }] of Object.entries(definitions)) {
      const cell = `${key} ${what}`
      const asked = [what, cell].map((name) => bench.asksFor(name)).includes(true)
      if (!bench.wants(key) && !asked) continue
      if (hasRoster === true && peer.protocol === 'mqtt') continue
      if (isLong === true && !bench.full) {
        if (asked) bench.say(`${cell}: only with --full`)
        continue
      }
      bench.say(cell)
      try {
        await bench.cell(cell, () => measure(bench, peer))
      } catch (thrown) {
        // NOTE a server that gives up voids its own figures, and no others.
        const [why = ''] = String(thrown).split('\n')
        bench.faults(cell, [why])
      }
    }
  }
}
