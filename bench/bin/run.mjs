// `npm run bench -- …` on the pinned Node, from any Node.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, runNode } from '../../terminal/bin/launch.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const node = findNode(here)
if (node === undefined) {
  console.error('run npm start or npm test once: dependencies are missing')
  process.exit(1)
}
process.exitCode = await runNode(node, [join(here, '..', 'main.ts'), ...process.argv.slice(2)])
