import type { Changed } from '../../data/group-store.ts'
import type { AccountId } from '../../data/model.ts'
import { noticeBody, noticeKind } from '../../data/notice-body.ts'
import type { Delivery } from '../../session/delivery.ts'
import { encodePush } from '../../session/encode-push.ts'
import type { Members } from '../conversation/members.ts'

export interface TellGroupDeps {
  members: Members
  delivery: Delivery
}

/** After the commit: who sees the entry gets it; those removed for the last time, those added for the first. */
export function tellGroup(
  deps: TellGroupDeps,
  by: { account: AccountId; requestKey: Uint8Array },
  { change, repeated }: Changed,
): void {
  if (repeated) return
  const { conversation, entry, members, told = [] } = change
  if (told.length > 0) deps.delivery.toAccounts(told, encodePush('syncHint', {}))
  if (entry === undefined) return
  const { seq, timeMs, count, notice, membersSeq } = entry
  if (members !== undefined) deps.members.change(conversation, { ...members, after: membersSeq })

  const kind = noticeKind
  const body = noticeBody(notice)
  const from = { sender: by.account, clientId: by.requestKey }
  const push = encodePush('entry', {
    conversation,
    headSeq: seq,
    entry: { seq, ...from, kind, body, timeMs, count, changed: seq },
  })
  const tell = (seeing: readonly AccountId[]) => {
    deps.delivery.toAccounts(seeing, push)
    const removed = (members?.removed ?? []).filter((account) => !seeing.includes(account))
    deps.delivery.toAccounts(removed, push)
  }
  const seeing = deps.members.seeing(conversation, seq, membersSeq)
  if (seeing instanceof Promise) void seeing.then(tell, () => undefined)
  else tell(seeing)
}
