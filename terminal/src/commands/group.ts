import type { RequestInit } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { GroupContext } from '../group/group-context.ts'
import {
  join,
  makeLink,
  printLinks,
  printLook,
  printMembers,
  printReaders,
  printRequests,
} from '../group/group-pages.ts'
import { changeVerbs, givenSettings, linkInput, type ChangeVerb } from '../group/group-verbs.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { listGroups } from '../session/find-target.ts'
import { findAccess, openSession, whenLoggedIn } from '../session/open-session.ts'

const timeoutMsDefault = 15_000

type Run = (context: GroupContext) => Promise<void>

/** Lists groups, or does one thing to one and prints what came of it. */
export async function run(invocation: Invocation): Promise<number> {
  const { stop } = invocation
  const what = whatToDo(invocation)
  const timeoutMs = durationMs(invocation, 'timeout', timeoutMsDefault)
  const open = openSession(await findAccess(invocation))
  try {
    await whenLoggedIn(open, { timeoutMs, stop })
    await what(new GroupContext(invocation, open, timeoutMs))
  } catch (thrown) {
    throw stop.aborted ? stop.reason : thrown
  } finally {
    await open.end()
  }
  return exitStatuses.done
}

/** Verbs that only read, or make something: with the group's id. */
const pages: Readonly<Record<string, (context: GroupContext, group: number) => Promise<void>>> = {
  show: (context, group) => context.show(group),
  members: printMembers,
  readers: printReaders,
  link: makeLink,
  links: printLinks,
  requests: printRequests,
}

/** @throws UsageFault before anything is tried */
function whatToDo(invocation: Invocation): Run {
  const { words, command } = invocation
  const [name = 'list', first, second] = words
  const need = (word: string | undefined, what: string): string => {
    if (word === undefined || word === '')
      throw new UsageFault(`group ${name} needs ${what}`, command)
    return word
  }
  const only = (count: number): void => {
    if (words.length > count)
      throw new UsageFault(`what is "${words[count]}" for? Texts with spaces need quotes`, command)
  }
  if (name === 'list') {
    only(1)
    return list
  }
  if (name === 'create') {
    only(2)
    const group = need(first, 'a NAME')
    const settings = defined(givenSettings(invocation))
    return (context) => create(context, group, settings)
  }
  if (name === 'look' || name === 'join') {
    only(2)
    const token = need(first, 'a TOKEN')
    return (context) => (name === 'look' ? printLook : join)(context, token)
  }
  const page = Object.hasOwn(pages, name) ? pages[name] : undefined
  if (page !== undefined || name === 'set') {
    const group = need(first, 'a GROUP')
    only(2)
    const settings = defined(givenSettings(invocation))
    if (page === undefined) return (context) => setSettings(context, group, settings)
    if (name === 'link') linkInput(invocation)
    return async (context) => page(context, (await context.find(group)).conversation ?? 0)
  }
  const verb = Object.hasOwn(changeVerbs, name) ? changeVerbs[name] : undefined
  if (verb === undefined) throw new UsageFault(`group does not know "${name}"`, command)
  only(verb.takes === 'nothing' ? 2 : 3)
  const group = need(first, 'a GROUP')
  if (verb.takes === 'handle' || verb.takes === 'handles') need(second, 'a HANDLE')
  if (verb.takes === 'text' && second === undefined)
    throw new UsageFault(`group ${name} needs a text`, command)
  verb.change({ invocation, text: '', accounts: [], nowMs: 0 })
  return (context) => change(context, { verb, group, said: second ?? '' })
}

async function list(context: GroupContext): Promise<void> {
  for (const group of await listGroups(context.session, context.options)) await context.print(group)
}

type GivenSettings = RequestInit<'createGroup'>['settings'] & object

async function create(context: GroupContext, name: string, settings: GivenSettings): Promise<void> {
  const members = await context.accounts(context.invocation.values['members'] ?? '')
  const made = await context.askOnce('createGroup', { name, members, settings })
  await context.show(made.conversation)
}

/** NOTE settings are changed as a whole: what is not named stays as it is. */
async function setSettings(
  context: GroupContext,
  named: string,
  given: GivenSettings,
): Promise<void> {
  const { conversation, group } = await context.find(named)
  const target = { conversation: conversation ?? 0 }
  const { inviteFrom, mentionAllFrom, approveJoins, historyFromStart } = group?.settings ?? {}
  const now = defined({ inviteFrom, mentionAllFrom, approveJoins, historyFromStart })
  await context.askOnce('setGroup', { target, settings: { ...now, ...given } })
  await context.show(target.conversation)
}

async function change(
  context: GroupContext,
  { verb, group, said }: { verb: ChangeVerb; group: string; said: string },
): Promise<void> {
  const { conversation = 0 } = await context.find(group)
  const isNamed = verb.takes === 'handle' || verb.takes === 'handles'
  const accounts = isNamed ? await context.accounts(said) : []
  const { invocation, session } = context
  const facts = { invocation, text: said, accounts, nowMs: session.nowMs() }
  const { name, more } = verb.change(facts)
  const request = { ...more, target: { conversation: conversation ?? 0 } }
  await context.askOnce(name, request as Omit<RequestInit<'setGroup'>, 'requestKey'>)
  await context.show(conversation ?? 0)
}

function defined<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(given) as { [K in keyof T]?: NonNullable<T[K]> }
}
