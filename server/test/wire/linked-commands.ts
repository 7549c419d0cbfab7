import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../../src/base/log.ts'
import { nodeClock } from '../../src/base/node/node-clock.ts'
import { nodeRandom } from '../../src/base/node/node-random.ts'
import type { CommandPort } from '../../src/commands/port.ts'
import { AccessLink } from '../../src/link/access-link.ts'
import { LogicLinks } from '../../src/link/logic-links.ts'
import { keepLink } from '../../src/link/keep-link.ts'
import { connectLink } from '../../src/link/unix/connect-link.ts'
import { listenLink } from '../../src/link/unix/listen-link.ts'

/** The commands, as they are seen over a link on a socket of the file system. */
export async function linkedCommands(commands: CommandPort) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-link-'))
  const path = join(folder, 'link.sock')
  const ports = { clock: nodeClock, random: nodeRandom, log: silentLog }
  const registry = { get: () => undefined, ofAccount: () => [], eachConnected() {} }
  const links = new LogicLinks(
    { ...ports, commands, registry, restore: async () => [] },
    { expected: 1, healthy: () => true },
  )
  const listener = await listenLink(path, (stream) => links.attach(stream))
  const link = new AccessLink({ ...ports, node: 'access-1' })
  const kept = keepLink({ ...ports, link, connect: connectLink(path), outdated() {} })
  return {
    link,
    async stop() {
      kept.stop()
      link.close()
      links.close()
      await listener.close()
      rmSync(folder, { recursive: true })
    },
  }
}
