import { wire, type ReplyRead } from '@parley/protocol'
import { callPatiently, IMError, toIMError, type Session } from './sdk.ts'
import { syncPages } from '../tail/sync-pages.ts'
import { findAccount, patience } from './find-account.ts'

/** How a command names a conversation to the server. */
export type Target = { account: number } | { conversation: number }

export interface FoundTarget {
  readonly target: Target
  /** Of a direct conversation: the other side, whose handle is known. */
  readonly peer: { account: number; handle: string } | undefined
}

export type GroupFound = ReplyRead<'sync'>['conversations'][number]

interface Options {
  timeoutMs: number
  signal?: AbortSignal
}

const groupPrefix = 'group:'
const groupKind: number = wire.ConversationKind.CONVERSATION_KIND_GROUP

/** What --to names: a handle, or `group:` and the id or name of a group. @throws IMError NOT_FOUND, WRONG_STATE where several have the name */
export async function findTarget(
  session: Session,
  to: string,
  options: Options,
): Promise<FoundTarget> {
  if (!to.startsWith(groupPrefix)) {
    const peer = await findAccount(session, to, options)
    return { target: { account: peer.account }, peer }
  }
  const { conversation = 0 } = await findGroup(session, to, options)
  return { target: { conversation: conversation ?? 0 }, peer: undefined }
}

/** A group of ours by its id, or by its exact name or our remark for it. @throws IMError NOT_FOUND */
export async function findGroup(
  session: Session,
  named: string,
  options: Options,
): Promise<GroupFound> {
  const name = named.startsWith(groupPrefix) ? named.slice(groupPrefix.length) : named
  const byId = await groupById(session, name, options)
  if (byId !== undefined) return byId
  const groups = await listGroups(session, options)
  const found = groups.filter(({ group }) => group?.remark === name || group?.name === name)
  const [only] = found
  if (found.length > 1)
    throw new IMError('WRONG_STATE', `${found.length} groups are called ${name}: give the id`)
  if (only === undefined) throw new IMError('NOT_FOUND', `you are in no group ${name}`)
  return only
}

async function groupById(
  session: Session,
  text: string,
  options: Options,
): Promise<GroupFound | undefined> {
  const conversation = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0
  if (!Number.isSafeInteger(conversation) || conversation === 0) return undefined
  try {
    const request = { target: { conversation }, entries: 0 }
    const reply = await callPatiently(patience(session), 'getConversation', request, options)
    return reply.conversation?.kind === groupKind ? reply.conversation : undefined
  } catch (thrown) {
    if (toIMError(thrown).code === 'NOT_FOUND') return undefined
    throw thrown
  }
}

/** Those that the account is in. */
export async function listGroups(session: Session, options: Options): Promise<GroupFound[]> {
  const groups: GroupFound[] = []
  const none = new Uint8Array(0)
  for await (const page of syncPages(patience(session), none, options.timeoutMs)) {
    options.signal?.throwIfAborted()
    groups.push(...page.conversations.filter(({ kind, left }) => kind === groupKind && !left))
  }
  return groups
}
