import { groupRoles, groupsOf, mayInGroup, type ConversationSummary } from '@parley/client/browser'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { useIM } from '../session/session-context.ts'
import { useNames } from '../session/use-names.ts'

export interface Candidate {
  /** 0: everybody. */
  account: number
  name: string
  handle: string
}

/** So many are offered at once. */
const offeredMax = 8
/** Members are asked for in pages of this size, up to the largest group. */
const pageMembers = 200
const membersMax = 5_000

/** Who may be named by what is being written; asked for when somebody first is. */
export function useMembers(summary: ConversationSummary, query: string | undefined): Candidate[] {
  const im = useIM()
  const { text } = useText()
  const { id, group } = summary
  const nameOf = useNames(group === undefined ? 0 : id)
  const [accounts, setAccounts] = useState<readonly number[]>([])
  const isWanted = query !== undefined && group !== undefined
  useEffect(() => {
    if (!isWanted) return undefined
    const abort = new AbortController()
    const { signal } = abort
    const load = async () => {
      const all: number[] = []
      let after = 0
      do {
        // One page after the other: each begins where the last one ended.
        const page = await groupsOf(im).members(id, { after, limit: pageMembers, signal })
        all.push(...page.members.map(({ account }) => account))
        await im.profiles(all.slice(-page.members.length), { signal })
        setAccounts([...all])
        after = page.next
      } while (after > 0 && all.length < membersMax)
    }
    // Offline nobody is offered; what is written stays.
    load().catch(() => {})
    return () => abort.abort()
  }, [im, id, isWanted])

  if (query === undefined || group === undefined) return []
  const wanted = query.toLocaleLowerCase()
  const others = accounts
    .filter((account) => account !== im.me?.account)
    .map((account) => {
      return { account, name: nameOf(account), handle: im.profile(account)?.handle ?? '' }
    })
  const everybody = { account: 0, name: text('mention.all'), handle: 'all' }
  const mayAll = mayInGroup('mentionAll', group.role || groupRoles.member, group.settings)
  return [...(mayAll ? [everybody] : []), ...others]
    .filter(
      ({ name, handle }) => name.toLocaleLowerCase().includes(wanted) || handle.startsWith(wanted),
    )
    .slice(0, offeredMax)
}
