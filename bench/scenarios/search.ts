import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SearchIndex, type Document } from '../../server/src/data/sqlite/search/search-index.ts'
import { SearchFinder } from '../../server/src/data/sqlite/search/search-finder.ts'
import { entriesPerStep } from '../../server/src/data/sqlite/search/search-follower.ts'
import { openNodeDriver } from '../../server/src/data/sqlite/thread/node-driver.ts'
import type { Bench } from '../lab/bench.ts'

const entriesOf = { quick: 200_000, full: 1_000_000 }
const accounts = 20_000
/** Each account talks with so many others, and is in so many groups. */
const partners = 50
const groupsEach = 20
const groups = 2_000
const questions = 2_000
const startMs = 1_760_000_000_000

/** The index alone, in this process: what a question costs over many messages, a million with `--full`, and what taking one up costs. */
export async function search(bench: Bench): Promise<void> {
  const entries = bench.full ? entriesOf.full : entriesOf.quick
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-search-'))
  try {
    const path = join(folder, 'search.db')
    const index = new SearchIndex(openNodeDriver(path), new Uint8Array(16))
    const random = sequence(58)
    const words = vocabulary(random)
    const count = entries.toLocaleString('en')
    bench.say(`taking up ${count} messages`)
    const cpu = process.threadCpuUsage()
    for (let from = 0; from < entries; from += entriesPerStep) {
      index.transaction(() => {
        for (let at = from; at < from + entriesPerStep; at += 1)
          index.put(documentAt(at, random, words))
      })
      while (index.mergeSome());
    }
    const { user, system } = process.threadCpuUsage(cpu)
    const each = (user + system) / entries
    bench.cpuFigure('search', `CPU per message taken up, ${count}`, each, { must: 30, aim: 25 })
    const bytes = statSync(path).size / entries
    bench.figure({ scenario: 'search', name: 'index bytes per message', value: bytes, unit: 'B' })
    const finder = new SearchFinder(openNodeDriver(path, { readOnly: true }))
    for (const [name, text] of kinds(random, words)) ask(bench, finder, random, name, text)
    finder.close()
    index.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function ask(
  bench: Bench,
  finder: SearchFinder,
  random: Random,
  name: string,
  text: () => string,
): void {
  const times: number[] = []
  const spent: number[] = []
  let found = 0
  for (let count = 0; count < questions; count += 1) {
    const reader = 1 + random(accounts)
    const conversations = Array.from({ length: groupsEach }, (_, at) => groupOf(reader, at))
    const input = {
      ...{ reader, text: text(), conversation: undefined, sender: undefined, kinds: [] },
      ...{ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, after: undefined, limit: 20 },
    }
    const began = performance.now()
    const cpu = process.threadCpuUsage()
    found += finder.find(input, { conversations }).found.length
    const { user, system } = process.threadCpuUsage(cpu)
    spent.push((user + system) / 1_000)
    times.push(performance.now() - began)
  }
  const at = (share: number, of = times) =>
    of.toSorted((a, b) => a - b)[Math.floor(of.length * share)] ?? 0
  const target = { must: 50, aim: 10 }
  const what = `${name}, ${(found / questions).toFixed(1)} found`
  bench.figure({ scenario: 'search', name: `p50, ${what}`, value: at(0.5), unit: 'ms' })
  bench.figure({ scenario: 'search', name: `p99, ${what}`, value: at(0.99), unit: 'ms', target })
  // NOTE what others do on the machine makes a question wait, but costs it nothing.
  const name99 = `p99 of CPU, ${what}`
  bench.figure({ scenario: 'search', name: name99, value: at(0.99, spent), unit: 'ms', target })
}

/** What people look for: a word, two characters that stand in very many messages, a phrase, the beginning of a word. */
function kinds(random: Random, words: Words): [string, () => string][] {
  const word = () => words.latin[skewed(random, words.latin.length)] ?? ''
  const phrase = (length: number) => {
    const from = skewed(random, words.chinese.length - length)
    return words.chinese.slice(from, from + length).join('')
  }
  return [
    ['two characters', () => phrase(1)],
    ['a phrase', () => phrase(3)],
    ['a word', word],
    ['a beginning', () => word().slice(0, 2)],
    ['the most frequent characters', () => words.chinese[0] ?? ''],
  ]
}

function documentAt(at: number, random: Random, words: Words): Document {
  const sender = 1 + random(accounts)
  const isGroup = random(4) === 0
  const other = 1 + ((sender + random(partners) * 97) % accounts)
  const [low, high] = sender < other ? [sender, other] : [other, sender]
  const conversation = isGroup ? groupOf(sender, random(groupsEach)) : 10_000 + low * 50_000 + high
  return {
    ...{ conversation, seq: at + 1, sender, kind: 1, timeMs: startMs + at * 80 },
    accounts: isGroup ? [] : [low, high],
    text: textOf(random, words),
  }
}

const groupOf = (account: number, at: number): number => 1 + ((account * 31 + at * 89) % groups)

function textOf(random: Random, words: Words): string {
  const chinese = Array.from(
    { length: 4 + random(8) },
    () => words.chinese[skewed(random, words.chinese.length)],
  ).join('')
  if (random(3) > 0) return chinese
  const latin = Array.from(
    { length: 1 + random(4) },
    () => words.latin[skewed(random, words.latin.length)],
  ).join(' ')
  return `${chinese} ${latin}`
}

interface Words {
  chinese: string[]
  latin: string[]
}

function vocabulary(random: Random): Words {
  const character = () => String.fromCharCode(0x4e00 + skewed(random, 3_500))
  const letter = () => String.fromCharCode(97 + random(26))
  return {
    chinese: Array.from({ length: 20_000 }, () => character() + character()),
    latin: Array.from({ length: 20_000 }, () =>
      Array.from({ length: 3 + random(7) }, letter).join(''),
    ),
  }
}

/** Few things are said often, many seldom. */
function skewed(random: Random, below: number): number {
  return Math.floor(below * (random(1_000_000) / 1_000_000) ** 3)
}

type Random = (below: number) => number

function sequence(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
