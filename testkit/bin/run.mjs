// `npm run soak|crash|simulate|planted|hostile|agree -- …` on the pinned Node, from any Node.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, runNode } from '../../terminal/bin/launch.mjs'

const mains = {
  soak: 'soak/main.ts',
  crash: 'soak/main.ts',
  simulate: 'simulate.ts',
  planted: 'planted/main.ts',
  hostile: 'hostile/main.ts',
  agree: 'agree/main.ts',
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
// A later option wins.
const defaults = name === 'crash' ? ['--cycles', '100'] : []
process.exitCode = await runNode(node, [join(here, '..', 'src', mains[name]), ...defaults, ...args])
