import { scheduledOf } from '@parley/client'
import { uuidToText, uuidV7Minter } from '@parley/protocol'
import { digestOf } from '../recorder/seen-entry.ts'
import { quietly, type Place } from './place.ts'

const ahead = { low: 500, high: 20_000 }

/** Hands the server something to send later, or thinks otherwise of what waits. */
export function sayLater(place: Place): void {
  const waiting = scheduledOf(place.im).all.getSnapshot()
  if (waiting.length > 0 && place.random.chance(0.5)) thinkOtherwise(place)
  else schedule(place)
}

function schedule({ im, conversation, peer, random, recorder, board, word }: Place): void {
  const { timeMs } = conversation.summary.getSnapshot()
  if (timeMs === 0) return
  const text = word()
  const mint = uuidV7Minter({ nowMs: () => timeMs, fill: (bytes) => random.fill(bytes) })
  const id = uuidToText(mint())
  const to = peer === undefined ? { conversation: conversation.id } : { to: peer }
  recorder.handOver(id, { digest: digestOf(text), ...to })
  const atMs = timeMs + random.between(ahead.low, ahead.high)
  const input = { text, clientId: id, atMs: Math.round(atMs) }
  const account = im.me?.account ?? 0
  const asked = scheduledOf(im).schedule(conversation, input)
  quietly(
    recorder.handedOver(id, asked).then((isKept) => void (isKept && board.kept.set(id, account))),
  )
}

function thinkOtherwise({ im, random, recorder, board }: Place): void {
  const scheduled = scheduledOf(im)
  const { id, atMs } = random.pick(scheduled.all.getSnapshot())
  const acts: readonly (readonly [number, () => void])[] = [
    [2, () => quietly(scheduled.reschedule(id, atMs + ahead.low))],
    [2, () => recorder.sentNow(id, scheduled.sendNow(id))],
    [
      3,
      () => {
        // NOTE from here on nobody counts on it.
        board.kept.delete(id)
        recorder.cancelled(id, scheduled.cancel(id))
      },
    ],
  ]
  random.weighted(acts)()
}
