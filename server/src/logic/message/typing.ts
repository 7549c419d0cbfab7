import type { NoteOf } from '@parley/protocol'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'
import { encodePush } from '../../session/encode-push.ts'
import type { SessionRegistry } from '../../session/registry.ts'
import type { Caller } from '../caller.ts'
import type { Members } from '../conversation/members.ts'
import { targetOf } from '../conversation/target.ts'

/** Larger conversations do not tell who types. */
export const typingMembersMax = 200

export interface TypingDeps {
  conversations: Pick<Store['conversations'], 'resolve'>
  members: Members
  delivery: Delivery
  contacts: Pick<Store['contacts'], 'isCutOff'>
  registry: Pick<SessionRegistry, 'get'>
}

/** Told to the others, unless the account is invisible. */
export async function typing(
  deps: TypingDeps,
  caller: Caller,
  note: NoteOf<'typing'>,
): Promise<void> {
  const { account } = caller
  if (deps.registry.get(caller.session)?.isHidden === true) return
  const conversation = await deps.conversations.resolve(account, targetOf(note.target))
  if (conversation === undefined) return
  const { accounts: members } = await deps.members.of(conversation)
  if (members.length > typingMembersMax || !members.includes(account)) return
  // NOTE who has blocked somebody is not seen typing, nor wants to see it.
  if (await deps.contacts.isCutOff(account, conversation)) return
  const others = members.filter((member) => member !== account)
  deps.delivery.toAccounts(
    others,
    encodePush('typing', { conversation, account, stopped: note.stopped }),
  )
}
