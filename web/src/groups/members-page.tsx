import { useEffect, useMemo, useState } from 'react'
import { Page } from '../app/page.tsx'
import { VirtualRows } from '../app/virtual-rows.tsx'
import { useWatchedAccounts } from '../conversation-list/use-watched-presence.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { FindField } from '../kit/find-field.tsx'
import { Icon } from '../kit/icon.tsx'
import { Spinner } from '../kit/spinner.tsx'
import { Link } from '../routes/link.tsx'
import { matches, wordsOf } from '../search/matching.ts'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'
import styles from './group-members.module.css'
import { NoGroup } from './group-page.tsx'
import { MemberRow } from './member-row.tsx'
import { useGroup, useGroups, type OpenGroup } from './use-group.ts'
import { useMembers } from './use-members.ts'

const rowHeight = 60
/** The next page is asked for before its rows are on the screen. */
const ahead = 60

/** Everybody in a group. */
export function MembersPage({ group: id }: { group: number }) {
  const look = useGroup(id)
  if (look.group === undefined) return <NoGroup {...look} />
  return <Members group={look.group} />
}

function Members({ group }: { group: OpenGroup }) {
  const im = useIM()
  const { text } = useText()
  const groups = useGroups()
  const { id, facts, conversation, may } = group
  const { store, list } = useMembers(groups, conversation, id)
  const [query, setQuery] = useState('')
  const [seen, setSeen] = useState({ first: 0, last: 20 })
  const words = useMemo(() => wordsOf(query), [query])
  const shown =
    words.length === 0
      ? list.members
      : list.members.filter(({ account, nickname }) => {
          const profile = im.profile(account)
          return matches([nickname, profile?.displayName ?? '', profile?.handle ?? ''], words)
        })
  useWatchedAccounts(shown.slice(seen.first, seen.last + 1).map(({ account }) => account))
  useEffect(() => {
    // A name may be on any page.
    if (words.length > 0) void store.all()
    else if (seen.last + ahead > list.members.length) void store.more()
  }, [store, words, seen, list.members.length])
  return (
    <Page
      title={text('groups.members', { count: facts.members })}
      bare
      action={
        may('invite') && (
          <Link
            to={{ name: 'invite', id }}
            aria-label={text('groups.invite')}
            className={styles.way}
          >
            <Icon name="personAdd" />
          </Link>
        )
      }
    >
      <div className={styles.tools}>
        <FindField label={text('groups.findMember')} value={query} onChange={setQuery} />
      </div>
      <div className={styles.rows}>
        <VirtualRows rows={shown} rowHeight={rowHeight} onSeen={setSeen}>
          {(member) => <MemberRow key={member.account} group={group} member={member} />}
        </VirtualRows>
        {list.isLoading && shown.length === 0 && (
          <p className={styles.end} role="status">
            <Spinner />
          </p>
        )}
        {list.isComplete && shown.length === 0 && (
          <p className={styles.end} role="status">
            {text('groups.noMember')}
          </p>
        )}
        {list.error !== undefined && (
          <p className={styles.end} role="alert">
            {errorText(text, list.error)}{' '}
            <Button look="quiet" onPress={() => void store.more()}>
              {text('chat.retry')}
            </Button>
          </p>
        )}
      </div>
    </Page>
  )
}
