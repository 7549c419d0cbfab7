import type { Conversation, Facts, Send } from './facts.ts'
import type { Findings } from './findings.ts'

/** A time that passes may be told wrongly by as much. */
const slackMs = 250

/** R16.h: what burns does so its time after the first reading of somebody else, not before, and once. */
export function judgeBurns(facts: Facts, conversation: Conversation, findings: Findings): void {
  const burns = conversation.acts.filter(({ act }) => act === 'burn')
  const burnt = new Map(burns.map((burn) => [burn.ref, burn]))
  for (const { seq, ref } of burns) {
    const target = conversation.log[ref]
    if (target?.device === undefined || target.burnAfterMs > 0) continue
    findings.add('burn', `${conversation.name}/${ref} burnt by ${seq} and was not to`)
  }
  for (const send of conversation.log) {
    if (send === undefined || send.burnAfterMs === 0) continue
    judgeOne(facts, conversation, { send, burn: burnt.get(send.seq) }, findings)
  }
}

function judgeOne(
  { clocks }: Facts,
  conversation: Conversation,
  { send, burn }: { send: Send; burn: Send | undefined },
  findings: Findings,
): void {
  const { seq, burnAfterMs, sender } = send
  const where = `${conversation.name}/${seq}`
  const readMs = conversation.readings
    .filter(({ account, seq: upTo }) => account !== sender && upTo >= seq)
    .reduce((first, { at }) => Math.min(first, at), Infinity)
  // NOTE a clock that was set while nothing ran moved its time, nobody knows by how much.
  if (clocks.some((at) => at >= readMs)) return
  const goneMs = conversation.goneAt.get(seq) ?? Infinity
  if (burn !== undefined && goneMs + slackMs < readMs + burnAfterMs) {
    const read =
      readMs === Infinity ? 'nobody had read it' : `it was read at ${readMs} at the earliest`
    findings.add('burn', `${where} burnt at ${goneMs}, for ${burnAfterMs} ms; ${read}`)
  }
  const isRead = conversation.unread.some(
    ({ account, read }) =>
      account !== sender &&
      conversation.hasRead(account, seq, read) &&
      conversation.sees(account, seq),
  )
  if (isRead && goneMs === Infinity)
    findings.add('burn', `${where} was read and did not burn after ${burnAfterMs} ms`)
}
