import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Files of public/ that the shell needs offline. */
const shellFiles = ['theme.js', 'icon.svg', 'manifest.webmanifest']
const template = join(import.meta.dirname, 'service-worker-template.js')

/** Writes sw.js, which knows the names of what it keeps. The same sources give the same bytes. */
export function serviceWorker(): Plugin {
  return {
    name: 'parley-service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const made = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/') && !name.endsWith('.map'))
        .map((name) => `/${name}`)
      const kept = ['/', ...shellFiles.map((name) => `/${name}`), ...made].toSorted()
      const source = readFileSync(template, 'utf8')
      const version = createHash('sha256')
        .update(JSON.stringify(kept))
        .update(source)
        .digest('hex')
        .slice(0, 12)
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: source
          .replace("'__VERSION__'", JSON.stringify(version))
          .replace("['__KEPT__']", JSON.stringify(kept)),
      })
    },
  }
}
