// `npm run proof|soak|crash|simulate|… -- …` on the pinned Node, from any Node.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, runNode } from '../../terminal/bin/launch.mjs'
import { ensurePackages } from '../../tools/lib/system.mjs'

const mains = {
  soak: 'soak/main.ts',
  crash: 'soak/main.ts',
  simulate: 'simulate.ts',
  planted: 'planted/main.ts',
  hostile: 'hostile/main.ts',
  agree: 'agree/main.ts',
  'power-cut': 'power-cut/main.ts',
  'sync-proof': 'sync-proof/main.ts',
  'bit-flips': 'bit-flips/main.ts',
  storm: 'storm/main.ts',
  netfaults: 'netfaults/main.ts',
  proof: 'proof/main.ts',
}
const [name, ...args] = process.argv.slice(2)
const here = dirname(fileURLToPath(import.meta.url))
const node = findNode(here)
if (node === undefined || !(name in mains)) {
  console.error(
    node === undefined ? 'run npm start or npm test once: dependencies are missing' : `no ${name}`,
  )
  process.exit(1)
}
/** Debian packages, by the program that shows that one is there. */
const needs = {
  'power-cut': {
    'qemu-system-x86_64': 'qemu-system-x86',
    e2fsck: 'e2fsprogs',
    busybox: 'busybox-static',
  },
  'sync-proof': { strace: 'strace' },
  netfaults: { unshare: 'util-linux', ip: 'iproute2', nft: 'nftables' },
}
if (name === 'proof') {
  // NOTE what stays missing it leaves out, and says so.
  for (const packages of Object.values(needs)) ensurePackages(packages)
} else if (!ensurePackages(needs[name] ?? {})) process.exit(1)
// A later option wins.
const defaults = name === 'crash' ? ['--cycles', '100'] : []
const main = join(here, '..', 'src', mains[name])
// NOTE a world makes much that lives shortly: without room for it a fifth of the processor is spent on what is thrown away.
const flags = name === 'simulate' ? ['--max-semi-space-size=64'] : []
const compileCache = join(here, '..', '..', 'node_modules', '.cache', 'parley-compile')
// NOTE what planted bugs are held against are processes of their own, which inherit it.
const options = name === 'simulate' || name === 'planted' ? { compileCache } : {}
process.exitCode = await runNode(node, [...flags, main, ...defaults, ...args], options)
