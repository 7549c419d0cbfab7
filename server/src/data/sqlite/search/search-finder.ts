import { Refusal } from '../../../base/refusal.ts'
import type { ConversationId } from '../../model.ts'
import { queryOf, type QueryPart } from '../../search-text.ts'
import type { Found, SearchInput, SearchPage } from '../../search-store.ts'
import type { Driver, Statement } from '../driver.ts'
import { whole } from '../whole.ts'
import { documentsPerMs, indexCacheBytes } from './search-index.ts'

/** What may be found: by the direct conversations of `reader`, and in the `conversations` beside them. */
export interface SearchScope {
  conversations: readonly ConversationId[]
}

/** Questions to an index that a SearchIndex has made, over a connection of its own, which may be one that only reads. */
export class SearchFinder {
  readonly #driver: Driver
  #find: Statement | undefined

  constructor(driver: Driver) {
    this.#driver = driver
    driver.exec(`PRAGMA cache_size = -${indexCacheBytes / 1_024}`)
  }

  /** As of the last transaction of the index. @throws DriverFault, Refusal BAD_REQUEST */
  find(input: SearchInput, scope: SearchScope): Omit<SearchPage, 'behind'> {
    const match = matchOf(input, scope)
    if (match === undefined) return { found: [], next: undefined }
    const above = Math.max(0, input.fromMs) * documentsPerMs
    const below = Math.min(belowOf(input.after), Math.min(input.toMs, 2 ** 41) * documentsPerMs)
    this.#find ??= this.#driver.prepare(findWords)
    const rows = this.#find.all(match, below, above, input.limit + 1)
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return {
      found: page.map((row): Found => ({
        conversation: row.conversation as number,
        seq: row.seq as number,
      })),
      next: rows.length > page.length ? String(last?.id) : undefined,
    }
  }

  close(): void {
    this.#driver.close()
  }
}

const findWords = `SELECT d.id AS id, d.conversation AS conversation, d.seq AS seq
  FROM (SELECT rowid FROM words WHERE words MATCH ? AND rowid < ${whole} AND rowid >= ${whole}
    ORDER BY rowid DESC LIMIT ${whole}) AS w
  JOIN document AS d ON d.id = w.rowid ORDER BY d.id DESC`

/** The question in the language of FTS5; undefined: nothing can be found. Tokens are letters and digits, and quoted. */
function matchOf(input: SearchInput, scope: SearchScope): string | undefined {
  const { text, reader, conversation, sender, kinds } = input
  const words = queryOf(text)
  if (text !== '' && words.length === 0) return undefined
  const places =
    conversation === undefined
      ? [`a${reader}`, ...scope.conversations.map((id) => `c${id}`)]
      : [`c${conversation}`]
  const filters = [
    places,
    sender === undefined ? [] : [`s${sender}`],
    kinds.map((kind) => `k${kind}`),
  ].filter((choices) => choices.length > 0)
  return [
    ...words.map((part) => `text : ${phraseOf(part)}`),
    ...filters.map((choices) => `scope : (${choices.map(quoted).join(' OR ')})`),
  ].join(' AND ')
}

const phraseOf = ({ tokens, isPrefix }: QueryPart): string =>
  quoted(tokens.join(' ')) + (isPrefix ? ' *' : '')

const quoted = (text: string): string => `"${text}"`

function belowOf(after: string | undefined): number {
  if (after === undefined) return Number.MAX_SAFE_INTEGER
  const id = Number(after)
  if (!Number.isSafeInteger(id) || id < 0) throw new Refusal('BAD_REQUEST', 'page is none of ours')
  return id
}
