import {
  createElement as h,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { Box, Text, useApp, useInput, usePaste, useWindowSize } from 'ink'
import {
  groupsOf,
  IMError,
  type Conversation,
  type ConversationSummary,
  type IM,
  type IMState,
} from '@parley/client/node'
import type { ChatText } from './chat-text.ts'
import { conversationPane, listColumns, nameOf } from './conversation-pane.ts'
import { edited, emptyLine, first, type EditLine } from './edit-line.ts'
import { messagePane } from './message-pane.ts'
import { messageRows } from './message-rows.ts'
import { emptyHistory, looked, remembered } from './sent-history.ts'
import { useObservable } from './use-observable.ts'

/** Below this the list gives its place to the messages. */
const listFromColumns = 60
/** Composer, hint and the head of a conversation. */
const chromeRows = 5
const groupPrefix = 'group:'
/** Rows that stay in sight when a page is turned. */
const overlapRows = 2

interface ChatScreenProps {
  im: IM
  text: ChatText
  /** What --to names: a handle, or group: and a group. */
  to: string | undefined
}

export function ChatScreen({ im, text, to }: ChatScreenProps): ReactNode {
  const { columns, rows } = useWindowSize()
  const { exit } = useApp()
  const summaries = useObservable(im.conversations)
  const state = useObservable(im.connection)
  const [current, setCurrent] = useState<Conversation>()
  const [line, setLine] = useState<EditLine>(emptyLine)
  const [back, setBack] = useState(0)
  const [notice, setNotice] = useState('')
  const [history, setHistory] = useState(emptyHistory)
  usePresence(
    im,
    summaries.map(({ peer }) => peer),
  )

  const show = useCallback((next: Conversation) => {
    setCurrent(next)
    setBack(0)
    setNotice('')
    void next.open().catch(() => {})
  }, [])
  const find = useCallback(
    (handle: string) => {
      if (handle.startsWith(groupPrefix)) {
        const group = groupNamed(im, handle.slice(groupPrefix.length))
        if (group !== undefined) show(open(im, group))
        else setNotice(`${text.unknownGroup} ${handle.slice(groupPrefix.length)}`)
        return
      }
      im.find(handle).then(
        ({ account }) => show(im.conversation({ account })),
        (thrown: unknown) => setNotice(failure(thrown, `${text.unknownHandle} ${handle}`)),
      )
    },
    [im, show, text],
  )
  useEffect(() => {
    if (to !== undefined && state.name === 'online' && current === undefined) find(to)
  }, [to, state.name, current, find])
  const newest = summaries[0]
  useEffect(() => {
    if (current === undefined && to === undefined && newest !== undefined) show(open(im, newest))
  }, [current, to, newest, im, show])

  const step = (by: number) => {
    const at = summaries.findIndex(({ key }) => key === current?.key)
    const next = summaries[(at + by + summaries.length) % summaries.length]
    if (next !== undefined) show(open(im, next))
  }
  const submit = (written: EditLine) => {
    const said = (written.before + written.after).trim()
    im.wake()
    setLine(emptyLine)
    if (said !== '') setHistory((former) => remembered(former, said))
    const wanted = /^\/to\s+(\S.*)$/.exec(said)?.[1]
    if (wanted !== undefined) return find(wanted)
    if (said === '' || current === undefined) return
    try {
      current.send({ text: said })
      current.typing(false)
      setBack(0)
    } catch (thrown) {
      setNotice(failure(thrown, text.failed))
    }
  }
  const look = (by: 1 | -1) => {
    const found = looked(history, line, by)
    if (found === undefined) return
    setHistory(found.history)
    setLine(found.line)
  }
  const height = Math.max(1, rows - chromeRows)
  const page = Math.max(1, height - overlapRows)
  usePaste((pasted) => {
    setLine((former) => edited(former, { input: pasted }))
    current?.typing()
  })
  useInput((input, key) => {
    if (key.ctrl && input === 'c') return exit()
    if (key.escape) return setBack(0)
    if (key.return && key.meta) return setLine((former) => edited(former, { input: '\n' }))
    if (key.return) return submit(line)
    if (key.tab) return step(key.shift ? -1 : 1)
    if (key.ctrl && (input === 'n' || input === 'p')) return step(input === 'n' ? 1 : -1)
    if (key.upArrow || key.downArrow) return look(key.upArrow ? 1 : -1)
    if (key.pageUp) {
      setBack((former) => former + page)
      return void current?.older().catch(() => {})
    }
    if (key.pageDown) return setBack((former) => Math.max(0, former - page))
    setNotice('')
    // NOTE keys that come fast, or through a slow line, come together.
    if (/[\r\n]$/.test(input)) return submit(edited(line, { input: input.slice(0, -1) }))
    setLine((former) => edited(former, { ...key, input }))
    if (!key.ctrl && input !== '') current?.typing()
  })

  const isWide = columns >= listFromColumns
  const talkColumns = (isWide ? columns - listColumns : columns) - 1
  const list = conversationPane({
    summaries,
    current: current?.key,
    isOnline: (account) => im.presence(account)?.online === true,
    rows: rows - 3,
    text,
  })
  const pane =
    current === undefined
      ? h(Box, { flexGrow: 1, paddingLeft: 1 }, h(Text, { dimColor: true }, text.empty))
      : h(Talk, {
          key: current.key,
          im,
          conversation: current,
          back,
          setBack,
          text,
          height,
          columns: talkColumns,
        })
  const body = h(Box, { flexGrow: 1, overflow: 'hidden' }, isWide ? list : null, pane)
  return h(
    Box,
    { flexDirection: 'column', width: columns, height: rows },
    body,
    h(
      Text,
      {
        wrap: 'truncate',
        ...(bannerOf(state, text) === '' ? { dimColor: true } : { color: 'yellow' }),
      },
      notice || bannerOf(state, text) || text.keys,
    ),
    composer(line, columns),
  )
}

interface TalkProps {
  im: IM
  conversation: Conversation
  back: number
  setBack(back: number): void
  text: ChatText
  height: number
  columns: number
}

/** One conversation: its head, its messages, who types. */
function Talk({ im, conversation, back, setBack, text, height, columns }: TalkProps): ReactNode {
  const window = useObservable(conversation.window)
  const summary = useObservable(conversation.summary)
  const { peerDelivered, peerRead } = summary
  const group = summary.group === undefined ? undefined : summary.id
  const names = useNames(im, group)
  const rows = useMemo(() => {
    const seen = { peerDelivered, peerRead, nowMs: Date.now(), nameOf: names }
    return messageRows(window.messages, seen, { columns, text })
  }, [window.messages, peerDelivered, peerRead, text, columns, names])
  const newest = window.messages.findLast(({ seq }) => seq > 0)?.seq ?? 0
  useEffect(() => {
    if (back === 0 && newest > 0) conversation.markRead(newest)
  }, [back, newest, conversation])
  // NOTE no further than until the first row stands at the top; what is older comes meanwhile.
  const most = Math.max(0, rows.length - height)
  useEffect(() => {
    if (back > most) setBack(most)
  }, [back, most, setBack])
  const isOnline = im.presence(summary.peer)?.online === true
  const size = summary.group === undefined ? '' : `${summary.group.members} ${text.members}`
  const status =
    summary.typing.length > 0 ? text.typing : isOnline ? text.online : back > 0 ? text.more : size
  const title = h(
    Text,
    { wrap: 'truncate' },
    h(Text, { bold: true }, nameOf(summary)),
    h(Text, { color: 'green' }, `  ${status}`),
  )
  return h(
    Box,
    {
      flexDirection: 'column',
      flexGrow: 1,
      flexBasis: 0,
      minWidth: 20,
      paddingLeft: 1,
      overflow: 'hidden',
    },
    h(Box, { flexShrink: 0, height: 1 }, title),
    messagePane({
      rows,
      height,
      back: Math.min(back, most),
      empty: window.ready ? text.nothing : '',
    }),
  )
}

function composer({ before, after }: EditLine, columns: number): ReactNode {
  const under = first(after)
  const cursor = h(Text, { inverse: true }, under === '' ? ' ' : under)
  return h(
    Box,
    { borderStyle: 'round', borderDimColor: true, width: columns, flexShrink: 0 },
    h(
      Text,
      { wrap: 'truncate-start' },
      '› ',
      visible(before),
      cursor,
      visible(after.slice(under.length)),
    ),
  )
}

/** Ends of lines in the one line of the composer. */
const visible = (text: string) => text.replaceAll('\n', '⏎')

function usePresence(im: IM, peers: readonly number[]): void {
  const [, again] = useState(0)
  const wanted = peers.join(',')
  useEffect(
    () => im.watchPresence(wanted === '' ? [] : wanted.split(',').map(Number)),
    [im, wanted],
  )
  useEffect(() => im.on('presenceChanged', () => again((times) => times + 1)), [im])
}

/** What others are called in a group; a new function when that has changed. Undefined: it is no group. */
function useNames(im: IM, group: number | undefined): ((account: number) => string) | undefined {
  const [times, again] = useState(0)
  useEffect(() => {
    if (group === undefined) return undefined
    const changed = () => again((former) => former + 1)
    const removers = [im.on('profileChanged', changed), groupsOf(im).on('changed', changed)]
    return () => removers.forEach((remove) => remove())
  }, [im, group])
  return useMemo(() => {
    if (group === undefined) return undefined
    void times
    return (account: number) => {
      const profile = im.profile(account)
      const nickname = groupsOf(im).member(group, account)?.nickname
      return nickname || profile?.displayName || profile?.handle || `#${account}`
    }
  }, [im, group, times])
}

/** By its id, its name or our remark for it. */
function groupNamed(im: IM, name: string): ConversationSummary | undefined {
  return im.conversations
    .getSnapshot()
    .find(
      ({ id, group }) =>
        group !== undefined &&
        (String(id) === name || group.remark === name || group.name === name),
    )
}

function open(im: IM, summary: { id: number; peer: number }): Conversation {
  return im.conversation(summary.peer > 0 ? { account: summary.peer } : summary.id)
}

function bannerOf({ name }: IMState, text: ChatText): string {
  if (name === 'connecting' || name === 'syncing') return text.connecting
  if (name === 'offline') return text.offline
  if (name === 'signedOut') return text.signedOut
  return name === 'kicked' ? text.kicked : ''
}

function failure(thrown: unknown, fallback: string): string {
  return thrown instanceof IMError && thrown.code !== 'NOT_FOUND'
    ? `${thrown.message} (${thrown.code})`
    : fallback
}
