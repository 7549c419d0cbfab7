// Installs the peers that the bench drives, from Debian's packages, and sees to it that no service comes with them:
//
//   npm run bench -- --set-up-peers
import { execFileSync, spawnSync } from 'node:child_process'

/** The program, and the packages that it needs. */
export const peerPrograms = {
  mosquitto: { program: '/usr/sbin/mosquitto', packages: ['mosquitto'] },
  ejabberd: { program: '/usr/bin/erl', packages: ['ejabberd', 'erlang-p1-pgsql', 'postgresql'] },
  prosody: {
    program: '/usr/bin/prosody',
    packages: ['prosody', 'lua-dbi-postgresql', 'postgresql'],
  },
} as const

const units = ['mosquitto', 'ejabberd', 'epmd', 'prosody', 'postgresql']

/** @throws Error when it may not, or a package is not to be had. */
export function setUpPeers(): void {
  const packages = [...new Set(Object.values(peerPrograms).flatMap((peer) => peer.packages))]
  const before = new Set(units.filter(isEnabled))
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    // NOTE the bench starts what it measures, with a configuration of its own: no service may run beside it.
    RUNLEVEL: '1',
  }
  const options = { stdio: 'inherit', env } as const
  execFileSync('apt-get', ['update', '-qq'], options)
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options)
  // NOTE what somebody has enabled before stays as it was.
  for (const unit of units) if (!before.has(unit) && isEnabled(unit)) disable(unit)
}

function isEnabled(unit: string): boolean {
  return spawnSync('systemctl', ['is-enabled', '--quiet', `${unit}.service`]).status === 0
}

function disable(unit: string): void {
  execFileSync('systemctl', ['disable', '--quiet', `${unit}.service`], { stdio: 'inherit' })
}
