// Installs the peers that the bench drives, from Debian's packages, and stops the services that come with them:
//
//   npm run bench -- --set-up-peers
import { execFileSync } from 'node:child_process'

/** The program, and the package that has it. */
export const peerPrograms = {
  mosquitto: { program: '/usr/sbin/mosquitto', package: 'mosquitto' },
} as const

export function setUpPeers(): void {
  const packages = Object.values(peerPrograms).map((peer) => peer.package)
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    // NOTE the bench starts what it measures, with a configuration of its own: no service may run beside it.
    RUNLEVEL: '1',
  }
  const options = { stdio: 'inherit', env } as const
  execFileSync('apt-get', ['update', '-qq'], options)
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options)
}
