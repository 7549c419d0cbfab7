import { searchOf, type IM } from '@parley/client'
import type { Line, Name, SeenEntry } from '../checker/history.ts'
import { seenEntry } from '../recorder/seen-entry.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Words that each account looks for: of what it read, and of what anybody ever said. */
const wordsOfEach = 3
/** A word finds those that begin with it, too: pages that are looked through for it. */
const pagesMax = 20
const limit = 100
/** How often a search is asked again while its index is behind, and after how long. */
const behindTriesMax = 10
const behindMs = 1_000

/** When all is at rest: a search finds what its account reads, as it reads it, and nothing else (R16.f, R10, R3.h). */
export class FinalSearch {
  readonly #random: SeededRandom
  readonly #wait: (ms: number) => Promise<void>
  readonly #accounts = new Map<Name, number>()
  /** Ever said, by whomever, taken back or not. */
  readonly #words = new Set<string>()
  /** By account: where its last reading has a word. */
  readonly #read = new Map<number, Map<string, Set<string>>>()
  /** By place: the word of its newest version that anybody read. Who does not see that version finds it by no other. */
  readonly #newest = new Map<string, { changed: number; word: string }>()
  /** Places of what burnt: after its last reading, perhaps. */
  readonly #burnt = new Set<string>()
  /** Places of what was shown since the last readings began: what was for later may come after them. */
  readonly #late = new Set<string>()
  #isFinal = false

  constructor(random: SeededRandom, wait: (ms: number) => Promise<void>) {
    this.#random = random
    this.#wait = wait
  }

  take(line: Line): void {
    if (line.event === 'device') this.#accounts.set(line.device, Number(line.account))
    if (line.event === 'burnt') this.#burnt.add(`${line.conversation}/${line.ref}`)
    if (line.event === 'quiet') this.#isFinal = true
    if (line.event === 'send') this.#said(wordOf(line.digest))
    if (line.event === 'shown' && this.#isFinal)
      for (const [seq] of line.entries) this.#late.add(`${line.conversation}/${seq}`)
    if (line.event !== 'pull' || !this.#isFinal) return
    const account = this.#accounts.get(line.device) ?? 0
    const words = this.#read.get(account) ?? new Map<string, Set<string>>()
    this.#read.set(account, words)
    for (const entry of line.entries) {
      note(words, entry, Number(line.conversation))
      this.#version(`${line.conversation}/${entry[0]}`, entry)
    }
  }

  #version(place: string, [seq, , , digest, changed = seq]: SeenEntry): void {
    const known = this.#newest.get(place)
    if (known === undefined || known.changed < changed)
      this.#newest.set(place, { changed, word: wordOf(digest) })
  }

  #said(word: string): void {
    if (word !== '') this.#words.add(word)
  }

  /** That anybody said. */
  someWord(random: SeededRandom): string | undefined {
    return this.#words.size === 0 ? undefined : random.pick([...this.#words])
  }

  /** @returns what is found and should not be, or the other way, as sentences. */
  async problems(name: string, account: number, im: IM): Promise<string[]> {
    const read = this.#read.get(account) ?? new Map<string, Set<string>>()
    const some = [[...read.keys()], [...this.#words]].flatMap((words) =>
      words.length === 0 ? [] : Array.from({ length: wordsOfEach }, () => this.#random.pick(words)),
    )
    const problems: string[] = []
    for (const word of new Set(some)) {
      const all = await places(im, word, this.#wait)
      const found = all.filter((place) => this.#newest.has(place) || !this.#late.has(place))
      const due = [...(read.get(word) ?? [])]
        .filter((place) => this.#newest.get(place)?.word === word && !this.#burnt.has(place))
        .toSorted()
      if (found.join() !== due.join())
        problems.push(`search: ${name} finds ${word} at [${found}], it reads it at [${due}]`)
    }
    return problems
  }
}

/** Where a search finds a word as the first one of a message. */
async function places(
  im: IM,
  word: string,
  wait: (ms: number) => Promise<void>,
): Promise<string[]> {
  // NOTE what burns may come due at any moment, and the index follows within a second.
  for (let tries = 0; tries < behindTriesMax; tries += 1) {
    const found = await placesNow(im, word)
    if (found !== undefined) return [...found].toSorted()
    await wait(behindMs)
  }
  throw new Error('the index is behind, although nothing happens any more')
}

/** Undefined: the index is behind. */
async function placesNow(im: IM, word: string): Promise<Set<string> | undefined> {
  const found = new Set<string>()
  let page: Uint8Array | undefined
  for (let pages = 0; pages < pagesMax; pages += 1) {
    const asked = page === undefined ? {} : { page }
    const answer = await searchOf(im).messages({ text: word, limit, ...asked })
    if (answer.behind) return undefined
    for (const { conversation, message } of answer.found)
      if (wordOf(seenEntry(message, conversation)[3]) === word)
        found.add(`${conversation}/${message.seq}`)
    page = answer.next
    if (page === undefined) return found
  }
  throw new Error(`a search for ${word} has no end`)
}

function note(words: Map<string, Set<string>>, [seq, , , digest]: SeenEntry, id: number): void {
  const word = wordOf(digest)
  if (word === '') return
  words.set(word, (words.get(word) ?? new Set()).add(`${id}/${seq}`))
}

/** Empty: no text of a person. */
export const wordOf = (digest: string): string => /^(d\d+\.\d+):\d+$/.exec(digest)?.[1] ?? ''
