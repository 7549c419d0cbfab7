// Who imports whom, as far as a regular expression can see.
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import { filesBelow, root } from './root.mjs'

/** `to` is a path from the root for a relative import, else the name as written. */
export interface Edge {
  from: string
  to: string
}

export const text = (file: string) => readFileSync(join(root, file), 'utf8')

export const sourcesBelow = (folder: string): string[] =>
  filesBelow(folder).filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file) && !file.includes('/gen/'))

/** Tests, the behaviour suites that they run, and their helpers: these may name what they test. */
export const isTest = (file: string) =>
  /\.(test|contract)\.tsx?$/.test(file) || /\/(test|testing)\//.test(file)

// Static, re-exported, for its effect, dynamic, and the file of a worker.
const imports = /\b(?:from|import|import\(|new URL\()\s*'([^'\n]+)'/g

export const edgesOf = (files: string[]): Edge[] =>
  files.flatMap((from) =>
    [...text(from).matchAll(imports)].map(([, to]) => ({
      from,
      to: to!.startsWith('.') ? normalize(join(dirname(from), to!)) : to!,
    })),
  )

export const list = (edges: Edge[]) => edges.map(({ from, to }) => `${from} -> ${to}`)
