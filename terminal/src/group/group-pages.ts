import { groupPageMax } from '@parley/protocol'
import { positive } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { localTime } from '../output/clock-time.ts'
import { roleName, timeOrNull, untilText } from '../output/group-line.ts'
import { plainText } from '../output/plain-text.ts'
import type { GroupContext } from './group-context.ts'
import { linkInput } from './group-verbs.ts'

/** Everybody who is in it, page by page. */
export async function printMembers(context: GroupContext, conversation: number): Promise<void> {
  const { output } = context.invocation
  const group = String(conversation)
  let after = 0
  for (;;) {
    const request = { target: { conversation }, after, limit: groupPageMax }
    const { members, more } = await context.ask('listMembers', request)
    const named = await context.handles(members.map(({ account }) => account ?? 0))
    for (const member of members) {
      const { account, role, nickname, mutedUntilMs, joinedSeq, delivered, read } = member
      const json = {
        ...{ group, handle: named(account ?? 0), account: String(account) },
        ...{ role: roleName(role ?? 0), nickname: nickname ?? '' },
        mutedUntil: timeOrNull(mutedUntilMs ?? 0),
        ...{ joinedSeq: joinedSeq ?? 0, delivered: delivered ?? 0, read: read ?? 0 },
      }
      const { handle, role: shown, mutedUntil } = json
      const called = json.nickname === '' ? '' : `“${plainText(json.nickname)}”`
      const muted = mutedUntil === null ? '' : `muted ${untilText(mutedUntil)}`
      await output.result(json, () => words(output.style('bold', handle), shown, called, muted))
    }
    after = members.at(-1)?.account ?? 0
    if (!more || output.closed.aborted) return
  }
}

/** Who has read a message, or has not: the numbers first. */
export async function printReaders(context: GroupContext, conversation: number): Promise<void> {
  const { invocation } = context
  const { output } = invocation
  const seq = positive(invocation, 'seq')
  if (seq === undefined) throw new UsageFault('readers needs --seq N', invocation.command)
  const unread = invocation.switches.has('unread')
  let after = 0
  for (let page = 0; ; page += 1) {
    const request = { target: { conversation }, seq, unread, after, limit: groupPageMax }
    const { accounts, more, readCount, unreadCount } = await context.ask('listReaders', request)
    if (page === 0) {
      const json = { group: String(conversation), seq, readCount, unreadCount }
      await output.result(json, () => `#${seq}  read by ${readCount}, not by ${unreadCount}`)
    }
    const named = await context.handles(accounts)
    for (const account of accounts) {
      const json = { handle: named(account), account: String(account), hasRead: !unread }
      await output.result(json, () => `  ${json.handle}`)
    }
    after = accounts.at(-1) ?? 0
    if (!more || output.closed.aborted) return
  }
}

export async function makeLink(context: GroupContext, conversation: number): Promise<void> {
  const input = linkInput(context.invocation)
  const link = await context.askOnce('createGroupLink', { target: { conversation }, ...input })
  await printLink(context, conversation, link)
}

export async function printLinks(context: GroupContext, conversation: number): Promise<void> {
  const { links } = await context.ask('listGroupLinks', { target: { conversation } })
  for (const link of links) await printLink(context, conversation, link)
}

type Nullable<T> = { [K in keyof T]?: T[K] | null }
interface Link {
  token: string
  creator: number
  expiresMs: number
  usesMax: number
  uses: number
}

async function printLink(
  context: GroupContext,
  conversation: number,
  link: Nullable<Link>,
): Promise<void> {
  const { output } = context.invocation
  const named = await context.handles([link.creator ?? 0])
  const json = {
    ...{ group: String(conversation), token: link.token ?? '', creator: named(link.creator ?? 0) },
    expires: timeOrNull(link.expiresMs ?? 0),
    ...{ usesMax: link.usesMax || null, uses: link.uses ?? 0 },
  }
  const used = json.usesMax === null ? `${json.uses} uses` : `${json.uses} of ${json.usesMax} uses`
  await output.result(json, () => words(json.token, used, untilText(json.expires)))
}

export async function printRequests(context: GroupContext, conversation: number): Promise<void> {
  const { output } = context.invocation
  const { requests } = await context.ask('listJoinRequests', { target: { conversation } })
  const named = await context.handles(requests.map(({ account }) => account ?? 0))
  for (const { account, text, askedMs } of requests) {
    const json = {
      ...{ group: String(conversation), handle: named(account ?? 0), account: String(account) },
      ...{ text: text ?? '', asked: askedMs ?? 0 },
    }
    const said = json.text === '' ? '' : `“${plainText(json.text)}”`
    await output.result(json, () => words(localTime(json.asked), json.handle, said))
  }
}

export async function printLook(context: GroupContext, token: string): Promise<void> {
  const { output } = context.invocation
  const { name, members, approveJoins, conversation } = await context.ask('lookAtGroupLink', {
    token,
  })
  const group = conversation === 0 ? null : String(conversation)
  const way = group === null ? (approveJoins ? 'an admin answers' : '') : 'you are in it'
  await output.result({ group, name, members, approveJoins }, () =>
    words(output.style('bold', plainText(name)), `${members} members`, way),
  )
}

export async function join(context: GroupContext, token: string): Promise<void> {
  const { output, values } = context.invocation
  const { conversation } = await context.askOnce('joinGroup', { token, text: values['text'] ?? '' })
  if (conversation !== 0) return context.show(conversation)
  await output.result({ group: null, waits: true }, () => 'asked: an admin answers')
}

const words = (...parts: string[]): string => parts.filter((part) => part !== '').join('  ')
