import { createContext, useCallback, useContext, useMemo, useState } from 'react'

export const searchKinds = ['any', 'text', 'picture', 'video', 'voice', 'file', 'place'] as const
export type SearchKind = (typeof searchKinds)[number]
export const searchSpans = ['any', 'day', 'week', 'month', 'year'] as const
export type SearchSpan = (typeof searchSpans)[number]

/** What is looked for. Zero and 'any': no bound. */
export interface SearchQuery {
  text: string
  /** A conversation. */
  within: number
  sender: number
  kind: SearchKind
  span: SearchSpan
}

export interface SearchControl {
  query: SearchQuery
  change(input: Partial<SearchQuery>): void
  end(): void
  /** Looks within one conversation; the field gets the focus. */
  begin(within: number): void
}

export const noQuery: SearchQuery = { text: '', within: 0, sender: 0, kind: 'any', span: 'any' }

export const hasFilters = ({ within, sender, kind, span }: SearchQuery): boolean =>
  within !== 0 || sender !== 0 || kind !== 'any' || span !== 'any'

export const isSearching = (query: SearchQuery): boolean =>
  query.text.trim() !== '' || hasFilters(query)

export const SearchContext = createContext<SearchControl | undefined>(undefined)

export function useSearch(): SearchControl {
  const control = useContext(SearchContext)
  if (control === undefined) throw new Error('No search around this component')
  return control
}

/** What is looked for as long as one is signed in. `focus`: brings the field to the front. */
export function useSearchControl(focus: () => void): SearchControl {
  const [query, setQuery] = useState(noQuery)
  const change = useCallback(
    (input: Partial<SearchQuery>) => setQuery((before) => ({ ...before, ...input })),
    [],
  )
  const end = useCallback(() => setQuery(noQuery), [])
  const begin = useCallback(
    (within: number) => {
      setQuery({ ...noQuery, within })
      focus()
    },
    [focus],
  )
  return useMemo(() => ({ query, change, end, begin }), [query, change, end, begin])
}
