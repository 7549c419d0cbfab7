import { type FileFacts, filesOf, type IM } from '@parley/client/browser'
import { useEffect, useState } from 'react'
import { useIM } from '../../session/session-context.ts'
import { useObservable } from '../../session/use-observable.ts'
import { useChat } from '../chat-context.ts'

/** What is shown is asked for again when it could not be: after so long, and then always after the last. */
const retryMs = [2_000, 5_000, 15_000] as const

interface Wanted {
  files: Set<number>
  answer: Promise<readonly FileFacts[]>
}

const wanted = new WeakMap<IM, Map<number, Wanted>>()

/** Files that are first looked at in the same moment are asked for together. */
export function factsOf(
  im: IM,
  conversation: number,
  file: number,
): Promise<FileFacts | undefined> {
  const waiting = wanted.get(im) ?? new Map<number, Wanted>()
  wanted.set(im, waiting)
  let batch = waiting.get(conversation)
  if (batch === undefined) {
    const files = new Set<number>()
    const answer = Promise.resolve().then(() => {
      waiting.delete(conversation)
      return filesOf(im).facts([...files], { conversation })
    })
    batch = { files, answer }
    waiting.set(conversation, batch)
  }
  batch.files.add(file)
  return batch.answer.then((all) => all.find((facts) => facts.file === file))
}

/** Facts and addresses of a file; `gone`: it is not there for us. A higher `turn` asks again. */
export function useFileFacts(file: number, turn = 0) {
  const im = useIM()
  const { conversation } = useChat()
  const [facts, setFacts] = useState<FileFacts | 'gone'>()
  const [asks, setAsks] = useState(0)
  useEffect(() => {
    let isOver = false
    let timer = 0
    factsOf(im, conversation.id, file).then(
      (found) => {
        if (!isOver) setFacts(found ?? 'gone')
      },
      () => {
        if (!isOver) timer = window.setTimeout(() => setAsks(asks + 1), delayMs(asks))
      },
    )
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [im, conversation, file, asks, turn])
  return facts
}

/**
 * A picture that did not load is tried again: a few times soon, and when the connection is back. Its address may have
 * ended meanwhile, so that is asked for again too: the `turn`.
 */
export function useRetries() {
  const [failures, setFailures] = useState(0)
  const [isFailed, setFailed] = useState(false)
  const isOnline = useObservable(useIM().connection).name === 'online'
  const isLast = failures > retryMs.length
  useEffect(() => {
    if (!isFailed || isLast) return undefined
    const timer = setTimeout(() => setFailed(false), delayMs(failures - 1))
    return () => clearTimeout(timer)
  }, [isFailed, isLast, failures])
  useEffect(() => {
    if (!isOnline) return
    setFailures(0)
    setFailed(false)
  }, [isOnline])
  const fail = () => {
    setFailures((count) => count + 1)
    setFailed(true)
  }
  return { turn: failures, isFailed, isBroken: isFailed && isLast, fail }
}

const delayMs = (turn: number) => retryMs[Math.min(turn, retryMs.length - 1)] ?? 0
