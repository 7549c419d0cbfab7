import { wire } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { StoredEntry } from '../model.ts'
import type { Found, SearchInput, SearchPage, SearchStore } from '../search-store.ts'
import { isCountable } from './countable.ts'
import { currentText } from './current-text.ts'
import { scanNames } from './scan-names.ts'
import { matches, queryOf, tokensOf } from '../search-text.ts'
import type { ReadTables } from './tables.ts'

interface Place extends Found {
  timeMs: number
}

/** Search by reading everything that the reader may see: for engines that keep little, in simulation and in tests. */
export function scanSearch(tables: ReadTables): SearchStore {
  return {
    find: async (input) => tables.snapshot(() => scan(tables, input)),
    names: async (reader, text, limit) =>
      tables.snapshot(() => scanNames(tables, reader, text, limit)),
    caughtUp: async () => {},
  }
}

function scan(tables: ReadTables, input: SearchInput): SearchPage {
  const { reader, limit, after } = input
  const query = queryOf(input.text)
  if (input.text !== '' && query.length === 0) return { found: [], next: undefined, behind: false }
  const places = tables
    .touchedMemberships({
      ...{ account: reader, since: -1, until: Number.MAX_SAFE_INTEGER },
      ...{ below: undefined, limit: Number.MAX_SAFE_INTEGER },
    })
    .filter(({ conversation }) => (input.conversation ?? conversation) === conversation)
    .flatMap(({ conversation }): Place[] =>
      entriesOf(tables, conversation)
        .filter((entry) => fits(entry, input) && found(tables, conversation, entry, query))
        .map(({ seq, timeMs }) => ({ conversation, seq, timeMs })),
    )
    .toSorted(newestFirst)
  const bound = after === undefined ? undefined : placeOf(after)
  const rest = places.filter((place) => bound === undefined || newestFirst(bound, place) < 0)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return {
    found: page.map(({ conversation, seq }) => ({ conversation, seq })),
    next: last === undefined || rest.length <= limit ? undefined : textOf(last),
    behind: false,
  }
}

function entriesOf(tables: ReadTables, conversation: number): StoredEntry[] {
  const toSeq = tables.conversation(conversation)?.headSeq ?? 0
  return tables.entries({ conversation, fromSeq: 1, toSeq, limit: toSeq, descending: false })
}

function fits(entry: StoredEntry, { sender, kinds, fromMs, toMs }: SearchInput): boolean {
  if (!isCountable(entry.kind) || entry.state === wire.EntryState.ENTRY_STATE_ERASED) return false
  if (sender !== undefined && entry.sender !== sender) return false
  if (kinds.length > 0 && !kinds.includes(entry.kind)) return false
  return entry.timeMs >= fromMs && entry.timeMs < toMs
}

function found(
  tables: ReadTables,
  conversation: number,
  entry: StoredEntry,
  query: ReturnType<typeof queryOf>,
): boolean {
  const text = currentText(tables, conversation, entry)
  return text !== undefined && matches(tokensOf(text), query)
}

const newestFirst = (a: Place, b: Place): number =>
  b.timeMs - a.timeMs || b.conversation - a.conversation || b.seq - a.seq

const textOf = ({ timeMs, conversation, seq }: Place): string => [timeMs, conversation, seq].join()

function placeOf(text: string): Place {
  const [timeMs, conversation, seq, ...rest] = text.split(',').map(Number)
  const numbers = [timeMs, conversation, seq]
  if (rest.length > 0 || !numbers.every((one) => Number.isSafeInteger(one)))
    throw new Refusal('BAD_REQUEST', 'page is none of ours')
  return { timeMs: timeMs ?? 0, conversation: conversation ?? 0, seq: seq ?? 0 }
}
