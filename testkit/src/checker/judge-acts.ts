import type { Change, Conversation, Send } from './facts.ts'
import type { Findings } from './findings.ts'
import type { Name } from './history.ts'

/** R16: what acts do to earlier entries, and who sees it. */
export function judgeActs(conversation: Conversation, quietAt: number, findings: Findings): void {
  const acts = actsByTarget(conversation)
  for (const [target, list] of acts) judgeTarget(conversation, target, list, findings)
  for (const change of conversation.changes.values()) {
    const list = acts.get(change.seq) ?? []
    // NOTE a history without borders may name no account: everybody sees all.
    const accounts = change.accounts.size === 0 ? [undefined] : change.accounts
    for (const account of accounts) judgeSight(conversation, change, list, account, findings)
  }
  judgeFinalSights(conversation, acts, quietAt, findings)
}

type Acts = Map<number, Send[]>

/** For all, whoever sees the act itself. */
const hides = ({ act }: Send): boolean => act === 'recall' || act === 'burn'

function actsByTarget(conversation: Conversation): Acts {
  const acts: Acts = new Map()
  for (const send of conversation.log) {
    if (send?.act === undefined || send.ref === 0) continue
    const list = acts.get(send.ref)
    if (list === undefined) acts.set(send.ref, [send])
    else list.push(send)
  }
  return acts
}

/** Whether these acts, in the order of the log, could be. */
function judgeTarget(
  conversation: Conversation,
  seq: number,
  acts: readonly Send[],
  findings: Findings,
): void {
  const target = conversation.log[seq]
  const said = new Set<string>()
  let goneBy = 0
  for (const act of acts) {
    const where = `${act.act} ${conversation.name}/${act.seq} of ${seq}`
    if (target === undefined || act.seq <= seq || target.act !== undefined) {
      findings.add('edits', `${where}: there is nothing to act on`)
      continue
    }
    if (act.act !== 'burn' && !conversation.sees(act.sender, seq))
      findings.add('membership', `${where}: its sender does not see that`)
    if (goneBy > 0) findings.add('edits', `${where}: it is gone by ${goneBy}`)
    if (act.act === 'edit' && act.sender !== target.sender)
      findings.add('edits', `${where}: it is by ${act.sender}, the entry by ${target.sender}`)
    if (hides(act)) goneBy = act.seq
    if (act.act !== 'react' && act.act !== 'pin') continue
    const key = act.act === 'pin' ? 'pin' : `${act.digest.slice(1)} ${act.sender}`
    const isSaid = act.digest.startsWith('+')
    if (said.has(key) === isSaid) findings.add('edits', `${where}: ${act.digest} was so already`)
    if (isSaid) said.add(key)
    else said.delete(key)
  }
}

/** What a viewer saw of a changed entry is what the acts that it may see made of it. */
function judgeSight(
  conversation: Conversation,
  change: Change,
  acts: readonly Send[],
  account: Name | undefined,
  findings: Findings,
): void {
  const { seq, changed, state, digest, reactions } = change
  const where = `${conversation.name}/${seq} as changed by ${changed}`
  const target = conversation.log[seq]
  const by = conversation.log[changed]
  if (target?.act !== undefined) {
    // NOTE a version goes with its entry.
    const isHidden = by !== undefined && hides(by) && by.ref === target.ref && digest === ''
    if (!isHidden) findings.add('edits', `${where}: an act was changed`)
    return
  }
  if (by === undefined || by.act === undefined || by.ref !== seq) {
    findings.add('edits', `${where}: there is no such act`)
    return
  }
  if (hides(by)) {
    if (state === 'edited' || state === '' || digest !== '' || reactions !== '')
      findings.add('edits', `${where} still shows a body`)
    return
  }
  if (!conversation.sees(account, changed)) {
    findings.add('membership', `${where}: ${account} does not see that act`)
    return
  }
  const seen = acts.filter((act) => act.seq <= changed && conversation.sees(account, act.seq))
  const edit = seen.findLast(({ act }) => act === 'edit')
  const isRight =
    edit === undefined
      ? state === '' && (target === undefined || digest === target.digest)
      : state === 'edited' && digest === edit.digest
  if (!isRight) findings.add('edits', `${where} does not show what the edit said, to ${account}`)
  const expected = reactionsOf(seen, account)
  if (reactions !== expected)
    findings.add('edits', `${where} shows reactions ${reactions} to ${account}, not ${expected}`)
}

/** By emoji: who said it, and whether the viewer did; and whether it is pinned. */
function reactionsOf(acts: readonly Send[], viewer: Name | undefined): string {
  const byEmoji = new Map<string, Set<Name>>()
  for (const { act, digest, sender } of acts) {
    if (act !== 'react' || sender === undefined) continue
    const emoji = digest.slice(1)
    const accounts = byEmoji.get(emoji) ?? new Set()
    byEmoji.set(emoji, accounts)
    if (digest.startsWith('+')) accounts.add(sender)
    else accounts.delete(sender)
  }
  const pin = acts.findLast(({ act }) => act === 'pin')
  return [...byEmoji]
    .filter(([, accounts]) => accounts.size > 0)
    .map(([emoji, accounts]) => reactionText(emoji, [...accounts], viewer))
    .concat(pin?.digest.startsWith('+') === true ? ['pinned'] : [])
    .toSorted()
    .join(' ')
}

function reactionText(emoji: string, accounts: readonly Name[], viewer: Name | undefined): string {
  const mine = viewer !== undefined && accounts.includes(viewer) ? '*' : ''
  return `${emoji}${mine}${accounts.map(String).toSorted().join(',')}`
}

/** In the final reading every act that an account sees has reached what it acted on; a recall has for all. */
function judgeFinalSights(
  conversation: Conversation,
  acts: Acts,
  quietAt: number,
  findings: Findings,
): void {
  const read = new Map<Name, number>()
  for (const { account, isFinal, to } of conversation.pulls) {
    if (isFinal && account !== undefined) read.set(account, Math.max(read.get(account) ?? 0, to))
  }
  for (const [account, to] of read) {
    const changes = conversation.finalChanges.get(account)
    for (const [seq, list] of acts) {
      if (seq > to || !conversation.sees(account, seq)) continue
      if (conversation.isDeletedFor(account, seq)) continue
      const last = list.findLast((act) => hides(act) || conversation.sees(account, act.seq))
      if (last === undefined || (changes?.get(seq) ?? seq) >= last.seq) continue
      // NOTE a clock that was set back lets something burn as late as that.
      if (last.act === 'burn' && (conversation.goneAt.get(seq) ?? 0) >= quietAt) continue
      const where = `${last.act} ${conversation.name}/${last.seq} of ${seq}`
      findings.add('edits', `${where} is not in the final reading of ${account}`)
    }
  }
}
