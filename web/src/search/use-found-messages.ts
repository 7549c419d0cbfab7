import {
  type FoundMessage,
  type IM,
  type MessageSearchInput,
  searchOf,
} from '@parley/client/browser'
import { useEffect, useRef, useState } from 'react'
import { useIM } from '../session/session-context.ts'
import type { SearchKind, SearchQuery, SearchSpan } from './search-context.ts'

/** People type faster than answers are worth asking for. */
const pauseMs = 220
/** The index is a moment behind: what was just said is asked for again, so often. */
const behindMs = 1_500
const behindRounds = 4
const pageSize = 30
const dayMs = 86_400_000

/** EntryKind of the protocol. */
const kinds: Readonly<Record<SearchKind, readonly number[]>> = {
  any: [],
  text: [1],
  picture: [2],
  voice: [3],
  video: [4],
  file: [5],
  place: [6],
}
const spans: Readonly<Record<SearchSpan, number>> = {
  any: 0,
  day: dayMs,
  week: 7 * dayMs,
  month: 30 * dayMs,
  year: 365 * dayMs,
}

export interface FoundMessages {
  readonly state: 'none' | 'loading' | 'ready' | 'failed'
  readonly found: readonly FoundMessage[]
  readonly next: Uint8Array | undefined
  readonly error: unknown
  readonly isPaging: boolean
}

const nothing: FoundMessages = {
  state: 'none',
  found: [],
  next: undefined,
  error: undefined,
  isPaging: false,
}

/** The messages that answer a query, page by page. A newer query takes the place of one that is under way. */
export function useFoundMessages(query: SearchQuery) {
  const im = useIM()
  const [messages, setMessages] = useState(nothing)
  const [attempt, setAttempt] = useState(0)
  const input = inputOf(query)
  const key = input === undefined ? '' : JSON.stringify(query)
  const asked = useRef({ key: '', input })
  asked.current = { key, input }

  useEffect(() => {
    const { current } = asked
    if (current.input === undefined) {
      setMessages(nothing)
      return undefined
    }
    setMessages((before) => ({ ...before, state: 'loading', isPaging: false }))
    const abort = new AbortController()
    const timer = setTimeout(() => {
      if (current.input !== undefined) void ask(im, current.input, abort.signal, setMessages)
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [im, key, attempt])

  const more = async () => {
    const { next, isPaging } = messages
    const { input: wanted, key: before } = asked.current
    if (next === undefined || isPaging || wanted === undefined) return
    setMessages({ ...messages, isPaging: true })
    const done = (change: (shown: FoundMessages) => Partial<FoundMessages>) =>
      setMessages((shown) =>
        asked.current.key === before ? { ...shown, isPaging: false, ...change(shown) } : shown,
      )
    try {
      const page = await searchOf(im).messages({ ...wanted, page: next })
      done((shown) => ({ found: [...shown.found, ...page.found], next: page.next }))
    } catch {
      // The button stays: it can be pressed again.
      done(() => ({}))
    }
  }
  return { messages, more, retry: () => setAttempt((count) => count + 1) }
}

/** Undefined: there is nothing to ask for. Without words the server looks within one conversation only. */
function inputOf({ text, within, sender, kind, span }: SearchQuery) {
  const words = text.trim()
  if (words === '' && within === 0) return undefined
  return {
    text: words,
    ...(within === 0 ? {} : { within }),
    ...(sender === 0 ? {} : { sender }),
    ...(kind === 'any' ? {} : { kinds: kinds[kind] }),
    ...(span === 'any' ? {} : { fromMs: Date.now() - spans[span] }),
    limit: pageSize,
  } satisfies MessageSearchInput
}

async function ask(
  im: IM,
  input: MessageSearchInput,
  signal: AbortSignal,
  show: (messages: FoundMessages) => void,
): Promise<void> {
  try {
    for (let round = 0; ; round += 1) {
      const page = await searchOf(im).messages({ ...input, signal })
      if (signal.aborted) return
      const isLate = page.behind && round < behindRounds
      const state = isLate && page.found.length === 0 ? 'loading' : 'ready'
      show({ ...nothing, state, found: page.found, next: page.next })
      if (!isLate) return
      await pause(behindMs, signal)
    }
  } catch (error) {
    if (!signal.aborted) show({ ...nothing, state: 'failed', error })
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((done, fail) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      fail(signal.reason as Error)
    })
  })
