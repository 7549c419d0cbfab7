// What our pages name exists.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { root } from './lib/root.mjs'

const pages = ['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', 'ROADMAP.md', 'docs/**/*.md']
const texts = globSync(pages, { cwd: root }).map((page) => ({
  page,
  text: readFileSync(join(root, page), 'utf8'),
}))

const missing = (named: { page: string; path: string }[]) =>
  named.filter(({ path }) => !existsSync(path)).map(({ page, path }) => `${page}: ${path}`)

test('every link to a file leads to one', () => {
  const links = texts.flatMap(({ page, text }) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => ({
      page,
      path: join(root, dirname(page), link),
    })),
  )
  assert.ok(links.length > 20)
  assert.deepEqual(missing(links), [])
})

test('every path on the map is there', () => {
  const page = 'ARCHITECTURE.md'
  const text = readFileSync(join(root, page), 'utf8')
  const places = [
    '',
    'server/src',
    'server/src/access/connection',
    'server/src/commands',
    'protocol/src',
  ]
  const paths = [...text.matchAll(/`([\w./-]+(?:\/|\.ts|\.proto|\.mjs))`/g)].map(
    ([, path = '']) => path,
  )
  const lost = paths.filter((path) => !places.some((place) => existsSync(join(root, place, path))))
  assert.ok(paths.length > 30)
  // Named in the sentence about their folder.
  const inSentence = ['send.ts', 'apply-batch.ts', 'websocket/', 'http/', 'access/']
  assert.deepEqual(
    lost.filter((path) => !inSentence.includes(path)),
    [],
  )
})
