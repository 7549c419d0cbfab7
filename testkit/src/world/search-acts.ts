import { searchOf, type IM } from '@parley/client'
import { seenEntry } from '../recorder/seen-entry.ts'
import { wordOf } from './final-search.ts'
import type { Hands } from './place.ts'
import type { SeededRandom } from './seeded-random.ts'

const names = 0.2
const limit = 20

/** Searches while others talk, for whoever counts. */
export interface SearchFigures {
  asked: number
  answered: number
  /** Answers that said that something may be missing. */
  behind: number
}

export interface Searching {
  random: SeededRandom
  /** Something that somebody said; undefined: nobody has yet. */
  someWord(random: SeededRandom): string | undefined
  figures: SearchFigures
  note(what: string): void
  problem(what: string): void
}

/** Somebody looks for a word. What is found has it: search serves what the log says now (R16.f). */
export function searchSomething(
  { name, im, hands }: { name: string; im: IM; hands: Pick<Hands, 'doing'> },
  { random, someWord, figures, note, problem }: Searching,
): void {
  const isName = random.chance(names)
  const word = someWord(random)
  if (word === undefined) return
  figures.asked += 1
  const end = hands.doing(`searches for ${word}`)
  const asked = isName ? namesAt(im, word) : messagesAt(im, word)
  asked.then(
    ({ found, strange, behind }) => {
      end()
      figures.answered += 1
      if (behind) figures.behind += 1
      note(`${name} has searched for ${word}: ${found} found${behind ? ', behind' : ''}`)
      for (const one of strange) problem(`search: ${name} finds ${one} by ${word}`)
    },
    (fault: { code?: string }) => {
      end()
      // NOTE the threads of search come and go, and so do connections.
      note(`${name} could not search: ${fault.code}`)
    },
  )
}

interface Answer {
  found: number
  /** Places of what does not have the word. */
  strange: string[]
  behind: boolean
}

async function namesAt(im: IM, word: string): Promise<Answer> {
  const found = await searchOf(im).names({ text: word, limit })
  return { found: found.length, strange: [], behind: false }
}

async function messagesAt(im: IM, text: string): Promise<Answer> {
  const { found, behind } = await searchOf(im).messages({ text, limit })
  const strange = found.flatMap(({ conversation, message }) => {
    const word = wordOf(seenEntry(message, conversation)[3])
    const names = message.content.attachments.map(({ name }) => name)
    const has = [word, ...names].join(' ')
    return saysAll(has, text) ? [] : [`${conversation}/${message.seq} (${has})`]
  })
  return { found: found.length, strange, behind }
}

/** NOTE each part of a word is looked for by itself: one may stand in the text, another in the name of a file. */
function saysAll(has: string, text: string): boolean {
  const said = partsOf(has)
  return partsOf(text).every((part) => said.some((one) => one.startsWith(part)))
}

const partsOf = (text: string): string[] => text.split(/[ .]/)
